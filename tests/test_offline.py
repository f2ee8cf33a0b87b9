"""Nothing leaves the machine: no process that Sayso starts opens a socket, or asks for the address of a name."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

# Runs at the start of every Python process below, the reading workers too.
WATCH = """
import os, sys
def watch(event, args):
    if event in ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"):
        with open(os.environ["SAYSO_TEST_NETWORK_LOG"], "a") as log:
            address = args[1] if hasattr(args[0], "fileno") else args[0]
            log.write(f"{event} {address[0] if isinstance(address, tuple) else address}\\n")
sys.addaudithook(watch)
"""


@pytest.fixture
def watched(tmp_path: Path) -> tuple[dict[str, str], Path]:
    (tmp_path / "watch").mkdir()
    (tmp_path / "watch" / "sitecustomize.py").write_text(WATCH)
    log = tmp_path / "network.log"
    log.touch()
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "watch"), "SAYSO_TEST_NETWORK_LOG": str(log)}
    return environment, log


def beyond_loopback(log: Path) -> list[str]:
    """What was asked of other machines; a library that tries out whether this one has IPv6 binds to ::1."""
    return [line for line in log.read_text().splitlines() if line.split()[1] not in ("127.0.0.1", "::1")]


def test_the_watch_sees_a_connection(watched: tuple[dict[str, str], Path]) -> None:
    environment, log = watched
    attempt = "import socket; s = socket.socket(); s.settimeout(0.1); s.connect_ex(('127.0.0.1', 9))"
    subprocess.run([sys.executable, "-c", attempt], env=environment, check=True)
    assert log.read_text() == "socket.connect 127.0.0.1\n"
    log.write_text("socket.connect 192.0.2.1\nsocket.bind ::1\nsocket.getaddrinfo harbour.example\n")
    assert beyond_loopback(log) == ["socket.connect 192.0.2.1", "socket.getaddrinfo harbour.example"]


def test_reading_a_case_asks_the_network_nothing(watched: tuple[dict[str, str], Path], tmp_path: Path) -> None:
    environment, log = watched
    case = str(tmp_path / "demo.sayso")
    for command in (["demo", "--workers", "1"], ["statements"], ["search", "report"], ["documents", "--json"]):
        done = subprocess.run(
            [sys.executable, "-m", "sayso", *command, "--case", case], env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
    assert beyond_loopback(log) == []
