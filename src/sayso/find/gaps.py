"""What is missing: redactions that readers saw, refusals to comment, silence, withheld names, open questions."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sayso.find.attribution.quotes import find_quotes
from sayso.find.edits import Edits, solid_spans
from sayso.find.lexicon import patterns
from sayso.find.sentences import sentences
from sayso.model.document import Document
from sayso.model.findings import finding_id
from sayso.model.gap import Gap, GapKind
from sayso.model.redaction import regions
from sayso.model.span import Span

_OWN_IGNORANCE = re.compile(
    r"\bI (?:still )?do(?: not|n['’]t) (?:yet )?know "
    r"(?:who|what|when|where|why|how|whether|which|the (?:reason|cause|answer|source))\b"
)


def find_gaps(document: Document, text: str, blocks: Sequence[Span]) -> tuple[Gap, ...]:
    """The gaps of a document in order; `text` is its text with boilerplate and the like made blank.

    One a mark for redactions, otherwise one a kind and sentence, whose span is the sentence.
    """
    found = [*redaction_gaps(document), *_in_sentences(document, text, blocks)]
    return tuple(sorted(found, key=lambda g: (g.span, g.kind)))


def redaction_gaps(document: Document) -> tuple[Gap, ...]:
    """One gap for each redaction that a reader marked; those of one blacked-out passage share their region's number."""
    return tuple(
        Gap(
            finding_id("g", document.id, mark.span),
            GapKind.REDACTION,
            mark.span,
            mark.page if mark.page is not None else document.text.page_of(mark.span),
            mark.recoverable,
            mark.note,
            mark.box,
            number,
        )
        for number, region in enumerate(regions(document.text), 1)
        for mark in region.marks
    )


def kinds(sentence: str, *, quoted: bool = False) -> tuple[GapKind, ...]:
    """The kinds of gap that a sentence states, in the order of `GapKind`; line breaks count as spaces.

    In a quotation, "I don't know" is somebody's turn of phrase; elsewhere the writer tells what is not known.
    """
    flat = re.sub(r"\s+", " ", sentence)
    found = [GapKind(name) for name, pattern in patterns("gaps").items() if pattern.search(flat)]
    if not quoted and not re.search(r"[“\"]", flat) and _OWN_IGNORANCE.search(flat):
        found.append(GapKind.OPEN_QUESTION)
    return tuple(dict.fromkeys(found))


def _in_sentences(document: Document, text: str, blocks: Sequence[Span]) -> Iterator[Gap]:
    edits = Edits(solid_spans(document.text))
    quoted = [q.span for q in find_quotes(text, blocks)]
    starts = [q.start for q in quoted]
    for sentence in sentences(text, blocks):
        span = edits.whole(sentence)
        before = bisect_right(starts, sentence.start) - 1
        inside = before >= 0 and sentence.start < quoted[before].end
        for kind in kinds(sentence.of(text), quoted=inside):
            # The kind is part of the name: one sentence can hold two gaps.
            name = finding_id("g", f"{document.id} {kind}", span)
            yield Gap(name, kind, span, document.text.page_of(span), None)
