"""Text to findings. Pure: no database, no network, no clock."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.find.attribution import find_attributions
from sayso.find.attribution.pleasantries import is_pleasantry
from sayso.find.attribution.statements import find_statements
from sayso.find.blocks import find_blocks, introductions, quoting_signs
from sayso.find.boilerplate import find_boilerplate
from sayso.find.citations import find_citations
from sayso.find.coreference import find_entities
from sayso.find.correspondents import correspondents, is_mail
from sayso.find.dates import find_dates
from sayso.find.edits import Edits, solid_spans
from sayso.find.events import find_events
from sayso.find.events.headers import header_events
from sayso.find.gaps import find_gaps, redaction_gaps
from sayso.find.headings import run_in_headings
from sayso.find.mentions import find_mentions
from sayso.find.propositions import find_propositions
from sayso.model.document import Document, MarkKind
from sayso.model.findings import Findings
from sayso.model.when import CaseAnchor

if TYPE_CHECKING:  # their libraries take seconds to load, and only whoever finds needs them
    from sayso.find.attribution.learned import Learned
    from sayso.find.parse import Parser

_UNREAD = (MarkKind.FOOTNOTE_MARK, MarkKind.SIGNATURE)
_APART = (MarkKind.HEADING, MarkKind.FOOTNOTE, MarkKind.QUOTED_MAIL)


def find(document: Document, parser: "Parser", learned: "Learned", anchors: Sequence[CaseAnchor] = ()) -> Findings:
    """Everything that can be found in one document; of a text that is not English only boilerplate and redactions."""
    boilerplate = find_boilerplate(document.text)
    if document.metadata.language not in (None, "en"):
        return Findings(boilerplate=boilerplate, gaps=redaction_gaps(document), events=header_events(document))
    signs = quoting_signs(document.text)
    text = document.text.hidden((*boilerplate, *document.text.marked(*_UNREAD), *signs))
    apart = (*document.text.marked(*_APART), *introductions(document.text))
    blocks = find_blocks(text, (*apart, *run_in_headings(text, find_blocks(text, apart))))
    parsed = parser.parse(text, blocks)
    solid = solid_spans(document.text)
    whole = Edits(solid).whole
    mentions = tuple(m for m in find_mentions(text, parsed) if whole(m.span) == m.span)
    entities = find_entities(document.id, text, parsed, mentions, correspondents(document))
    dates = find_dates(text, parsed, document.metadata.published, anchors)
    attributions = find_attributions(text, blocks, parsed, learned, solid, (*boilerplate, *signs))
    if is_mail(document):
        attributions = tuple(a for a in attributions if not is_pleasantry(text, a))
    statements = find_statements(document, text, blocks, parsed, attributions, entities, dates)
    citations = find_citations(document, text, blocks)
    told = find_events(document, text, blocks, parsed, entities, dates, statements, citations)
    events = tuple(sorted((*header_events(document), *told), key=lambda event: event.trigger))
    gaps = find_gaps(document, text, blocks)
    propositions = find_propositions(document, text, blocks, parsed, entities, dates, statements)
    return Findings(
        boilerplate=boilerplate,
        entities=entities,
        statements=statements,
        events=events,
        dates=dates,
        citations=citations,
        gaps=gaps,
        propositions=propositions,
    )
