"""Whatever happens to inputs and runs in between, a run that goes on gives what a clean one would."""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import shutil
import signal
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from newsclean.record import Reason
from newsclean.run.extract import Request, extract_all
from newsclean.run.journal import Journal
from newsclean.run.local import Done
from newsclean.run.work import Job, Outcome, refuse
from newsclean.run.worker import Pool

NAMES = tuple(f"{n:02}" for n in range(12))
JOBS = st.integers(1, 3)


def copied(job: Job) -> Outcome:
    """A line for each input; none for those that hold an "x", that cannot be read, or whose bytes are known."""
    try:
        data = Path(job.path).read_bytes()
    except OSError:
        return refuse(job, Reason.UNREADABLE, "cannot be read")
    digest = hashlib.sha256(data).hexdigest()
    if digest == job.known:
        return Outcome(b"", digest=digest)
    if b"x" in data:
        return Outcome(refuse(job, Reason.NOT_AN_ARTICLE, "holds no article").lines, Reason.NOT_AN_ARTICLE, "", digest)
    return Outcome(b'{"said": "%s"}\n' % data, digest=digest)


def killed_after(inputs: int) -> None:
    """Let this process be killed when so many inputs are done."""
    settled, left = Journal.settled, itertools.count(inputs, -1)

    def killing(journal: Journal, done: Done) -> Outcome:
        if next(left) == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return settled(journal, done)

    Journal.settled = killing  # type: ignore[method-assign]


class Resume(RuleBasedStateMachine):
    """`inputs` is what must be said: the content of each file that can be read."""

    @initialize()
    def begin(self) -> None:
        self.before, self.folder = Path.cwd(), tempfile.mkdtemp()
        os.chdir(self.folder)
        self.inputs: dict[str, str] = {}
        self.closed: set[str] = set()
        for name in NAMES:
            self.write(name, f"first {name}")

    def teardown(self) -> None:
        os.chdir(self.before)
        shutil.rmtree(self.folder)

    @rule(name=st.sampled_from(NAMES), content=st.sampled_from(["new", "newer", "x", ""]))
    def write(self, name: str, content: str) -> None:
        if name in self.closed:
            self.open(name)
        Path(name).write_text(content)
        self.inputs[name] = content

    @rule(name=st.sampled_from(NAMES))
    def truncate(self, name: str) -> None:
        if name in self.inputs:
            self.write(name, self.inputs[name][:3])

    @rule(name=st.sampled_from(NAMES))
    def delete(self, name: str) -> None:
        Path(name).unlink(missing_ok=True)
        self.inputs.pop(name, None)
        self.closed.discard(name)

    @rule(name=st.sampled_from(NAMES))
    def close(self, name: str) -> None:
        if name in self.inputs:
            Path(name).chmod(0)
            self.closed.add(name)

    @rule(name=st.sampled_from(NAMES))
    def open(self, name: str) -> None:
        if name in self.closed:
            Path(name).chmod(0o600)
            self.closed.discard(name)

    @rule(jobs=JOBS, inputs=st.integers(0, len(NAMES) - 1))
    def start_and_kill(self, jobs: int, inputs: int) -> None:
        child = os.fork()
        if child == 0:
            killed_after(inputs)
            os._exit(self.run("out", jobs, resume=True))
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
        assert not Path("out").exists()

    @rule(jobs=JOBS)
    def go_on(self, jobs: int) -> None:
        assert self.run("out", jobs, resume=True) == (1 if len(self.said()) < len(NAMES) else 0)
        self.is_whole()
        assert {path.name for path in Path().iterdir()} == {*self.inputs, "out", "out.rejects"}
        self.run("clean", 1, resume=False)
        for end in ("", ".rejects"):
            assert Path(f"out{end}").read_bytes() == Path(f"clean{end}").read_bytes()
            Path(f"out{end}").unlink()
            Path(f"clean{end}").unlink()

    @invariant()
    def no_output_is_in_pieces(self) -> None:
        for path in (Path("out"), Path("out.rejects")):
            assert not path.exists() or path.read_bytes().endswith(b"\n") or not path.read_bytes()

    def run(self, output: str, jobs: int, *, resume: bool) -> int:
        pool = Pool(jobs=jobs)
        request = Request(NAMES, output, rejects=f"{output}.rejects", pool=pool, resume=resume, quiet=True)
        return extract_all(request, lambda _: None, copied)

    def said(self) -> dict[str, str]:
        """What the readable inputs with an article say, in order."""
        readable = (name for name in NAMES if name in self.inputs and (name not in self.closed or os.geteuid() == 0))
        return {name: self.inputs[name] for name in readable if "x" not in self.inputs[name]}

    def is_whole(self) -> None:
        """Every input stands in the output or among the rejects, once."""
        said = self.said()
        assert [json.loads(line)["said"] for line in Path("out").read_bytes().splitlines()] == [*said.values()]
        refused = [json.loads(line)["source"]["path"] for line in Path("out.rejects").read_bytes().splitlines()]
        assert refused == [name for name in NAMES if name not in said]


Resume.TestCase.settings = settings(max_examples=12, stateful_step_count=15)
TestResume = Resume.TestCase
