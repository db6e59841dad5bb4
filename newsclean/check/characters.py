"""NC1xx: what is wrong with the characters of a dump."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclean.check.case import TOP, Case, Finding, Rule

CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]|\x1b(?:\[[0-9;?]{0,20}[A-Za-z])?")
"""Controls that are no white space; the sequences that terminals obey begin with the escape."""
CONTROL_BYTES = bytes(n for n in range(128) if CONTROLS.match(chr(n)))
"""The same as bytes, by which a page of half a million characters is known to have none ten times as fast."""
_LEFT = r"\x80-\x84\x86-\x9f"
"""Controls that only a wrong encoding leaves in a text."""
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs that embed, override or isolate a direction of writing. The marks that Hebrew and Arabic need are none."""
SUSPECT = re.compile(
    rf"[\x80-\x9fÂÃÄÅÐÑÎÏâãäåæçèéìíðñŽžƒŠšРСГВв](?:(?<=[{_LEFT}])|[\x80-\xbf‚-›€Ђ-џ„…†‡ˆ‰Œœ˜™Ÿ–—«»¬°±µ¶·])"
)
"""Those, and how UTF-8 looks that was read in an encoding of one byte: a lead byte, then a continuation. A sieve for
ftfy and for what follows; it begins with one class, and so takes a fifth of the time of `CERTAIN`."""
CERTAIN = re.compile(rf"[{_LEFT}]|[A-Za-z0-9][ВГ][\xa0-\xbf]|вЂ[^\w\s]")
"""Those controls, and Cyrillic in a Latin word, as windows-1251 leaves it there: once is too seldom for ftfy."""
SAMPLE = 200_000
"""Characters that are searched for mojibake."""


def _lost(case: Case) -> Iterator[Finding]:
    lost = case.dump.undecodable
    if lost:
        message = f"{len(lost)} character{'s' * (len(lost) != 1)} were lost in decoding as {case.dump.source.encoding}"
        yield Finding(message, case.offset(lost[0]))
        return
    at = case.dump.text.find("\ufffd")
    if at >= 0:
        many = case.dump.text.count("\ufffd")
        yield Finding(f"U+FFFD stands {many} times where a character was lost before", case.offset(at))


def is_suspect(text: str) -> bool:
    """Whether a text may hold mojibake, and so is worth the time of ftfy."""
    return not text.isascii() and SUSPECT.search(text) is not None


def _mojibake(case: Case) -> Iterator[Finding]:
    text = case.page.page.text[:SAMPLE]
    if not is_suspect(text):
        return
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    at = 0
    for line in text.splitlines(keepends=True):
        sure = CERTAIN.search(line)
        found = sure or SUSPECT.search(line)
        if found and (sure or is_bad(line)):
            said, meant = _difference(line, fix_encoding(line))
            known = f'"{said}" is "{meant}"' if meant else f'"{found[0]}" is a character'
            yield Finding(f"{known} in another encoding", case.shown(at + found.start()))
            return
        at += len(line)


def _difference(one: str, other: str) -> tuple[str, str]:
    """Some characters of both from where they differ on; none where they do not."""
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    return one[start : start + 12].strip(), other[start : start + 8].strip()


def _guessed(case: Case) -> Iterator[Finding]:
    encoding = case.dump.source.encoding or "utf-8"
    if case.dump.medium == "text" and not encoding.startswith("utf-"):
        at = next((i for i, sign in enumerate(case.dump.text) if sign > "\x7f"), 0)
        yield Finding(f"is not valid UTF-8 and was read as {encoding}", case.offset(at))


def _misdeclared(case: Case) -> Iterator[Finding]:
    declared = case.dump.misdeclared
    if declared:
        message = f'declares the encoding "{declared.label}", and is in {case.dump.source.encoding}'
        yield Finding(message, case.offset(declared.at))


