"""What a person says about a document, over what was read of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from sayso.errors import UsageError
from sayso.model.document import Metadata, Sureness
from sayso.model.judgement import Judgement, JudgementKind
from sayso.model.when import When
from sayso.store.pack import AUTHORS_JOINT


class _Undoing(Protocol):
    """A decision that may take another back."""

    @property
    def id(self) -> int: ...

    @property
    def undoes(self) -> int | None: ...


Decision = TypeVar("Decision", bound=_Undoing)


def standing(judgements: Sequence[Decision]) -> Sequence[Decision]:
    """The judgements about one item that no later one takes back, in order, those that take back included.

    Taking back an undo brings back what it took.
    """
    undone: set[int] = set()
    kept: list[Decision] = []
    for judgement in sorted(judgements, key=lambda j: j.id, reverse=True):
        if judgement.id not in undone:
            kept.append(judgement)
            if judgement.undoes is not None:
                undone.add(judgement.undoes)
    return kept[::-1]


def corrected(as_read: Metadata, judgements: Sequence[Judgement]) -> Metadata:
    """The metadata that hold now: as read, with the corrections in force, the last of each field."""
    metadata = as_read
    for judgement in standing(judgements):
        if judgement.kind is JudgementKind.CORRECT and judgement.field is not None:
            metadata = correct(metadata, judgement.field, judgement.value)
    return metadata


def correct(metadata: Metadata, field: str, value: str | None) -> Metadata:
    """Set one field; raises `UsageError` for a field that can't be corrected or a value that it can't have."""
    if field not in _CORRECTIONS:
        raise UsageError(f"{field!r} can't be corrected; these can: {', '.join(_CORRECTIONS)}.")
    return _CORRECTIONS[field](metadata, (value or "").strip() or None)


def current(metadata: Metadata, field: str) -> str | None:
    """The value of a field as a person would type it; `None` if not known."""
    value: str | None = {
        "title": metadata.title,
        "publisher": metadata.publisher,
        "authors": AUTHORS_JOINT.join(metadata.authors) or None,
        "published": metadata.published.edtf if metadata.published else None,
        "language": metadata.language,
    }[field]
    return value


def _published(metadata: Metadata, value: str | None) -> Metadata:
    try:
        when = When.parse(value) if value else None
    except ValueError:
        raise UsageError(
            f"{value!r} is no date. Write it as in 2016-12-01, 2016-12 or 2016-12-01/2016-12-05."
        ) from None
    return replace(metadata, published=when, published_sure=Sureness.PERSON)


def _language(metadata: Metadata, value: str | None) -> Metadata:
    if value is not None and not (len(value) == 2 and value.isascii() and value.isalpha()):
        raise UsageError(f"{value!r} is no language code. Write two letters, as in `en` (ISO 639-1).")
    return replace(metadata, language=value.lower() if value else None)


def split_authors(names: str) -> tuple[str, ...]:
    """Names of authors that stand in one string, as people type them and as a column holds them."""
    return tuple(name.strip() for name in names.split(AUTHORS_JOINT.strip()) if name.strip())


_CORRECTIONS: Mapping[str, Callable[[Metadata, str | None], Metadata]] = {
    "title": lambda metadata, value: replace(metadata, title=value),
    "publisher": lambda metadata, value: replace(metadata, publisher=value),
    "authors": lambda metadata, value: replace(metadata, authors=split_authors(value or "")),
    "published": _published,
    "language": _language,
}
