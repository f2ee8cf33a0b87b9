"""Processes that do one job each at a time, and can be killed and replaced alone.

A document may hang a parser, eat all memory or crash a C library. So every job runs in a process of its own kind,
with a limit on its time and its memory and without a network; what goes wrong there costs that job and nothing else.
Workers are plain `python -m sayso.workers` children joined by a socket pair, not `multiprocessing` children, so that a
script that calls Sayso is never run again in them.
"""

import ctypes
import importlib
import os
import pickle
import resource
import signal
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Generic, TypeVar

from sayso.confinement import shut_in
from sayso.errors import SaysoError

Job = TypeVar("Job")
Result = TypeVar("Result")

_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
_MEBIBYTE = 1 << 20
_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True, slots=True)
class Done(Generic[Job, Result]):
    """A job that came back."""

    job: Job
    result: Result


@dataclass(frozen=True, slots=True)
class Failed(Generic[Job]):
    """A job that was given up; `why` ends a sentence: "took more than 600 seconds"."""

    job: Job
    why: str


@dataclass(frozen=True, slots=True)
class Limits:
    """What one job may take: `seconds` of time, and memory beyond what its worker held when it was ready, in MiB."""

    seconds: float
    megabytes: int


class Pool(Generic[Job, Result]):
    """A number of worker processes that each call `make()` once, and the function it returns for every job.

    `make` names a module-level callable as "module:function"; `arguments`, the jobs and the results are pickled.
    A job may take `weight(job)` times the seconds of `limits`.
    Use as a context manager: leaving it ends all workers at once.
    """

    def __init__(
        self,
        make: str,
        arguments: tuple[object, ...],
        workers: int,
        limits: Limits,
        weight: Callable[[Job], float] = lambda _: 1.0,
    ) -> None:
        self._make = make
        self._weight = weight
        self._arguments = arguments
        self._limits = limits
        self._workers: list[_Worker[Job, Result]] = []
        self._size = workers

    def __enter__(self) -> "Pool[Job, Result]":
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.kill()
        self._workers.clear()

    def _start(self) -> "_Worker[Job, Result]":
        return _Worker(self._make, self._arguments, self._limits)

    def run(self, jobs: Sequence[Job], tick: float = 0.5) -> Iterator[Done[Job, Result] | Failed[Job] | None]:
        """Yield the outcome of every job, as they come in; `None` when none came in for `tick` seconds.

        Jobs want to be ordered by size. The last worker takes the largest ones, so that the longest job is not left
        for the end; the others begin with the smallest, so that first results come soon.
        Raises `SaysoError` if a worker can't start at all.
        """
        waiting = deque(jobs)
        size = min(self._size, len(jobs))
        self._workers += [self._start() for _ in range(size - len(self._workers))]
        # Every worker is sent its first job while it still loads its models.
        busy: dict[_Worker[Job, Result], Job] = {}
        for place, worker in enumerate(self._workers[:size]):
            busy[worker] = waiting.pop() if place == size - 1 and size > 1 else waiting.popleft()
            worker.give(busy[worker], self._weight(busy[worker]))
        while busy:
            come_in = _come_in(busy, tick)
            if not come_in:
                yield None
            for worker in come_in:
                place = self._workers.index(worker)
                job = busy.pop(worker)
                outcome = worker.outcome(job)
                if worker.spent:
                    worker.kill()
                    worker = self._workers[place] = self._start()
                if waiting:
                    busy[worker] = waiting.pop() if place == size - 1 and size > 1 else waiting.popleft()
                    worker.give(busy[worker], self._weight(busy[worker]))
                yield outcome


