"""The command line: one thin file a command. Standard output is data only; messages go to standard error."""

from __future__ import annotations

import gc
import os
import sys

from newsclean.cli.talk import say
from newsclean.stops import Stopped, obey
from newsclean.write.sink import OutputError, ReaderGoneError


def main() -> None:
    """Run a command; exit codes are 0, 1, 2, and 128 and its number after a signal (130 for Ctrl-C).

    numpy and pyarrow start no threads, since workers are forked, nor reserve memory, of which workers have a limited
    amount; pydantic runs no code of other packages. Garbage is looked for when all is imported: what is imported stays.
    """
    gc.disable()
    os.environ |= {
        "OPENBLAS_NUM_THREADS": "1",
        "JE_ARROW_MALLOC_CONF": "background_thread:false",
        "ARROW_DEFAULT_MEMORY_POOL": "system",
        "PYDANTIC_DISABLE_PLUGINS": "__all__",
    }
    try:
        obey()
        _fill_standard_streams()
        code = _run()
    except Stopped as stop:
        code = 128 + stop.number
    _silence_closed_pipes()
    sys.exit(code)


def _run() -> int:
    from newsclean.cli.app import app  # after `obey`, so that Ctrl-C is quiet from the first moment on

    try:
        app()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(bool(end.code))
    except ReaderGoneError:
        return 0
    except OutputError as error:
        say(str(error))
        return 1
    except Exception as error:
        from newsclean.run.worker import place

        say(f"internal failure ({place(error)}): please report it")
        return 2
    return 0


def _fill_standard_streams() -> None:
    """Where 0, 1 or 2 is closed, a file opened later would take its number, and messages or data would go there."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDONLY)  # takes the lowest free number; writing to it fails, and so is noticed


def _silence_closed_pipes() -> None:
    """What is left in Python's buffers would be written at exit, and complained about where nobody reads it."""
    for number, stream in ((1, sys.stdout), (2, sys.stderr)):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), number)
