"""Names of what lies inside of containers, made harmless: nothing is ever written under them, but people see them."""

import re

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_DRIVE = re.compile(r"^[A-Za-z]:")
_MOST_PART, _MOST_PARTS = 150, 30
_LEFT_BY_SYSTEMS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


class ItemNames:
    """Hands out names of the items of one container, each unlike those before."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def harmless(self, stated: str) -> tuple[str, str]:
        """The name without anything that leads elsewhere or can't be shown, and a problem if it wanted to lead out."""
        path = stated.replace("\\", "/")
        parts = [_short(_CONTROL.sub("", part).strip()) for part in _DRIVE.sub("", path).split("/")]
        kept = [part for part in parts if part not in ("", ".", "..")][-_MOST_PARTS:]
        name = self._unlike("/".join(kept) or "unnamed")
        leads_out = path.startswith("/") or _DRIVE.match(path) or ".." in path.split("/")
        what = f"Its name leads out of the archive ({shown(stated)}); it was read as {name} and written nowhere."
        return name, what if leads_out else ""

    def _unlike(self, name: str) -> str:
        count = self._taken[name] = self._taken.get(name, 0) + 1
        if count == 1:
            return name
        stem, dot, suffix = name.rpartition(".")
        return self._unlike(f"{stem}-{count}.{suffix}" if dot and "/" not in suffix else f"{name}-{count}")


def shown(name: str) -> str:
    """A name as it may stand in a sentence: one line, not too long."""
    plain = _CONTROL.sub("?", name)
    return plain if len(plain) <= _MOST_PART else f"{plain[:_MOST_PART]}…"


def is_left_by_system(name: str) -> bool:
    """Whether it is what an operating system leaves beside files: no document, and nobody's words."""
    parts = name.split("/")
    return parts[0] == "__MACOSX" or parts[-1].startswith("._") or parts[-1] in _LEFT_BY_SYSTEMS


def _short(part: str) -> str:
    if len(part) <= _MOST_PART:
        return part
    stem, dot, suffix = part.rpartition(".")
    return f"{(stem or suffix)[: _MOST_PART - 20]}{dot}{suffix[:19]}"
