"""One job may fail in any way without costing another."""

import os
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from sayso.errors import SaysoError
from sayso.workers import Done, Limits, Pool


def make_actor(greeting: str) -> Callable[[str], str]:
    """Runs in the worker: does what the job says."""

    def act(job: str) -> str:
        match job:
            case "hang":
                time.sleep(60)
            case "crash":
                os.kill(os.getpid(), signal.SIGSEGV)
            case "eat":
                return str(len(bytearray(400 << 20)))
            case "raise":
                raise ValueError("on purpose")
            case "deep":
                return act_deep(0)
            case "limits":
                return f"{resource.getrlimit(resource.RLIMIT_CORE)[0]} {resource.getrlimit(resource.RLIMIT_NOFILE)[0]}"
        if job.startswith("connect "):
            with socket.socket() as attempt:
                return os.strerror(attempt.connect_ex(("127.0.0.1", int(job.split()[1]))))
        return f"{greeting} {job} {os.getpid()}"

    return act


def act_deep(level: int) -> str:
    return act_deep(level + 1)


def make_nothing() -> Callable[[str], str]:
    raise SaysoError("No model is installed.")


def outcomes(jobs: list[str], workers: int = 2, seconds: float = 30) -> dict[str, str]:
    with Pool[str, str](f"{__name__}:make_actor", ("hello",), workers, Limits(seconds, 200)) as pool:
        found = [outcome for outcome in pool.run(jobs) if outcome is not None]
    assert sorted(o.job for o in found) == sorted(jobs)
    return {o.job: o.result if isinstance(o, Done) else f"FAILED {o.why}" for o in found}


def test_every_job_comes_back_once() -> None:
    jobs = [f"job {n}" for n in range(20)]
    assert all(outcome.startswith(f"hello {job} ") for job, outcome in outcomes(jobs).items())


@pytest.mark.parametrize(
    ("job", "why"),
    [
        ("crash", "ended the process that read it (signal 11)"),
        ("eat", "took more than 200 MiB of memory"),
        ("raise", "made the reader fail (ValueError: on purpose)"),
        ("deep", "is nested too deep"),
    ],
)
def test_a_failing_job_costs_itself_alone(job: str, why: str) -> None:
    found = outcomes(["a", "b", job, "c", "d"])
    assert found.pop(job) == f"FAILED {why}"
    assert all(outcome.startswith("hello") for outcome in found.values())


def test_a_job_that_hangs_is_given_up() -> None:
    started = time.monotonic()
    found = outcomes(["a", "hang", "b"], workers=1, seconds=1)
    assert found["hang"] == "FAILED took more than 1 seconds"
    assert found["b"].startswith("hello")
    assert time.monotonic() - started < 20


def test_workers_are_gone_afterwards() -> None:
    pids = {int(outcome.split()[-1]) for outcome in outcomes(["a", "b", "c"]).values()}
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_what_keeps_workers_from_starting_is_raised() -> None:
    pool = Pool[str, str](f"{__name__}:make_nothing", (), 1, Limits(5, 100))
    with pool, pytest.raises(SaysoError, match="No model is installed"):
        list(pool.run(["a"]))


def test_a_worker_dumps_no_core_and_opens_few_files() -> None:
    assert outcomes(["limits"])["limits"] == "0 256"


def test_a_worker_has_no_network_where_the_kernel_allows_that() -> None:
    command = [sys.executable, "-c", "from sayso.confinement import shut_in; print(shut_in())"]
    if subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() != "True":
        pytest.skip("This system does not let a process be cut off from the network.")
    with socket.create_server(("127.0.0.1", 0)) as server:
        job = f"connect {server.getsockname()[1]}"
        assert outcomes([job])[job] == "Network is unreachable"
