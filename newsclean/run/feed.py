"""From the paths of a command line to jobs: a document is one, and a container is unpacked into many.

Containers are hostile until read, so that the parent does not unpack them: it looks at the first bytes of each input,
and where those are no document's a feeder is forked, which sends what it finds through a pipe. A pipe holds no more
than its reader takes, so that memory stays bounded; a feeder that dies or hangs costs the rest of its container alone.
"""

from __future__ import annotations

import json
import os
import select
import signal
import time
from collections.abc import Container, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from multiprocessing import get_context
from multiprocessing.connection import Connection

from newsclean.document import Source
from newsclean.limits import MEBIBYTE
from newsclean.names import File, shown
from newsclean.pipeline import Options
from newsclean.read.containers import HEAD, documents, format_of
from newsclean.read.files import STDIN, chunks_of, expand, head_of, is_pipe, open_file
from newsclean.read.items import Context, Item
from newsclean.read.limits import ReadError
from newsclean.read.streams import Stream
from newsclean.record import Reason
from newsclean.run.work import Job
from newsclean.run.worker import FULL, Pool, ended, place, settle
from newsclean.stops import held

BEAT = 1.0
"""Seconds after which a feeder that has nothing to send says that it lives: it waits for a slow pipe, or passes over
what is no document."""
ALIVE, DONE = b"", b"."
PLACE = ("member", "record_id", "date", "line")
"""What a container adds to where a document came from."""


def jobs_of(
    paths: Iterable[str],
    context: Context,
    options: Options,
    pool: Pool,
    left_out: Container[File] = (),
) -> Generator[Job, None, None]:
    """A job for each document that paths name, less what a folder leaves out.

    Close the iterator, and no process is left.
    """
    for path in expand(paths, left_out):
        if isinstance(path, ReadError):
            yield Job((path.source or Source("")).path, path, context.limits, options)
            continue
        for item in _items(path, context, pool):
            yield Job(path, item, context.limits, options)


def _items(path: str, context: Context, pool: Pool) -> Iterator[Item | ReadError | None]:
    """What stands in an input; None for a file that is no container, or that cannot be opened: its worker says why."""
    source = Source(*shown(path))
    try:
        handle = os.dup(0) if path == STDIN else open_file(path)
    except (OSError, ReadError):
        yield Item(source, b"") if path == STDIN else None
        return
    try:
        head = head_of(handle, HEAD)
        if form := format_of(head, context.keys, path):
            form.reader()  # imported here, for all feeders to share
            with closing(_Feeder(handle, head, source, context, pool)) as feeder:
                yield from feeder.items()
        elif path == STDIN or is_pipe(handle):  # which no worker could open anew
            yield Item(source, Stream(chunks_of(handle, head)).read(context.limits.max_input + 1))
        else:
            yield None
    except ReadError as error:
        yield error.of(source)
    finally:
        os.close(handle)


class _Feeder:
    """A process that unpacks a container."""

    def __init__(self, handle: int, head: bytes, source: Source, context: Context, pool: Pool) -> None:
        self._source, self._most, self._timeout = source, context.limits.max_input + 2 * MEBIBYTE, pool.timeout
        fork = get_context("fork")
        with held():  # so that the child is deaf before it can hear
            self._pipe, far = fork.Pipe(duplex=False)
            arguments = (far, handle, head, source, context, pool)
            self._process = fork.Process(target=_feed, args=arguments, daemon=True)
            self._process.start()
            far.close()

    def items(self) -> Iterator[Item | ReadError]:
        """What it finds; at last a refusal of the container where it died or was silent too long."""
        try:
            while self._pipe.poll(self._timeout):
                message = self._pipe.recv_bytes(self._most)
                if message == DONE:
                    return
                if message != ALIVE:
                    yield _unpacked(message, self._source)
            said = f"gave nothing for {self._timeout:g} s: raise --timeout, or leave it out"
            yield ReadError(Reason.TIMEOUT, said).of(self._source)
        except EOFError:
            how = f"ended its feeder ({ended(self._process)}): leave it out, and please report it"
            yield ReadError(Reason.CRASH, how).of(self._source)
        except (OSError, ValueError, TypeError, KeyError):
            yield ReadError(Reason.CRASH, "was unpacked to what is no document: please report it").of(self._source)

    def close(self) -> None:
        with held():
            self._process.kill()
            self._process.join()
            self._pipe.close()


def _packed(item: Item | ReadError) -> bytes:
    """As bytes for a pipe: what comes out of a process that read hostile bytes is not unpickled."""
    source = item.source or Source("")
    place = {key: getattr(source, key) for key in PLACE}
    header: dict[str, object]
    if isinstance(item, ReadError):
        header = {"reason": item.reason, "message": item.message, "offset": item.offset}
        return json.dumps([place, header]).encode()
    header = {"url": item.url, "charset": item.charset, "medium": item.medium, "stated": item.stated}
    return json.dumps([place, header]).encode() + b"\n" + item.data


def _unpacked(message: bytes, source: Source) -> Item | ReadError:
    """What was packed; raises ValueError, TypeError or KeyError where it is nothing of that kind."""
    head, is_document, data = message.partition(b"\n")
    place, header = json.loads(head)
    source = replace(source, **place)
    if is_document:
        header["stated"] = tuple((name, value) for name, value in header["stated"])
        return Item(source, data, **header)
    return ReadError(Reason(header["reason"]), header["message"], header["offset"]).of(source)


class _Mouth:
    """The feeder's end of the pipe."""

    def __init__(self, pipe: Connection, handle: int, timeout: float) -> None:
        self._pipe, self._timeout = pipe, timeout
        self._poll = select.poll()
        self._poll.register(handle, select.POLLIN)
        self.send(ALIVE)

    def send(self, message: bytes) -> None:
        """Send, which waits for the parent; raises OSError where that is gone."""
        signal.setitimer(signal.ITIMER_REAL, 0)
        self._pipe.send_bytes(message)
        self._last = time.monotonic()
        # Should the parent be gone by then, nobody else ends a container that hangs.
        signal.setitimer(signal.ITIMER_REAL, 2 * self._timeout)

    def wait(self) -> None:
        """Until there is something to read."""
        while not self._poll.poll(BEAT * 1000):
            self.send(ALIVE)
        if time.monotonic() - self._last > BEAT:
            self.send(ALIVE)


def _feed(pipe: Connection, handle: int, head: bytes, source: Source, context: Context, pool: Pool) -> None:
    """The life of a feeder: each document of a container to the pipe, or why it cannot be read."""
    settle(pool.memory, pipe.fileno(), handle)
    mouth = _Mouth(pipe, handle, pool.timeout)
    with open(handle, "rb", buffering=0, closefd=False) as file:
        stream = Stream(chunks_of(handle, head, mouth.wait), file if file.seekable() else None)
        for item in _found(stream, source, context):
            mouth.send(_packed(item))
    mouth.send(DONE)


def _found(stream: Stream, source: Source, context: Context) -> Iterator[Item | ReadError]:
    try:
        yield from documents(stream, source, context)
        return
    except MemoryError:
        refusal = ReadError(Reason.TOO_LARGE, FULL)
    except Exception as error:
        refusal = ReadError(Reason.CRASH, f"met a fault of newsclean ({place(error)}): please report it")
    yield refusal.of(source)
