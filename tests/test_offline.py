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
            log.write(f"{event} {args[1:]}\\n")
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


def test_the_watch_sees_a_connection(watched: tuple[dict[str, str], Path]) -> None:
    environment, log = watched
    attempt = "import socket; s = socket.socket(); s.settimeout(0.1); s.connect_ex(('127.0.0.1', 9))"
    subprocess.run([sys.executable, "-c", attempt], env=environment, check=True)
    assert "socket.connect" in log.read_text()


def test_reading_a_case_asks_the_network_nothing(watched: tuple[dict[str, str], Path], tmp_path: Path) -> None:
    environment, log = watched
    case = str(tmp_path / "demo.sayso")
    for command in (["demo", "--workers", "1"], ["statements"], ["search", "report"], ["documents", "--json"]):
        done = subprocess.run(
            [sys.executable, "-m", "sayso", *command, "--case", case], env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
    assert log.read_text() == ""
