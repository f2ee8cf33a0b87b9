"""The sheets, slides, chapters or times of a document without pages, as JSON."""

from collections.abc import Sequence

from sayso.export.contract import Json
from sayso.model.document import Text


def sections_json(text: Text) -> Sequence[Json]:
    """One object a section, in order: what it is, its name, where it stands (code points, half-open)."""
    return [
        {"kind": section.kind.value, "label": section.label, "span": [section.span.start, section.span.end]}
        for section in text.sections
    ]
