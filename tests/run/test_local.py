"""Workers that crash, hang or misbehave: each costs one document."""

from __future__ import annotations

import faulthandler
import os
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from mmap import mmap
from pathlib import Path

import pytest

from newsclean.record import Reason, Rejected
from newsclean.run import local, worker
from newsclean.run.local import AHEAD, run
from newsclean.run.work import Job, Outcome
from newsclean.run.worker import Pool, Work

BRIEF = Pool(timeout=0.5)


def ok(job: Job) -> Outcome:
    return Outcome(job.path.encode())


def pid(_: Job) -> Outcome:
    return Outcome(str(os.getpid()).encode())


def print_junk(job: Job) -> Outcome:
    print("junk", file=sys.__stdout__, flush=True)
    print("junk", file=sys.__stderr__, flush=True)
    os.write(1, b"junk")
    os.write(2, b"junk")
    return ok(job)


def recurse(job: Job) -> Outcome:
    return recurse(job)


def grow(job: Job) -> Outcome:
    return Outcome(b"x" * 2**40)


def fail(_: Job) -> Outcome:
    raise KeyError("words of the document \x1b[31m")


def break_down(_: Job) -> None:
    faulthandler.disable()  # pytest's would print
    os.kill(os.getpid(), signal.SIGSEGV)


FAULTS: dict[str, tuple[Callable[[Job], object], Reason, str]] = {
    "raise": (fail, Reason.CRASH, "KeyError at worker.py"),
    "recurse": (recurse, Reason.CRASH, "RecursionError"),
    "oom": (grow, Reason.TOO_LARGE, "--max-memory"),
    "sys.exit": (lambda _: sys.exit(3), Reason.CRASH, "SystemExit"),
    "exit 0": (lambda _: os._exit(0), Reason.CRASH, "exit code 0"),
    "exit 3": (lambda _: os._exit(3), Reason.CRASH, "exit code 3"),
    "segv": (break_down, Reason.CRASH, "SIGSEGV"),
    "kill": (lambda _: os.kill(os.getpid(), signal.SIGKILL), Reason.CRASH, "SIGKILL"),
    "stop": (lambda _: os.kill(os.getpid(), signal.SIGSTOP), Reason.TIMEOUT, "longer than 0.5 s"),
    "sleep": (lambda _: time.sleep(60), Reason.TIMEOUT, "longer than 0.5 s"),
    "loop in C": (lambda _: re.match(r"(a+)+$", "a" * 40 + "b"), Reason.TIMEOUT, "--timeout"),
}


def faulty(job: Job) -> Outcome:
    if job.path in FAULTS:
        FAULTS[job.path][0](job)
        pytest.fail("the fault did not strike")
    return ok(job)


def outcomes_of(jobs: Iterator[Job], work: Work, pool: Pool = local.ONE) -> list[Outcome]:
    return [done.outcome for done in run(jobs, work, pool)]


def jobs(*names: str) -> Iterator[Job]:
    return (Job(name) for name in names)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_costs_its_document_only(fault: str) -> None:
    _, reason, words = FAULTS[fault]
    before, bad, after = outcomes_of(jobs("before", fault, "after"), faulty, BRIEF)
    assert (before, after) == (Outcome(b"before"), Outcome(b"after"))
    assert bad.refused is reason
    assert words in bad.message
    assert "\x1b" not in bad.message
    rejected = Rejected.model_validate_json(bad.lines)
    assert (rejected.source.path, rejected.reason, rejected.message) == (fault, reason, bad.message)


@pytest.mark.parametrize(("taken", "refused"), [(0.8, None), (3.0, Reason.TOO_LARGE)])
def test_memory_is_counted_from_where_a_worker_was_forked(taken: float, refused: Reason | None) -> None:
    memory = 128 * 1024**2
    with mmap(-1, 4 * memory):  # what the caller holds is its own
        (outcome,) = run(
            jobs("x"), lambda job: Outcome(bytes(int(taken * memory))[:1] + job.path.encode()), Pool(memory=memory)
        )
    assert outcome.outcome.refused is refused


def test_faults_among_many_documents_with_several_workers() -> None:
    names = [name for i in range(12) for name in (f"a{i}", "exit 0", f"b{i}", "segv")]
    outcomes = outcomes_of(jobs(*names), faulty, Pool(jobs=3))
    assert [outcome.lines.decode() for outcome in outcomes[::2]] == names[::2]
    assert {outcome.refused for outcome in outcomes[1::2]} == {Reason.CRASH}


def test_faults_are_noticed_at_once() -> None:
    start = time.monotonic()
    list(run(jobs(*["exit 0"] * 20), faulty, Pool(timeout=60)))
    assert time.monotonic() - start < 10