class _Worker(Generic[Job, Result]):
    """The parent's end of one worker process; `spent` once it is dead, hangs or ran out of memory."""

    def __init__(self, make: str, arguments: tuple[object, ...], limits: Limits) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            # -P: a file named like a library in the folder that is read must not be imported instead of it.
            command = [sys.executable, "-P", "-m", "sayso.workers", str(theirs.fileno()), make, str(limits.megabytes)]
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
                env={**os.environ, **_ONE_THREAD, "PYTHONPATH": os.pathsep.join(filter(os.path.isabs, sys.path))},
            )
        self.connection = Connection(ours.detach())
        self._limits = limits
        self._seconds = limits.seconds
        self._ready = False
        self.spent = False
        self.deadline: float | None = None
        self.connection.send(arguments)

    def give(self, job: Job, weight: float) -> None:
        self._seconds = self._limits.seconds * weight
        if self._ready:
            self.deadline = time.monotonic() + self._seconds
        # A worker that died since then is noticed when its outcome is asked for.
        try:
            self.connection.send(job)
        except OSError:
            self.deadline = 0.0

    def outcome(self, job: Job) -> Done[Job, Result] | Failed[Job]:
        """What became of the job, once its answer is there or its time is up."""
        if not self.connection.poll():
            self.spent = True
            return Failed(job, f"took more than {self._seconds:.0f} seconds")
        try:
            kind, value = pickle.loads(self.connection.recv_bytes())  # noqa: S301 - sent by our own worker
        except (EOFError, OSError):
            self.spent = True
            self.kill()
            return Failed(job, f"ended the process that read it ({_how_it_ended(self._process.returncode)})")
        if kind == "done":
            return Done(job, value)
        self.spent = kind == "no memory"
        return Failed(job, str(value))

    def is_ready(self) -> bool:
        """Whether the worker has told that its models are loaded; starts the clock of its job when it does."""
        if not self._ready:
            try:
                started: SaysoError | None = pickle.loads(self.connection.recv_bytes())  # noqa: S301
            except (EOFError, OSError):
                self.kill()
                raise SaysoError(
                    "A reading process could not start "
                    f"({_how_it_ended(self._process.returncode)}); `sayso doctor` shows what is missing."
                ) from None
            if started is not None:
                raise started
            self._ready = True
            self.deadline = time.monotonic() + self._seconds
            return False
        return True

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
        self.connection.close()


def _come_in(busy: dict[_Worker[Job, Result], Job], patience: float) -> list[_Worker[Job, Result]]:
    """The workers that have answered or are out of time, as soon as there are any; none after `patience` seconds."""
    by_connection: dict[object, _Worker[Job, Result]] = {worker.connection: worker for worker in busy}
    deadlines = [w.deadline for w in busy if w.deadline is not None]
    patience = max(0.0, min([patience, *(d - time.monotonic() for d in deadlines)]))
    answered = [by_connection[c] for c in wait([w.connection for w in busy], patience)]
    now = time.monotonic()
    late = [w for w in busy if w not in answered and w.deadline is not None and w.deadline <= now]
    return [w for w in answered if w.is_ready()] + late


def _how_it_ended(status: int) -> str:
    return f"signal {-status}" if status < 0 else f"status {status}"


def serve(connection: Connection, make: Callable[..., Callable[[object], object]], megabytes: int) -> None:
    """A worker's life: make the function, say that it is ready, then answer job after job until the parent is gone."""
    # Ctrl-C is the parent's to handle: it ends the workers itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _end_with_parent()
    shut_in()
    try:
        arguments = connection.recv()
        work = make(*arguments)
    except SaysoError as error:
        connection.send_bytes(pickle.dumps(error))
        return
    _limit_memory(megabytes)
    connection.send_bytes(pickle.dumps(None))
    while True:
        try:
            job = connection.recv()
        except EOFError:
            return
        try:
            answer = pickle.dumps(("done", work(job)))
        except MemoryError:
            answer = pickle.dumps(("no memory", f"took more than {megabytes} MiB of memory"))
        except RecursionError:
            answer = pickle.dumps(("failed", "is nested too deep"))
        except Exception as error:  # a bug or a document nobody thought of: it must cost this document alone
            answer = pickle.dumps(("failed", f"made the reader fail ({type(error).__name__}: {error})"))
        connection.send_bytes(answer)


def _end_with_parent() -> None:
    """Let the kernel end this process when its parent is gone, hanging or not (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _limit_memory(megabytes: int) -> None:
    """Let the address space grow by so much from now on (Linux; elsewhere there is no limit to set)."""
    held = Path("/proc/self/statm")
    if held.exists():
        pages = int(held.read_text().split()[0])
        most = pages * resource.getpagesize() + megabytes * _MEBIBYTE
        resource.setrlimit(resource.RLIMIT_AS, (most, resource.getrlimit(resource.RLIMIT_AS)[1]))


def main(arguments: Sequence[str]) -> None:
    """`python -m sayso.workers FD module:function MIB`, called by `Pool` alone."""
    fd, make, megabytes = arguments
    module, function = make.split(":")
    # The worker's own end of the pair comes by number, so it survives only as long as the parent's end does.
    with Connection(int(fd)) as connection:
        serve(connection, getattr(importlib.import_module(module), function), int(megabytes))


if __name__ == "__main__":
    main(sys.argv[1:])
