"""Rich text as Outlook compresses it (MS-OXRTFCP)."""

from sayso.errors import UnreadableError

_PACKED, _PLAIN = b"LZFu", b"MELA"
_WINDOW = 4096
_MOST_BYTES = 100 << 20
_PRESET = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans Serif"
    rb"SymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    + b"\r\n"
    + rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
"""What every compressed text may refer back to before it begins."""


def unpacked_rtf(data: bytes) -> bytes:
    """The rich text itself; raises `UnreadableError` if `data` is not such a text or unpacks to more than 100 MiB."""
    kind = data[8:12]
    if kind == _PLAIN:
        return data[16:]
    if kind != _PACKED:
        raise UnreadableError("Its rich text is compressed in a way that is not known.")
    window = bytearray(_PRESET.ljust(_WINDOW, b" "))
    write = len(_PRESET)
    made = bytearray()
    at = 16
    while at < len(data):
        flags = data[at]
        at += 1
        for bit in range(8):
            if flags >> bit & 1:
                if at + 2 > len(data):
                    return bytes(made)
                token = int.from_bytes(data[at : at + 2], "big")
                at += 2
                offset, length = token >> 4, (token & 15) + 2
                if offset == write:
                    return bytes(made)
                for step in range(length):
                    value = window[(offset + step) % _WINDOW]
                    made.append(value)
                    window[write] = value
                    write = (write + 1) % _WINDOW
            else:
                if at >= len(data):
                    return bytes(made)
                made.append(data[at])
                window[write] = data[at]
                write = (write + 1) % _WINDOW
                at += 1
        if len(made) > _MOST_BYTES:
            raise UnreadableError(f"Its rich text unpacks to more than {_MOST_BYTES >> 20} MiB.")
    return bytes(made)
