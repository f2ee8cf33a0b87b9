"""A draft read against a case: for each of its sentences the claims that bear on it, and the details that differ."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from sayso.errors import UsageError
from sayso.file_reader import ReadFile
from sayso.ledger import Bearing, DraftSentence
from sayso.model.claim import Difference
from sayso.model.document import Document
from sayso.model.findings import Findings
from sayso.model.span import Span
from sayso.store.condition import Is
from sayso.store.context import Sentences
from sayso.store.protocol import Store
from sayso.store.stored import Material, PersonOf, StoredClaim
from sayso.weigh.against import Match, Stated, differences, matches, stated
from sayso.weigh.source import Source
from sayso.weighing import presuming, source_of, vectors_of

LEAST = 0.35
"""A match that is less likely than that is none."""
_CLAIMS = 3
"""Claims told for a sentence at most."""
_TRIED = 12

Whom = Callable[[str], PersonOf | None]
"""Whom of the case a name stands for."""


def check_draft(store: Store, draft: ReadFile, whom: Whom) -> tuple[DraftSentence, ...]:
    """The sentences of a draft that was read, each with what the case has on it; `whom` tells who its names are.

    Raises `UsageError` if nothing could be read of it.
    """
    if not draft.documents:
        why = str(draft.problems[0]) if draft.problems else "There is no text in it."
        raise UsageError(f"{draft.path} can't be checked. {why}")
    from sayso.encode.sentences import SentenceEncoder  # loads its library, which only this needs

    read = draft.documents[0]
    own = _source(read.document, read.findings, whom)
    materials = presuming(store, store.materials())
    sources = {material.id: source_of(material) for material in materials if material.id != own.id}
    vectors = dict(vectors_of(materials))
    made = SentenceEncoder.shipped().vectors([p.span.of(own.text) for p in own.propositions])
    vectors.update((p.id, vector) for p, vector in zip(own.propositions, made, strict=True))
    found = matches(own, list(sources.values()), vectors, LEAST)
    checker = _Checker(store, own, sources)
    return tuple(checker.sentence(span, found) for span in Sentences(own.text).every())


def _source(document: Document, findings: Findings, whom: Whom) -> Source:
    people = {e.id: meant or PersonOf(e.id, e.name, e.kind) for e in findings.entities for meant in [whom(e.name)]}
    return source_of(
        Material(
            document.id,
            document.path,
            document.media_type,
            document.metadata,
            document.text,
            findings.boilerplate,
            findings.propositions,
            None,
            frozenset(),
            {s.id: s for s in findings.statements},
            findings.events,
            findings.citations,
            findings.gaps,
            people,
            None,
        )
    )


class _Checker:
    """Looks sentences of one draft up in one case."""

    def __init__(self, store: Store, draft: Source, sources: Mapping[str, Source]) -> None:
        self._store = store
        self._draft = draft
        self._sources = sources
        self._stated = {one.facts.id: one for one in stated(draft)}
        self._names = {k.id: k.name for s in (draft, *sources.values()) for k in s.people.values()}
        self._claims: dict[str, StoredClaim | None] = {}

    def sentence(self, span: Span, found: Mapping[str, Sequence[Match]]) -> DraftSentence:
        """One sentence with what bears on the propositions in it."""
        inside = [p.id for p in self._draft.propositions if span.overlaps(p.span)]
        best: dict[str, Bearing] = {}
        told: dict[tuple[str, str], Difference] = {}
        for proposition in inside:
            first: StoredClaim | None = None
            for match in found.get(proposition, ())[:_TRIED]:
                claim = self._claim(match.proposition)
                if claim is None:
                    continue
                first = first or claim
                held = best.get(claim.claim.id)
                if held is None or match.score > held.score:
                    position = next(p for p in claim.positions if p.position.proposition == match.proposition)
                    best[claim.claim.id] = Bearing(claim, position, match.score, match.why)
            if first is not None:
                others = self._stated_in(first)
                for difference in differences(self._stated[proposition], others, self._names):
                    told.setdefault((difference.about, difference.said), difference)
        ordered = sorted(best.values(), key=lambda b: (-b.score, b.claim.claim.id))
        return DraftSentence(span, span.of(self._draft.text), tuple(ordered[:_CLAIMS]), tuple(told.values()))

    def _claim(self, proposition: str) -> StoredClaim | None:
        if proposition not in self._claims:
            self._claims[proposition] = next(self._store.claims(Is("proposition", proposition)), None)
        return self._claims[proposition]

    def _stated_in(self, claim: StoredClaim) -> Sequence[Stated]:
        """All positions of a claim, as they are compared."""
        wanted = {p.position.proposition for p in claim.positions}
        found: list[Stated] = []
        for document in dict.fromkeys(p.position.document for p in claim.positions):
            source = self._sources.get(document)
            if source is not None:
                few = replace(source, propositions=tuple(p for p in source.propositions if p.id in wanted))
                found.extend(stated(few))
        return found
