"""What makes a mail the same mail in ten mailboxes, though no two copies have the same bytes."""

from collections.abc import Iterator
from hashlib import sha256

from sayso.read.mail_headers import kept_headers, shown
from sayso.read.mime import Part

_TRANSFORMED = ("text/", "message/")
"""Kinds whose line ends programs change on the way."""


def identity(mail: Part) -> bytes | None:
    """The same bytes for all copies of one mail: its Message-ID, the fields that say who wrote to whom, when and about
    what (a blind copy among them), and every part without its transfer encoding.

    What mail servers add (`Received`, spam marks, labels) and how lines end does not count. `None` for a mail without
    a Message-ID, which is what its bytes are.
    """
    fields = sorted(kept_headers(mail.headers))
    if not any(name == "Message-ID" and value.strip("<> ") for name, value in fields):
        return None
    lines = [b"mail", *(f"{name}: {value}".encode("utf-8", "surrogatepass") for name, value in fields)]
    lines += [_described(part) for part in _leaves(mail)]
    return b"\n".join(lines)


def _leaves(part: Part) -> Iterator[Part]:
    todo = [part]
    while todo:
        at = todo.pop()
        if at.children:
            todo.extend(reversed(at.children))
        else:
            yield at


def _described(part: Part) -> bytes:
    content, _ = part.decoded()
    if part.media_type.startswith(_TRANSFORMED):
        content = content.replace(b"\r\n", b"\n").rstrip()
    return f"{part.media_type} {shown(part.filename)} {sha256(content).hexdigest()}".encode("utf-8", "surrogatepass")
