"""Between the dataclasses of the model and what a column holds: JSON for what people may want to see or ask in the
file itself, packed and compressed for what comes by the thousand a page.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import lru_cache
from itertools import repeat
from typing import TypeVar, cast

import msgspec

from sayso.errors import Problem
from sayso.model.document import Box, Edit, Layout, Mark, Page, Piece, Place, Section, SourceMap, Text
from sayso.model.proposition import Proposition
from sayso.model.span import Span, Spans

T = TypeVar("T")

_LEVEL = 3
"""Of compression: originals are often compressed already, and a worker's time is better spent on reading."""


def storable(text: str) -> str:
    """The text with U+FFFD for each half of a surrogate pair, which no file can hold: same length, same offsets."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    return text


def to_json(value: object) -> str:
    """JSON of a dataclass of the model, or of a tuple or mapping of plain values."""
    try:
        return msgspec.json.encode(value).decode()
    except UnicodeEncodeError:
        return msgspec.json.encode(_cleaned(value)).decode()


def from_json(text: str, kind: type[T]) -> T:
    """The value that `to_json` wrote; raises `msgspec.MsgspecError` for anything else."""
    return msgspec.json.decode(text, type=kind)


def _cleaned(value: object) -> object:
    """The same value with every string in it made storable."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, tuple | list):
        return tuple(_cleaned(part) for part in value)
    if isinstance(value, dict):
        return {_cleaned(key): _cleaned(part) for key, part in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _cleaned(getattr(value, f.name)) for f in fields(value)})
    return value


def problems_from_json(text: str) -> tuple[Problem, ...]:
    """Problems that `to_json` wrote."""
    return from_json(text, tuple[Problem, ...])


def compress(data: bytes) -> bytes:
    """Compressed bytes."""
    return zlib.compress(data, _LEVEL)


def decompress(data: bytes) -> bytes:
    """The bytes that were compressed."""
    return zlib.decompress(data)


@dataclass(frozen=True, slots=True)
class _Packed:
    """What is known about a text beside its characters, as arrays of numbers where there are many."""

    pages: tuple[Page, ...] | None
    words: tuple[tuple[int, int, int, float, float, float, float], ...]
    pieces: tuple[tuple[int, int, int, int], ...] | None
    edits: tuple[Edit, ...]
    marks: tuple[Mark, ...]
    boilerplate: Spans
    sections: tuple[Section, ...] = ()
    sureness: tuple[int | None, ...] = ()
    """of each word, where some were recognized in an image"""


def pack_text(text: Text, boilerplate: Sequence[Span]) -> bytes:
    """Everything about a text but its characters."""
    layout, source_map = text.layout, text.source_map
    places = layout.words if layout else ()
    packed = _Packed(
        layout.pages if layout else None,
        tuple((w.span.start, w.span.end, w.page, w.box.x0, w.box.y0, w.box.x1, w.box.y1) for w in places),
        tuple((p.start, p.end, p.source_start, p.source_end) for p in source_map.pieces) if source_map else None,
        text.edits,
        text.marks,
        tuple(boilerplate),
        text.sections,
        tuple(w.sureness for w in places) if any(w.sureness is not None for w in places) else (),
    )
    try:
        data = msgspec.msgpack.encode(packed)
    except UnicodeEncodeError:
        data = msgspec.msgpack.encode(_cleaned(packed))
    return compress(data)


@lru_cache(maxsize=8)
def unpack_text(characters: str, data: bytes) -> tuple[Text, Spans]:
    """The text and its boilerplate, as they were packed. Whoever reads a book asks for it again and again."""
    packed = msgspec.msgpack.decode(decompress(data), type=_Packed)
    layout = source_map = None
    if packed.pages is not None:
        sureness = packed.sureness or repeat(None)
        words = (
            Place(Span(w[0], w[1]), w[2], Box(*w[3:]), sure) for w, sure in zip(packed.words, sureness, strict=False)
        )
        layout = Layout(packed.pages, tuple(words))
    if packed.pieces is not None:
        source_map = SourceMap(tuple(Piece(*p) for p in packed.pieces))
    text = Text(characters, source_map, layout, packed.edits, packed.marks, packed.sections)
    return text, packed.boilerplate


def pack(value: object, *, small: bool = True) -> bytes:
    """A dataclass of the model, or a tuple or mapping of plain values, packed and, if it is to be small, compressed."""
    try:
        data = msgspec.msgpack.encode(value)
    except UnicodeEncodeError:
        data = msgspec.msgpack.encode(_cleaned(value))
    return compress(data) if small else data


def unpack(data: bytes, kind: type[T], *, small: bool = True) -> T:
    """The value that `pack` packed so; raises `msgspec.MsgspecError` for anything else."""
    return msgspec.msgpack.decode(decompress(data) if small else data, type=kind)


@dataclass(frozen=True, slots=True)
class _Boilerplate:
    """Of what is packed, the boilerplate alone: what it does not name is skipped, and costs nothing."""

    boilerplate: Spans


def unpack_boilerplate(data: bytes) -> Spans:
    """The boilerplate of a text, as it was packed."""
    return msgspec.msgpack.decode(decompress(data), type=_Boilerplate).boilerplate


def pack_propositions(propositions: Sequence[Proposition]) -> bytes:
    """What a document states."""
    return pack(tuple(propositions))


def unpack_propositions(data: bytes) -> tuple[Proposition, ...]:
    """The same, as it was packed."""
    return unpack(data, tuple[Proposition, ...])


def shift_spans(data: str, by: int) -> str:
    """The JSON of a finding with every span in it `by` code points further on."""
    return to_json(_shifted(msgspec.json.decode(data), by))


def _shifted(value: object, by: int) -> object:
    if isinstance(value, list):
        return [_shifted(part, by) for part in value]
    if isinstance(value, dict):
        if value.keys() == {"start", "end"}:
            return {"start": cast(int, value["start"]) + by, "end": cast(int, value["end"]) + by}
        return {key: _shifted(part, by) for key, part in value.items()}
    return value
