"""`python -m newsclean.training.prose FOLDER > newsclean/lang/prose.txt`: the words that prose prints in lower case.

Bylines are told from other short lines by them: "Article Content" is no person. A word is one where many sites print it
so, and next to none begins it with a capital inside a sentence, as they begin names.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from newsclean.training.pages import gold_of, site_of

SITES = 3
"""Sites that print a word in lower case, at least."""
TIMES = 5
"""Times as many as those that begin it with a capital, at least."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_INSIDE = re.compile(r"(?<=[^\W\d_A-Z,] )[^\W\d_]{3,}")
"""A word behind another one."""


def prose_words(pages: Iterable[dict[str, Any]]) -> list[str]:
    """The words of the gold bodies that are prose and no names, sorted."""
    small: defaultdict[str, set[str]] = defaultdict(set)
    great: defaultdict[str, set[str]] = defaultdict(set)
    for page in pages:
        site, body = site_of(page), page["body"]
        for word in filter(str.islower, _WORD.findall(body)):
            small[word].add(site)
        for word in filter(str.istitle, _INSIDE.findall(body)):
            great[word.lower()].add(site)
    return sorted(w for w, sites in small.items() if len(sites) >= max(SITES, TIMES * len(great.get(w, ()))))


if __name__ == "__main__":
    print("\n".join(prose_words(gold_of(Path(sys.argv[1])))))
