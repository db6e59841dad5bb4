# ruff: noqa: E501  a row a language
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.lang import UNKNOWN, codes
from newsclean.lang.tell import MAX_LINE, MAX_SAMPLE, PROSE_SHARE, tell

SENTENCES = {
    "en": "The council said on Monday that it will not be able to open the bridge before the end of the year.",
    "de": "Die Brücke bleibt nach Angaben der Stadt bis zum Ende des Jahres gesperrt, weil das Geld für den Umbau nicht da ist.",
    "fr": "Le conseil a dit lundi que le pont ne sera pas ouvert avant la fin de l'année, et que les travaux sont en retard.",
    "es": "El ayuntamiento dijo el lunes que el puente no se abrirá antes de fin de año, porque las obras van con retraso.",
    "pt": "A câmara disse na segunda-feira que a ponte não vai abrir antes do fim do ano, porque as obras estão em atraso.",
    "it": "Il consiglio ha detto lunedì che il ponte non sarà aperto prima della fine dell'anno, perché i lavori sono in ritardo.",
    "nl": "De gemeente zei maandag dat de brug niet voor het einde van het jaar open gaat, omdat er geen geld is voor het werk.",
    "pl": "Rada powiedziała w poniedziałek, że most nie zostanie otwarty przed końcem roku, ponieważ prace są opóźnione.",
    "sv": "Kommunen sade på måndagen att bron inte kommer att öppnas före årets slut, eftersom det inte finns pengar till den.",
    "fi": "Kaupunki sanoi maanantaina, että silta ei aukea ennen vuoden loppua, koska rahaa ei ole ja työt ovat myöhässä.",
    "tr": "Belediye pazartesi günü köprünün yıl sonundan önce açılmayacağını söyledi, çünkü bu iş için para yok ve çok geç.",
    "hu": "A polgármester hétfőn közölte, hogy a kisvári híd az év vége előtt nem nyílik meg, mert a felújításra már nincs elég pénz.",
    "ro": "Primarul a anunțat luni că podul din Valea Lungani nu va fi deschis înainte de sfârșitul anului, pentru că lucrările au întârziat.",
    "ca": "L'alcaldessa ha explicat aquest dilluns que el pont de Vallserena no s'obrirà abans de final d'any, perquè les obres van amb retard.",
    "sk": "Primátorka mesta Lipovany v pondelok povedala, že nový most cez rieku bude pre vodičov otvorený až na jeseň, pretože nie sú peniaze.",
    "hr": "Gradsko vijeće Brodinja odlučilo je u utorak da će trajekt koji povezuje grad s otokom i ove zime voziti samo dva puta na dan.",
    "lt": "Paupių miesto taryba pirmadienį pranešė, kad senasis tiltas per upę bus uždarytas iki metų pabaigos, nes jo atramos yra pavojingos.",
    "is": "Brúin yfir Stórufjarðará í Klettavík verður lokuð fram á föstudag vegna viðgerða sem hófust í gær, en þær hafa ekki gengið vel.",
    "sw": "Serikali ya mji wa Mtoniwe imesema kwamba daraja la zamani litafungwa kwa wiki mbili ili mafundi waweze kukarabati nguzo zake.",
    "af": "Die brug oor die rivier by Klipdoringfontein sal tot Vrydag gesluit wees omdat werkers die pilare moet herstel wat beskadig is.",
    "uk": "Міська рада повідомила, що міст не відкриють до кінця року, бо грошей на ремонт немає і не буде.",
    "fa": "شورای شهر دریاکنار روز دوشنبه اعلام کرد که پل قدیمی رودخانه تا پایان سال برای خودروها بسته می‌ماند.",
    "bn": "নদীপুর পৌরসভা সোমবার জানিয়েছে, পুরোনো সেতুর মেরামতের কাজ শেষ না হওয়া পর্যন্ত সেখানে যান চলাচল বন্ধ থাকবে।",
    "bg": "Кметът на Горна Върбина съобщи във вторник, че старият мост над реката ще остане затворен до края на октомври.",
    "th": "นายกเทศมนตรีเมืองท่าบัวคำเปิดเผยเมื่อวันอังคารว่า สะพานข้ามแม่น้ำจะยังปิดต่อไปจนถึงสิ้นปี เพราะงานซ่อมล่าช้ากว่าที่กำหนด",
    "ru": "Городской совет сообщил, что мост не откроют до конца года, так как денег на ремонт нет и не будет, было объявлено.",
    "el": "Το δημοτικό συμβούλιο είπε ότι η γέφυρα δεν θα ανοίξει πριν από το τέλος του χρόνου.",
    "he": "מועצת העיר מסרה כי הגשר לא ייפתח לפני סוף השנה.",
    "ar": "قال مجلس المدينة إن الجسر لن يفتح قبل نهاية العام.",
    "hi": "नगर परिषद ने कहा कि पुल साल के अंत से पहले नहीं खुलेगा।",
    "ja": "市議会は月曜日、橋は年末までに開通しないと発表した。",
    "zh": "市议会周一表示，大桥在年底之前不会开放，因为没有资金。",
    "ko": "시의회는 월요일 다리가 연말까지 열리지 않을 것이라고 밝혔다.",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_or_two(code: str) -> None:
    assert tell(f"{SENTENCES[code]} {SENTENCES[code]}") == code


def test_a_declaration_stands_for_a_text_too_short_to_tell_and_for_no_other() -> None:
    assert tell("OK", "de-AT") == "de"
    assert tell("OK") == UNKNOWN
    assert tell(SENTENCES["en"] * 3, "de") == "en"


@given(st.text(max_size=300), st.none() | st.text(max_size=8))
def test_any_text_has_an_answer(text: str, declared: str | None) -> None:
    told = tell(text, declared)
    assert told in codes() or told == UNKNOWN or (told.isascii() and told.isalpha())


@pytest.mark.parametrize("code", ["en", "de", "fr"])
def test_prose_among_longer_lines_that_say_nothing(code: str) -> None:
    noise = f"![](data:image/png;base64,{'Ab3' * 60})\n" * (MAX_SAMPLE // 180 + 1)
    assert tell(noise + f"{SENTENCES[code]}\n" * 2) == code


def test_a_page_on_one_line_is_told_by_its_prose_and_not_by_the_menu_at_its_beginning() -> None:
    assert tell("Home News Sport Weather " * (MAX_LINE // 20) + SENTENCES["de"] * 20) == "de"


@pytest.mark.parametrize(("words", "told"), [(PROSE_SHARE * 100 + 1, "en"), (PROSE_SHARE * 100 - 1, UNKNOWN)])
def test_such_prose_has_its_share_of_stopwords(words: float, told: str) -> None:
    noise = f"{'Ab3' * 60}\n" * (MAX_SAMPLE // 180 + 1)
    prose = "the\n" * round(words) + "zork\n" * (100 - round(words))
    assert tell(f"{noise}{prose}\n") == told


@pytest.mark.parametrize(
    "text",
    [
        "شہر کی کونسل نے پیر کو اعلان کیا کہ پرانا پل سال کے آخر تک بند رہے گا۔",  # Urdu
        "Градскиот совет во понеделникот објави дека мостот ќе биде затворен до крајот на годината.",  # Macedonian
        "নগৰ পৰিষদে সোমবাৰে জনোৱা মতে পুৰণি দলংখন বছৰৰ শেষলৈকে বন্ধ থাকিব।",  # Assamese
    ],
)
def test_a_neighbour_in_the_same_script_is_not_told(text: str) -> None:
    assert tell(text * 3) == UNKNOWN
