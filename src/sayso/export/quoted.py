"""Exact words between quotation marks, without marks that stand twice."""

import re

_OPENING, _CLOSING = '“„«"', '”»"'
_PAIR = re.compile(r"“([^“”]*)”|\"([^\"]*)\"")


def quoted(words: str) -> str:
    """The words on one line between “ and ”.

    Marks that are there are kept: none is added where the words begin or end with one that has no partner among them.
    Only where one would stand twice do quotations within become single, as printers set them.
    """
    line = " ".join(words.split())
    if not line:
        return ""
    opened, closed = line[0] in _OPENING, line[-1] in _CLOSING
    if not (opened or closed):
        return f"“{line}”"
    whole = _PAIR.fullmatch(line)
    if whole and len(line) > 1:
        return line
    inside = _PAIR.sub(lambda pair: f"‘{pair[1] if pair[1] is not None else pair[2]}’", line)
    opened, closed = inside[0] in _OPENING, inside[-1] in _CLOSING
    mark = '"' if '"' in (inside[0], inside[-1]) else ""
    return ("" if opened else mark or "“") + inside + ("" if closed and len(inside) > 1 else mark or "”")
