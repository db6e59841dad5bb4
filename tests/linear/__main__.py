"""Reads each input of `growing` at some sizes, a process each, so that valgrind counts the instructions of each.

    valgrind --tool=cachegrind --cache-sim=no --cachegrind-out-file=FOLDER/%p python tests/linear SIZE FROM STEP

prints a line of JSON for each input, every STEP-th from FROM on: its name, a process that read nothing, and those that
read it at one, two and four times the size. What the parent did before it forked counts for each. trafilatura is not
asked: whether the model is unsure changes with the size, and `label.second` bounds what is asked.
"""

from __future__ import annotations

import json
import os
import sys
from itertools import islice

from growing import INPUTS, Make

from newsclean.document import Source
from newsclean.label import second
from newsclean.pipeline import clean
from newsclean.read import dump_of
from newsclean.read.items import Item


def read(make: Make, size: int) -> None:
    """All that the library does to one input."""
    clean(dump_of(Item(Source("-"), make(size).encode())))


def forked(make: Make, size: int) -> int:
    """The number of a process that reads an input, or nothing where its size is 0."""
    child = os.fork()
    if child == 0:
        try:
            if size:
                read(make, size)
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    return child


def main(size: int, first: int, step: int) -> None:
    """Read every input, once before it counts: what is loaded then is loaded once a run."""
    second.is_unsure = lambda draft: False
    for name, make in islice(INPUTS.items(), first, None, step):
        read(make, size)
        print(json.dumps([name, *(forked(make, n) for n in (0, size, 2 * size, 4 * size))]), flush=True)


main(*map(int, sys.argv[1:]))
