"""Lines that an inline tag broke: `get_text("\\n")` ends one at each."""

from __future__ import annotations

from newsclean.lang import Language
from newsclean.segment.lines import Lines

FRAGMENT_LINES = 3
"""Lines that begin with closing punctuation, in a dump of fragments; other dumps of dev have fewer."""
FRAGMENT_SHARE = 0.004
"""And their share of all lines."""
CLAUSE = 25
"""Characters from which a line that ends in a function word is taken for the beginning of a sentence."""
TITLE = 20
"""Characters of a headline that the page's title begins with."""
PLACE = 40
"""Characters of a dateline's place in capitals, at most."""
DASHES = frozenset("-–—")
NAME = 4
"""Words of a name under a by-word that stands alone, at most."""
LONG = 40
"""Characters from which an unfinished line is taken for prose rather than for a label."""
CLOSERS = frozenset(".,;:!?)]}%…’”»、。，」』）")
ENDERS = frozenset(".!?…。！？؟।:")
OPENERS = frozenset("([{“‘«„「『（")
STRAIGHT = str.maketrans("‘’“”", "''\"\"")
"""Quotes of a headline as tools print them in a title."""
QUOTES = frozenset("”\"»’')")


def is_fragmented(lines: Lines) -> bool:
    """Whether lines break inside sentences, as `get_text("\\n")` leaves them."""
    broken = sum(1 for b in lines.blocks if _is_broken(b.text) and not b.gap)
    return broken >= max(FRAGMENT_LINES, FRAGMENT_SHARE * len(lines.blocks))


def _is_broken(text: str) -> bool:
    return (text[0] in CLOSERS and text[:2] != "..") or text in OPENERS


def goes_on(lines: Lines, i: int, size: int, words: Language) -> bool:
    """Whether a line goes on in the next, its block being `size` characters long so far."""
    line, following, *others = lines.blocks[i : i + 3]
    if following.gap or _is_title(lines, i) or _is_title(lines, i + 1) or _is_teaser(lines, i, words):
        return False
    if following.bullet:  # or a dash behind the place of a dateline
        return line.text.isupper() and len(line.text) <= PLACE and lines.rows[i + 1].lstrip()[0] in DASHES
    last = line.text[-1]
    if _is_unclosed(lines, i) or last in OPENERS or last == "," or _closes(following.text):
        return True
    if last in ENDERS:
        return False
    if following.text[0].islower():
        return not _opens_byline(lines, i + 1, words)
    rest = any(not b.gap and _is_rest(b.text) for b in others) and not _opens_byline(lines, i + 2, words)
    word = line.text.rsplit(None, 1)[-1]
    if word.lower() in words.stopwords and (rest or (size >= CLAUSE and word.islower())):  # "Sign in" is a button
        return True
    return rest and size >= LONG and last not in QUOTES


def _is_unclosed(lines: Lines, i: int) -> bool:
    """Whether a bracket that this line or the one before it opens is still open."""
    before = lines.blocks[i - 1].text if i and not lines.blocks[i].gap else ""
    text = before + lines.blocks[i].text
    return text.rfind("(") > text.rfind(")")


def _is_title(lines: Lines, i: int) -> bool:
    """Whether a line is the beginning of the page's title, which is the first line: then it is the whole headline."""
    size = len(lines.blocks[i].text)
    if not i or size < TITLE:
        return False
    text, title = (lines.blocks[n].text[: size + 1].translate(STRAIGHT).casefold() for n in (i, 0))
    return title.startswith(text) and not title[len(text) :].isalnum()


def _is_teaser(lines: Lines, i: int, words: Language) -> bool:
    """Whether a line is the title of another story: "Related:" stands over it."""
    return i > 0 and lines.blocks[i - 1].text.lower().rstrip(" :") in words.furniture.get("related", ())


def _opens_byline(lines: Lines, i: int, words: Language) -> bool:
    """Whether a line is a by-word, over a name of two or more words from which nothing goes on."""
    if i + 1 >= len(lines.blocks) or lines.blocks[i].text.lower() not in words.by:
        return False
    name, *others = lines.blocks[i + 1 : i + 3]
    parts = name.text.split()
    return 1 < len(parts) <= NAME and parts[0][0].isupper() and not any(_is_rest(after.text) for after in others)


def _is_rest(text: str) -> bool:
    return text[0].islower() or _closes(text)


def _closes(text: str) -> bool:
    """Whether a line begins with a closing sign, or closes a bracket that it does not open."""
    return text[0] in CLOSERS or text.find(")") > text.find("(") == -1
