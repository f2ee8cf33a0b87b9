"""Shuts a process in that reads documents: no network, no core dumps, few open files, no new rights.

A document may take over the parser that reads it. What it could do then is bounded here, as far as the kernel allows:
on Linux a network namespace of its own, in which there is not even a loopback interface (namespaces(7)), and the bit
that keeps programs it starts from gaining rights (PR_SET_NO_NEW_PRIVS). Elsewhere the limits of setrlimit(2) remain.
"""

import ctypes
import os
import resource
import sys
from contextlib import suppress
from pathlib import Path

_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_PR_SET_NO_NEW_PRIVS = 38
_OPEN_FILES = 256
_LARGEST_FILE = 1 << 30
"""bytes that a reading process may write to one file; it has none to write but a recognizer's scratch"""


def shut_in() -> bool:
    """Confine this process for good; whether it is cut off from the network. Call it before any thread is started."""
    _limit(resource.RLIMIT_CORE, 0)  # a dump would hold pages of documents
    _limit(resource.RLIMIT_NOFILE, _OPEN_FILES)
    _limit(resource.RLIMIT_FSIZE, _LARGEST_FILE)
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    user, group = os.getuid(), os.getgid()
    # With rights over the machine a network of one's own is to be had at once, without them in a namespace of users.
    if libc.unshare(_CLONE_NEWNET) == 0:
        return True
    if libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) != 0:
        return False
    with suppress(OSError):
        Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1", encoding="ascii")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1", encoding="ascii")
    return True


def _limit(what: int, most: int) -> None:
    _, hard = resource.getrlimit(what)
    allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
    with suppress(OSError, ValueError):
        resource.setrlimit(what, (allowed, allowed))
