"""Finding the words and phrases of a language in a line, in one pass over its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsclean.label.characters import EDGES
from newsclean.label.vocabulary import Phrase, Vocabulary, tokens

SHORT = 24
"""Words of a line that phrases are looked for in: furniture comes early or in short lines."""
PHRASE = 12
"""Words of the longest phrase of furniture."""

_DIGIT = "[0-9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u0e50-\u0e59\uff10-\uff19]"
NUMERIC_DATE = re.compile(
    rf"{_DIGIT}(?:(?<!\w\d)\d{{0,3}} ?[./-] ?\d{{1,2}} ?[./-] ?\d{{2,4}}\b|\d{{3}} ?[年년] ?\d{{1,2}} ?[月월])"
)
CLOCK = re.compile(rf"{_DIGIT}(?<!\w\d)\d?(?:[:.h][0-5]\d\b| ?[ap]\.?m\b)", re.IGNORECASE)
"""Both begin with a digit of the languages that have a row, told by a set of signs, which lets the search for them run
fast over letters; and they end before the end of a line."""

CREDIT_HEAD, CREDIT_TAIL = 2, 6
"""Words at the beginning and at the end of a caption among which its credit begins."""

LEAST_CREDIT = 4
"""Characters of a credit: a copyright sign alone is none."""
CREDIT_SIZE = 90
"""Characters of a credit, at most."""
RIGHTS = re.compile(r"©\s?(?:\w{1,20}\s)?(?:19|20)\d{2}\b")
"""A year after the sign: "© 2024" is a notice of rights, not a credit."""
GLUED = re.compile(r"[.!?]([A-Z][\w'’./ -]{2,80})$")
"""A credit glued to the sentence before it: "to open.Getty Images"."""
SLASHES = re.compile(r"[/|]")
OPENING, CLOSING = "([（【", ")]）】"
ALONE = 6
"""Words of a credit that stands alone, at most."""
MARKS = ("/", "|", "–", "-", " via ")
"""What stands before a credit at the end of a caption."""
IN_BRACKETS = 5
"""Words of a credit in brackets that names no agency we know."""
NAMES = 4
"""Words of a credit that stands behind a sentence, at most."""
TOLD = 25
"""Characters of that sentence, at least."""
WORD = 4
"""Letters of its last word, or digits of its year, at least."""
CLOCK_WORDS = 3
"""Words of a time that stands alone: "11:54 p.m. CET"."""
NAME_WORDS = 5
NAME_SIZE = 45
"""Characters of a person's name, at most."""


def cover(begins: Iterable[tuple[int, Phrase]], size: int, text: str, vocabulary: Vocabulary) -> dict[str, float]:
    """Share of a line's words, of which there are `size`, that phrases of each kind cover, 0..1; kinds that cover none
    are left out. `begins` are the places where a phrase may begin, in order, and the words from there on.

    >>> from newsclean.label.vocabulary import vocabulary_of
    >>> cover(begins_of(("read", "more")), 2, "Read more", vocabulary_of("en"))["related"]
    1.0
    """
    found: dict[str, float] = {}
    for entry, name in vocabulary.whole:
        if entry in text:
            found[name] = max(found.get(name, 0.0), len(entry) / len(text))
    taken: dict[str, int] = {}
    for i, words in begins:
        for phrase, name in vocabulary.furniture.get(words[0], ()):
            if words[: len(phrase)] == phrase and i >= taken.get(name, 0):
                found[name] = found.get(name, 0.0) + len(phrase) / size
                taken[name] = i + len(phrase)
    return found


def begins_of(words: Phrase) -> Iterator[tuple[int, Phrase]]:
    """Every place of a line where furniture may begin, with the words from there on."""
    return ((i, words[i : i + PHRASE]) for i in range(min(SHORT, len(words))))


