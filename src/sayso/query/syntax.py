"""A query as it was typed, taken apart. Writing it out again (`str`) gives a query that means the same."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or a phrase in quotation marks; with `prefix` the last word may go on.

    `at` is where it stands, in code points from the start of the query; it does not count when queries are compared.
    """

    text: str
    quoted: bool = False
    prefix: bool = False
    at: int = field(default=0, compare=False)

    def __str__(self) -> str:
        star = "*" if self.prefix else ""
        if not self.quoted:
            return self.text + star
        escaped = self.text.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"{star}'


@dataclass(frozen=True, slots=True)
class Range:
    """`[first TO last]`, both included; `*` for an open end."""

    first: str
    last: str
    at: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return f"[{self.first} TO {self.last}]"


@dataclass(frozen=True, slots=True)
class Field:
    """`name:value`."""

    name: str
    value: Term | Range
    at: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return f"{self.name}:{self.value}"


@dataclass(frozen=True, slots=True)
class Negation:
    """What must not be."""

    part: "Query"

    def __str__(self) -> str:
        return f"NOT {_inside(self.part)}"


@dataclass(frozen=True, slots=True)
class All:
    """All of these; none of them is the query that asks for everything."""

    parts: tuple["Query", ...]

    def __str__(self) -> str:
        return " ".join(_inside(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of these."""

    parts: tuple["Query", ...]

    def __str__(self) -> str:
        return " OR ".join(_inside(part) for part in self.parts)


Query = Term | Field | Negation | All | Either


def _inside(part: Query) -> str:
    return f"({part})" if isinstance(part, All | Either) else str(part)