def _controls(case: Case) -> Iterator[Finding]:
    text = case.dump.text
    raw = text.encode("utf-8", "surrogatepass")
    if len(raw.translate(None, CONTROL_BYTES)) < len(raw) and (found := CONTROLS.search(text)):
        sign = f"U+{ord(found[0][0]):04X}"
        what = "an escape sequence for terminals" if found[0].startswith("\x1b") else f"the control character {sign}"
        yield Finding(f"holds {what}", case.offset(found.start()))


def _bidi(case: Case) -> Iterator[Finding]:
    text = case.page.page.text
    if not text.isascii() and (found := BIDI.search(text)):
        many = len(BIDI.findall(text))
        message = f"U+{ord(found[0]):04X} and its like, which turn the direction of writing, stand {many} times"
        yield Finding(message, case.shown(found.start()))


def _newlines(case: Case) -> Iterator[Finding]:
    text = case.dump.text
    pairs, returns, feeds = text.count("\r\n"), text.count("\r"), text.count("\n")
    ends = {"CR LF": pairs, "CR": returns - pairs, "LF": feeds - pairs}
    used = [name for name, many in ends.items() if many]
    if len(used) > 1:
        least = min(used, key=lambda name: ends[name])
        at = re.search({"CR LF": r"\r\n", "CR": r"\r(?!\n)", "LF": r"(?<!\r)\n"}[least], text)
        yield Finding(f"lines end in {' and in '.join(used)}", case.offset(at.start()) if at else TOP)


ROWS = (
    Rule(
        *("NC105", "lost-characters", "warning", None),
        why="Bytes that no character could be made of stand as U+FFFD in the text, and so may stand in any field.",
        bad="The mayor\ufffds answer",
        good="The mayor\u2019s answer",
        cure="Save it again in the encoding that the page was served in, best in UTF-8.",
        test=_lost,
    ),
    Rule(
        *("NC106", "mojibake", "error", None),
        why="The text was decoded in an encoding that it was not written in, and saved so: names and quotes are wrong.",
        bad="The mayor\u00e2\u20ac\u2122s answer",
        good="The mayor\u2019s answer",
        cure="Decode the page as UTF-8 when saving it; ftfy repairs what was saved.",
        test=_mojibake,
    ),
    Rule(
        *("NC107", "control-characters", "warning", None),
        why="Controls are no text; escape sequences can change what a terminal shows.",
        bad="The mayor\\x1b[31m said",
        good="The mayor said",
        cure="Take the controls out.",
        test=_controls,
    ),
    Rule(
        *("NC108", "mixed-newlines", "info", None),
        why="Lines end in different ways: parts of the file come from different systems, and tools count lines apart.",
        bad="one line\\r\\nanother\\n",
        good="one line\\nanother\\n",
        cure="Write all lines with LF.",
        test=_newlines,
    ),
    Rule(
        *("NC109", "guessed-encoding", "warning", None),
        why="A text that is no valid UTF-8 does not say in which encoding it is; one lost byte makes it so.",
        bad="(caf\\xe9, or caf\\xc3 with a byte lost)",
        good="(caf\\xc3\\xa9, which is UTF-8)",
        cure="Convert it to UTF-8; where it was UTF-8, fetch it again.",
        test=_guessed,
    ),
    Rule(
        *("NC116", "misdeclared-encoding", "warning", None),
        why="The markup names another encoding than the one that it is in: what trusts it reads wrong characters.",
        bad='<meta charset="iso-8859-1"> in a page that was saved as UTF-8',
        good='<meta charset="utf-8">',
        cure="Correct the declaration, or save the page as it was served.",
        test=_misdeclared,
    ),
    Rule(
        *("NC117", "bidi-controls", "warning", None),
        why="Signs that turn the direction of writing can show a reader other words than a program reads.",
        bad="The mayor \\u202edias\\u202c no",
        good="The mayor said no",
        cure="Take them out where the text is right without them; the fields of a record keep them.",
        test=_bidi,
    ),
)