def test_poison_among_a_thousand() -> None:
    poison = ["segv", "exit 0", "sleep", "oom", "kill"]
    names = [poison[n // 200] if n % 200 == 100 else f"d{n}" for n in range(1000)]
    outcomes = outcomes_of(jobs(*names), faulty, Pool(jobs=2, timeout=0.5))
    kept = [outcome.lines.decode() for outcome in outcomes if not outcome.refused]
    assert kept == [name for name in names if name not in FAULTS]
    refused = [Rejected.model_validate_json(outcome.lines) for outcome in outcomes if outcome.refused]
    assert [each.source.path for each in refused] == poison


def dies_once(job: Job) -> Outcome:
    """A worker that something else brings down."""
    mark = Path(job.path)
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return ok(job)


def test_a_document_of_which_a_worker_died_has_one_more_try(tmp_path: Path) -> None:
    names = [str(tmp_path / name) for name in "ab"]
    assert [outcome.lines.decode() for outcome in outcomes_of(jobs(*names), dies_once)] == names
    (bad,) = outcomes_of(jobs("segv"), faulty)
    assert "once more alone" in bad.message


@pytest.mark.parametrize(("share", "workers"), [(0.5, 1), (1e-9, 3)])
def test_a_worker_that_grew_is_replaced(monkeypatch: pytest.MonkeyPatch, share: float, workers: int) -> None:
    monkeypatch.setattr(worker, "GROWN", share)
    before = bytearray(b"x") * 2**26  # what its caller holds is not grown
    assert len({outcome.lines for outcome in outcomes_of(jobs(*"abc"), pid, Pool(memory=2**26))}) == workers
    assert before


def test_what_a_worker_prints_goes_nowhere(capfd: pytest.CaptureFixture[str]) -> None:
    assert outcomes_of(jobs("a"), print_junk) == [Outcome(b"a")]
    assert capfd.readouterr() == ("", "")


def lag(job: Job) -> Outcome:
    time.sleep(float(job.path))
    return ok(job)


def test_outcomes_come_in_the_order_of_the_inputs() -> None:
    names = ["0.3", "0.0", "0.1", "0.0", "0.2", "0.01"]
    assert [outcome.lines.decode() for outcome in outcomes_of(jobs(*names), lag, Pool(jobs=3))] == names


def test_outcomes_come_as_they_are_ready_where_order_does_not_matter() -> None:
    names = ["0.5", "0", "0.1"]
    outcomes = outcomes_of(jobs(*names), lag, Pool(jobs=2, ordered=False))
    assert [outcome.lines.decode() for outcome in outcomes] == ["0", "0.1", "0.5"]


def test_a_slow_document_does_not_let_the_rest_pile_up() -> None:
    taken = 0

    def endless() -> Iterator[Job]:
        nonlocal taken
        while True:
            yield Job("0.6" if taken == 0 else "0")
            taken += 1

    outcomes = run(endless(), lag, Pool(jobs=2))
    assert next(outcomes).outcome.lines == b"0.6"
    outcomes.close()
    assert taken <= 2 * AHEAD


def test_inputs_are_taken_when_they_are_wanted() -> None:
    taken: list[str] = []

    def watched() -> Iterator[Job]:
        for name in map(str, range(500)):
            taken.append(name)
            yield Job(name)

    outcomes = run(watched(), ok)
    for _ in range(3):
        next(outcomes)
    assert len(taken) <= AHEAD + 3
    outcomes.close()


def test_no_more_workers_than_documents() -> None:
    assert len({outcome.lines for outcome in outcomes_of(jobs("a", "b"), pid, Pool(jobs=8))}) <= 2


def test_a_worker_is_replaced_after_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "LIVES", 2)
    pids = [outcome.lines for outcome in outcomes_of(jobs(*"abcde"), pid)]
    assert [pids.count(each) for each in dict.fromkeys(pids)] == [2, 2, 1]


def children() -> list[str]:
    return Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()


def descriptors() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


@pytest.mark.parametrize("name", ["a", "sleep"])
def test_closing_leaves_no_process_and_no_descriptor(name: str) -> None:
    processes, open_before = children(), descriptors()
    outcomes = run(jobs("a", name, name), faulty, Pool(jobs=2))
    next(outcomes)
    assert children() != processes
    outcomes.close()
    assert children() == processes
    assert descriptors() == open_before


def test_nothing_to_do() -> None:
    assert list(run(jobs(), ok)) == []


def test_an_outcome_survives_its_packing() -> None:
    for outcome in (Outcome(b"a\nb\n"), Outcome(b"{}\n", Reason.EMPTY, "is empty: \u201cnothing\u201d", "0f")):
        assert Outcome.unpacked(outcome.packed()) == outcome
    with pytest.raises(ValueError, match="unpack"):
        Outcome.unpacked(b"junk")
