"""Content lines of calendars and contacts (RFC 5545, RFC 6350): names, parameters, values, and who is meant by one."""

import quopri
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_FOLD = re.compile(r"\r?\n[ \t]")
_LINE_END = re.compile(r"\r\n|\n|\r")
_PARAMETER = re.compile(r';([A-Za-z0-9-]{1,60})(?:=((?:"[^"]*"|[^";:,])*(?:,(?:"[^"]*"|[^";:,])*)*))?')
_NAME = re.compile(r"(?:[A-Za-z0-9-]{1,60}\.)?([A-Za-z0-9-]{1,60})(?=[;:])")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_MOST_LINES = 2_000_000


@dataclass(frozen=True, slots=True)
class Line:
    """One property: `name` and the parameters' names in capitals, `value` as written."""

    name: str
    parameters: Mapping[str, str]
    value: str

    @property
    def words(self) -> str:
        """The value as people read it."""
        if self.parameters.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
            raw = quopri.decodestring(self.value.encode("utf-8", "surrogateescape"))
            try:
                return raw.decode(self.parameters.get("CHARSET") or "utf-8", "replace").strip()
            except LookupError:
                return raw.decode("utf-8", "replace").strip()
        return _ESCAPED.sub(lambda m: "\n" if m[1] in "nN" else m[1], self.value).strip()

    def fields(self, separator: str = ";") -> Sequence[str]:
        """The parts of a value that has several, each as people read it."""
        parts = re.split(rf"(?<!\\){separator}", self.value)
        return [part for p in parts if (part := Line(self.name, self.parameters, p).words)]

    @property
    def person(self) -> str:
        """ "Ane Sørby <ane@…>": the name of an attendee beside the address."""
        name = self.parameters.get("CN", "").strip('"').strip()
        address = re.sub(r"(?i)^mailto:", "", self.words)
        if not name or name == address:
            return address
        return f"{name} <{address}>" if "@" in address else name


def content_lines(characters: str) -> Iterator[Line]:
    """The properties of a file in order; what is none is passed over."""
    unfolded = _FOLD.sub("", characters)
    lines = iter(_LINE_END.split(unfolded)[:_MOST_LINES])
    for line in lines:
        match = _NAME.match(line)
        if not match:
            continue
        at, parameters = match.end(), {}
        while parameter := _PARAMETER.match(line, at):
            value = (parameter[2] or "").strip('"')
            # In the oldest form a parameter is a bare value.
            name = parameter[1].upper() if parameter[2] is not None else "ENCODING" if "-" in parameter[1] else "TYPE"
            parameters[name] = value if parameter[2] is not None else parameter[1]
            at = parameter.end()
        if line[at : at + 1] == ":":
            value = line[at + 1 :]
            if parameters.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
                pieces = [value]
                while pieces[-1].endswith("=") and (more := next(lines, None)) is not None:
                    pieces[-1] = pieces[-1][:-1]
                    pieces.append(more)
                value = "".join(pieces)
            yield Line(match[1].upper(), parameters, value)