def names_day(words: Phrase, vocabulary: Vocabulary) -> bool:
    """Whether a month's word stands beside a number.

    >>> from newsclean.label.vocabulary import vocabulary_of
    >>> names_day(("sept", "21"), vocabulary_of("en")), names_day(("sept", "rain"), vocabulary_of("en"))
    (True, False)
    """
    months = [i for i, word in enumerate(words) if word in vocabulary.months]
    return any(near[0].isdigit() for i in months for near in words[max(0, i - 1) : i + 2])


def names_credit(words: Phrase, vocabulary: Vocabulary) -> bool:
    """Whether the line opens or closes with the words of a picture credit.

    >>> from newsclean.label.vocabulary import vocabulary_of
    >>> names_credit(tokens("A bridge. Photo: Ann Lee"), vocabulary_of("en"))
    True
    """
    whole = len(words) <= CREDIT_HEAD + CREDIT_TAIL
    ends = words if whole else (*words[:CREDIT_HEAD], *words[-CREDIT_TAIL:])
    for i, word in enumerate(ends):
        for phrase in vocabulary.credit.get(word, ()):
            if ends[i : i + len(phrase)] == phrase:
                return True
    return False


def opens_byline(words: Phrase, text: str, vocabulary: Vocabulary) -> bool:
    """Whether the line begins with a word that opens bylines, and a capital or nothing after it."""
    for phrase in vocabulary.by.get(words[0], ()) if words else ():
        if words[: len(phrase)] == phrase:
            rest = text.split(maxsplit=len(phrase) + 1)[len(phrase) : len(phrase) + 1]
            return not rest or not rest[0][0].islower()
    return False


def is_clock(text: str, words: Phrase, vocabulary: Vocabulary) -> bool:
    """Whether a line is a time and nothing else, as the items of a ticker open: a time of day or "5 minutes ago".

    >>> from newsclean.label.vocabulary import vocabulary_of
    >>> en = vocabulary_of("en")
    >>> is_clock("3:44 PM", ("3:44", "pm"), en), is_clock("5 min ago", ("5", "min", "ago"), en)
    (True, True)
    >>> is_clock("At 3:44 PM he left", ("at", "3:44", "pm", "he", "left"), en)
    False
    """
    if not 0 < len(words) <= CLOCK_WORDS:
        return False
    spoken = [word for word in words if not word[0].isdigit()]
    counted = len(spoken) < len(words) and bool(spoken) and all(word in vocabulary.ago for word in spoken)
    return counted or (words[0][0].isdigit() and CLOCK.match(text) is not None)


