"""One story as papers of eight languages would print it, written for the tests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Paper(NamedTuple):
    """What a paper prints around and in the story."""

    menu: str
    title: str
    standfirst: str
    body: tuple[str, ...]
    footer: str


PAPERS = {
    "en": Paper(
        menu="Home\nNews\nSport\nOpinion\nSubscribe\nSign in",
        title="Harbour town votes to rebuild its old wooden pier",
        standfirst="Residents backed the plan by a wide margin after a three-year debate about the cost.",
        body=(
            "The residents of Marlow Point voted on Tuesday to rebuild the wooden pier that a winter storm "
            "destroyed three years ago, ending a debate that had split the town.",
            "The council said that 61 percent of voters supported the plan, which will cost an estimated "
            "$14 million and take until the spring of 2027 to finish.",
            "“We have waited long enough for this,” said the mayor, Helen Trask, in front of the town hall. "
            "“The pier is the heart of this place.”",
            "Opponents had argued that the money would be better spent on the school, whose roof has leaked "
            "since the same storm.",
            "Work is due to begin in March, once the contractor has been chosen.",
        ),
        footer="More from News\nFerry service returns to the islands\nWhy the lighthouse will stay dark\n"
        "About us\nContact\nPrivacy policy\n© 2025 Marlow Herald. All rights reserved.",
    ),
    "de": Paper(
        menu="Startseite\nPolitik\nWirtschaft\nSport\nAbo\nAnmelden",
        title="Hafenstadt stimmt für den Wiederaufbau der alten Seebrücke",
        standfirst="Nach drei Jahren Streit um die Kosten sprach sich eine deutliche Mehrheit für den Plan aus.",
        body=(
            "Die Bewohner von Marlow haben am Dienstag für den Wiederaufbau der hölzernen Seebrücke "
            "gestimmt, die ein Wintersturm vor drei Jahren zerstört hatte.",
            "Nach Angaben der Stadt stimmten 61 Prozent für das Vorhaben, das rund 14 Millionen Euro kosten "
            "und bis zum Frühjahr 2027 dauern soll.",
            "„Wir haben lange genug gewartet“, sagte die Bürgermeisterin Helene Trask vor dem Rathaus. „Die "
            "Brücke ist das Herz dieses Ortes.“",
            "Gegner hatten argumentiert, das Geld sei für die Schule besser angelegt, deren Dach seit "
            "demselben Sturm undicht ist.",
            "Die Arbeiten sollen im März beginnen, sobald der Auftrag vergeben ist.",
        ),
        footer="Mehr zum Thema\nFähre fährt wieder zu den Inseln\nWarum der Leuchtturm dunkel bleibt\n"
        "Impressum\nDatenschutz\n© 2025 Marlower Bote",
    ),
    "fr": Paper(
        menu="Accueil\nPolitique\nÉconomie\nSport\nS’abonner\nSe connecter",
        title="La ville portuaire vote la reconstruction de sa vieille jetée en bois",
        standfirst="Après trois ans de débats sur le coût, les habitants ont largement approuvé le projet.",
        body=(
            "Les habitants de Marlow ont voté mardi la reconstruction de la jetée en bois, détruite il y a "
            "trois ans par une tempête d’hiver.",
            "Selon la mairie, 61 % des votants ont soutenu le projet, dont le coût est estimé à 14 millions "
            "d’euros et qui doit durer jusqu’au printemps 2027.",
            "« Nous avons attendu assez longtemps », a déclaré la maire, Hélène Trasque, devant l’hôtel de "
            "ville. « La jetée est le cœur de ce lieu. »",
            "Les opposants estimaient que l’argent serait mieux employé pour l’école, dont le toit fuit "
            "depuis la même tempête.",
            "Les travaux doivent commencer en mars, une fois l’entreprise choisie.",
        ),
        footer="À lire aussi\nLe bac reprend la route des îles\nPourquoi le phare restera éteint\n"
        "Mentions légales\nContact\n© 2025 Le Courrier de Marlow",
    ),
    "es": Paper(
        menu="Inicio\nPolítica\nEconomía\nDeportes\nSuscríbete\nIniciar sesión",
        title="La ciudad portuaria vota reconstruir su viejo muelle de madera",
        standfirst="Tras tres años de debate sobre el coste, los vecinos respaldaron el plan por amplia mayoría.",
        body=(
            "Los vecinos de Marlow votaron el martes a favor de reconstruir el muelle de madera que un "
            "temporal de invierno destruyó hace tres años.",
            "Según el ayuntamiento, el 61 % de los votantes apoyó el plan, que costará unos 14 millones de "
            "euros y durará hasta la primavera de 2027.",
            "«Ya hemos esperado bastante», dijo la alcaldesa, Elena Trasco, ante el ayuntamiento. «El "
            "muelle es el corazón de este lugar».",
            "Los opositores sostenían que el dinero estaría mejor invertido en la escuela, cuyo tejado "
            "gotea desde el mismo temporal.",
            "Las obras comenzarán en marzo, cuando se haya elegido a la empresa.",
        ),
        footer="Más noticias\nEl transbordador vuelve a las islas\nPor qué el faro seguirá apagado\n"
        "Aviso legal\nContacto\n© 2025 El Heraldo de Marlow",
    ),
    "nl": Paper(
        menu="Home\nPolitiek\nEconomie\nSport\nAbonneren\nInloggen",
        title="Havenstad stemt voor herbouw van de oude houten pier",
        standfirst="Na drie jaar discussie over de kosten steunde een ruime meerderheid het plan.",
        body=(
            "De inwoners van Marlow hebben dinsdag gestemd voor de herbouw van de houten pier, die drie "
            "jaar geleden door een winterstorm werd verwoest.",
            "Volgens de gemeente steunde 61 procent van de kiezers het plan, dat naar schatting 14 miljoen "
            "euro kost en tot het voorjaar van 2027 duurt.",
            "„We hebben lang genoeg gewacht”, zei burgemeester Helena Trask voor het stadhuis. „De pier is "
            "het hart van deze plaats.”",
            "Tegenstanders vonden dat het geld beter aan de school kon worden besteed, waarvan het dak "
            "sinds dezelfde storm lekt.",
            "Het werk begint in maart, zodra de aannemer is gekozen.",
        ),
        footer="Lees ook\nVeerboot vaart weer naar de eilanden\nWaarom de vuurtoren donker blijft\n"
        "Contact\nPrivacy\n© 2025 De Marlower",
    ),
    "it": Paper(
        menu="Home\nPolitica\nEconomia\nSport\nAbbonati\nAccedi",
        title="La città portuale vota per ricostruire il vecchio pontile di legno",
        standfirst="Dopo tre anni di dibattito sui costi, i residenti hanno approvato il piano a larga maggioranza.",
        body=(
            "I residenti di Marlow hanno votato martedì per ricostruire il pontile di legno che una "
            "tempesta invernale ha distrutto tre anni fa.",
            "Secondo il comune, il 61 per cento dei votanti ha sostenuto il piano, che costerà circa 14 "
            "milioni di euro e durerà fino alla primavera del 2027.",
            "«Abbiamo aspettato abbastanza», ha detto la sindaca Elena Trasca davanti al municipio. «Il "
            "pontile è il cuore di questo luogo».",
            "Gli oppositori sostenevano che il denaro sarebbe stato speso meglio per la scuola, il cui "
            "tetto perde acqua dalla stessa tempesta.",
            "I lavori inizieranno a marzo, quando sarà scelta l'impresa.",
        ),
        footer="Leggi anche\nIl traghetto torna alle isole\nPerché il faro resterà spento\n"
        "Contatti\nPrivacy\n© 2025 Corriere di Marlow",
    ),
    "sv": Paper(
        menu="Hem\nPolitik\nEkonomi\nSport\nPrenumerera\nLogga in",
        title="Hamnstaden röstar för att bygga upp den gamla träpiren",
        standfirst="Efter tre års debatt om kostnaden stödde en klar majoritet planen.",
        body=(
            "Invånarna i Marlow röstade på tisdagen för att bygga upp träpiren, som förstördes av en "
            "vinterstorm för tre år sedan.",
            "Enligt kommunen stödde 61 procent av väljarna planen, som beräknas kosta 14 miljoner kronor "
            "och pågå till våren 2027.",
            "– Vi har väntat länge nog, sade kommunalrådet Helena Trask framför stadshuset. – Piren är "
            "platsens hjärta.",
            "Motståndarna ansåg att pengarna hade gjort större nytta i skolan, där taket har läckt sedan samma storm.",
            "Arbetet ska börja i mars, när entreprenören är vald.",
        ),
        footer="Läs mer\nFärjan går åter till öarna\nDärför förblir fyren släckt\nOm oss\nKontakt\n© 2025 Marlowbladet",
    ),
    "pt": Paper(
        menu="Início\nPolítica\nEconomia\nEsporte\nAssine\nEntrar",
        title="Cidade portuária vota pela reconstrução do velho píer de madeira",
        standfirst="Depois de três anos de debate sobre o custo, os moradores aprovaram o plano por ampla maioria.",
        body=(
            "Os moradores de Marlow votaram na terça-feira pela reconstrução do píer de madeira, destruído "
            "há três anos por uma tempestade de inverno.",
            "Segundo a prefeitura, 61% dos eleitores apoiaram o plano, que deve custar 14 milhões de reais "
            "e durar até o outono de 2027.",
            "“Já esperamos o bastante”, disse a prefeita Helena Trasca diante da prefeitura. “O píer é o "
            "coração deste lugar.”",
            "Os opositores diziam que o dinheiro seria mais bem gasto na escola, cujo telhado vaza desde a "
            "mesma tempestade.",
            "As obras devem começar em março, depois da escolha da empresa.",
        ),
        footer="Leia também\nBalsa volta a ligar as ilhas\nPor que o farol seguirá apagado\n"
        "Fale conosco\nPrivacidade\n© 2025 Diário de Marlow",
    ),
}


def page(
    language: str,
    *under: str,
    title: str | None = None,
    over: Sequence[str] = (),
    first: str | None = None,
    after: Sequence[str] = (),
) -> str:
    """A copy of the whole page: `over` and `under` stand around title and standfirst, `after` behind the body, and
    `first` is the beginning of its first paragraph."""
    paper = PAPERS[language]
    body = [f"{first or ''}{paper.body[0]}", *paper.body[1:]]
    return "\n\n".join([paper.menu, *over, title or paper.title, paper.standfirst, *under, *body, *after, paper.footer])
