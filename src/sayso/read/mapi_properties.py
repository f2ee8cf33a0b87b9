"""Lists of properties inside of a `winmail.dat` (MS-OXTNEF, section 2.1.3.4)."""

from dataclasses import dataclass

Value = str | bytes
_FIXED = {0x02: 4, 0x03: 4, 0x04: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x0A: 4, 0x0B: 4, 0x14: 8, 0x40: 8, 0x48: 16}
_NARROW, _WIDE, _OBJECT, _BINARY = 0x1E, 0x1F, 0x0D, 0x102
_SEVERAL = 0x1000
_NAMED = 0x8000
_MOST = 20_000


def properties(data: bytes) -> dict[int, Value]:
    """The strings and bytes of a list by the id of their property; numbers are passed over, of several the first
    counts. Raises `ValueError` where it is cut off or has a type that no standard knows.
    """
    reader = _Reader(data)
    found: dict[int, Value] = {}
    for _ in range(min(reader.number(4), _MOST)):
        kind, id = reader.number(2), reader.number(2)
        if id >= _NAMED:
            reader.take(16)
            if reader.number(4):
                reader.padded(reader.number(4))
            else:
                reader.take(4)
        several, kind = bool(kind & _SEVERAL), kind & ~_SEVERAL
        if kind in _FIXED:
            for _ in range(min(reader.number(4), _MOST) if several else 1):
                reader.take(_FIXED[kind])
        elif kind in (_NARROW, _WIDE, _OBJECT, _BINARY):
            for _ in range(min(reader.number(4), _MOST)):
                found.setdefault(id, _value(kind, reader.padded(reader.number(4))))
        else:
            raise ValueError(f"a property has the unknown type {kind:#x}")
    return found


def _value(kind: int, data: bytes) -> Value:
    if kind == _WIDE:
        return data.decode("utf-16-le", "replace").rstrip("\0")
    if kind == _NARROW:
        data = data.rstrip(b"\0")
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            return data.decode("cp1252", "replace")
    return data


@dataclass(slots=True)
class _Reader:
    """Takes numbers and bytes off the front."""

    data: bytes
    at: int = 0

    def take(self, size: int) -> bytes:
        """The next bytes; raises `ValueError` if there are fewer."""
        if self.at + size > len(self.data):
            raise ValueError("it ends inside of a property")
        taken = self.data[self.at : self.at + size]
        self.at += size
        return taken

    def number(self, size: int) -> int:
        """The next little-endian number."""
        return int.from_bytes(self.take(size), "little")

    def padded(self, size: int) -> bytes:
        """The next bytes, which fill up to a multiple of four; the last of a list may not."""
        taken = self.take(size)
        self.at = min(len(self.data), self.at + -size % 4)
        return taken