def shows_credit(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line shows a picture's credit where captions have it: in brackets at its end, or after its word.

    >>> from newsclean.label.vocabulary import vocabulary_of
    >>> shows_credit("A bridge (Ann Lee/Example Wire)", vocabulary_of("en"))
    True
    """
    if len(text) < LEAST_CREDIT:
        return False
    last, tail = text[-1], text[-CREDIT_SIZE:]
    if last in CLOSING and _is_credit(text, max(map(text.rfind, OPENING)), vocabulary):
        return True
    if vocabulary.credit_after and text.rstrip(CLOSING).endswith(vocabulary.credit_after):
        return True
    if "©" in tail or "©" in text[:2]:
        return RIGHTS.search(text) is None
    inner = tail[:-1]  # which for most lines holds no end of a sentence, that of the line being the last sign
    glued = GLUED.search(tail) if "." in inner or "!" in inner or "?" in inner else None
    if glued and ("/" in glued[1] or names_credit(tokens(glued[1]), vocabulary)):
        return True
    if ":" in text and _names_credit_word(text, vocabulary):
        return True
    if last in ".!?" or text.count(" ") < CREDIT_TAIL or not [mark for mark in MARKS if mark in text]:
        return False
    return names_credit(tokens(text)[-2:], vocabulary) or ("/" in text and _ends_in_credit(text, vocabulary))


def is_credit_alone(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is no more than a credit, without what marks one; a headline may be such a line.

    >>> from newsclean.label.vocabulary import vocabulary_of
    >>> [is_credit_alone(t, vocabulary_of("en")) for t in ("Getty Images", "Ann Lee / AFP", "AFP/Ann Lee", "AFP")]
    [True, True, True, False]
    """
    slashed = "/" in text or "|" in text
    words = tokens(SLASHES.sub(" ", text)) if text.count(" ") < ALONE else ()
    if not words:
        return False
    if slashed and words[-1:] in vocabulary.credit.get(words[-1], ()):
        return True
    phrases = vocabulary.credit.get(words[0], ())
    return any(words[: len(phrase)] == phrase for phrase in phrases if slashed or len(phrase) > 1)


def _ends_in_credit(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a word of a credit and a slash open a name among the last words: "at dusk Wire Photo/Ann Lee"."""
    heads = (word.partition("/") for word in text.split()[-CREDIT_TAIL:])
    return any(name[:1].isupper() and head.lower() in vocabulary.credit for head, _, name in heads)


def ends_in_names(text: str) -> bool:
    """Whether up to four words with capitals stand behind a sentence, as credits without a word for them do.

    >>> ends_in_names("The old pier of Port Elra at dusk. Ada Quill"), ends_in_names("The old pier. It was sold")
    (True, False)
    """
    if len(text) < TOLD or not text[-1].isalpha():
        return False
    told, point, after = text.rpartition(". ")
    last, names = told[told.rfind(" ") + 1 :], [name for name in after.split(" ", NAMES + 1) if name != "/"]
    if len(told) < TOLD or not point or len(last) < WORD or not last.isalnum():
        return False  # abbreviations and initials end no sentence
    return len(names) <= NAMES and all(name[0].isupper() for name in names)


def _names_credit_word(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a word of a credit stands before a colon, near either end."""
    labels = [before[before.rfind(" ") + 1 :] for before in text.split(":")[:-1]]
    if not [label for label in labels if label.lower() in vocabulary.credit]:
        return False
    raw = text.split()
    near = raw if len(raw) <= 3 + 2 * CREDIT_TAIL else [*raw[:3], *raw[-2 * CREDIT_TAIL :]]
    return any(word[-1] == ":" and word[:-1].lower() in vocabulary.credit for word in near)


def _is_credit(text: str, start: int, vocabulary: Vocabulary) -> bool:
    """Whether brackets that end a line hold a credit: an agency, a slash, or names after the end of a sentence."""
    inner = text[start + 1 : -1]
    if start < 1 or len(inner) > CREDIT_SIZE:
        return start == 0 and ":" in inner and names_credit(tokens(inner)[:CREDIT_HEAD], vocabulary)
    if "/" in inner or names_credit(tokens(inner), vocabulary):
        return True
    words = inner.replace("|", " ").split()
    names = 0 < len(words) <= IN_BRACKETS and all(w[0].isupper() for w in words) and not any(map(str.isdigit, inner))
    return names and text[:start].rstrip()[-1:] in (".", "!", "?", "”", '"')


def names_person(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line may be one person's name: two to five words that begin with a capital.

    >>> from newsclean.label.vocabulary import vocabulary_of
    >>> names_person("Naomi van Dijk", vocabulary_of("en")), names_person("What we know", vocabulary_of("en"))
    (True, False)
    >>> names_person("Naomi A. Dijk", vocabulary_of("es"))
    True
    """
    words = text.split()
    if not 2 <= len(words) <= NAME_WORDS or len(text) > NAME_SIZE or any(c.isdigit() or c in "?!:|/" for c in text):
        return False
    capitals = sum(1 for word in words if word[0].isupper())
    spoken = [word for word in words if not (len(word) == 2 and word[1] == ".")]  # "A." is no Spanish word
    known = sum(1 for word in spoken if word.lower().strip(EDGES) in vocabulary.stopwords and word[0].isupper())
    return capitals >= 2 and capitals >= len(words) - 1 and not known and not vocabulary.furniture.get(words[0].lower())
