"""Invented documents with readings made up beside the text, so that no model needs to run."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from benchmarks.generate import named_people
from sayso.model.document import Box, Document, Layout, Metadata, Page, Place, Sureness, Text
from sayso.model.entity import Entity, EntityKind, Mention, MentionKind
from sayso.model.event import Event, EventKind, EventStatus
from sayso.model.findings import Findings, document_id, finding_id
from sayso.model.gap import Gap, GapKind
from sayso.model.proposition import Proposition
from sayso.model.span import Span
from sayso.model.statement import Act, Attribution, Factuality, Mode, Statement, Unnamed, Voice
from sayso.model.when import DateMention, When
from sayso.store.pack import ReadDocument

_OUTLETS = tuple(f"The {place} {kind}" for place in ("Elster", "Grauwik", "Orban", "Lowmoor", "Quay") for kind in
                 ("Courier", "Herald", "Ledger", "Observer"))  # fmt: skip
_SUBJECTS = ("the dredging contract", "the second offer", "the inspection", "the pumping station", "the auction",
             "the missing invoices", "the shipment", "the loan", "the hearing", "the tender")  # fmt: skip
_FATES = ("was signed", "was put off", "had been paid twice", "cost four million", "was never written down",
          "is still under review", "went to a cousin", "was known to the board", "had to be done again",
          "was called off")  # fmt: skip
_CUES = {Act.ASSERT: "said", Act.DENY: "denied", Act.CONFIRM: "confirmed", Act.BELIEVE: "believed"}
_ACTS = (Act.ASSERT,) * 7 + (Act.DENY, Act.CONFIRM, Act.BELIEVE)
_WHEN = ("on Monday", "in a letter", "at the hearing", "by telephone", "in the yard", "to a friend", "that evening")
_KINDS = tuple(EventKind)
_LONG = 1_000
"""Statements of the first document, a report of the length of a book: every reader has one."""
_LINE, _PAGE = 12, 480
"""Words in a printed line, and on a page."""


@dataclass(slots=True)
class _Writer:
    """Puts a text together, and says where each part of it stands."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, words: str) -> Span:
        self.pieces.append(words)
        self.length += len(words)
        return Span(self.length - len(words), self.length)

    @property
    def text(self) -> str:
        return "".join(self.pieces)


@dataclass(slots=True)
class _Said:
    """Where a statement's parts stand, whose it is, and what it is about."""

    source: Span
    cue: Span
    content: Span
    name: str | None
    act: Act
    about: str


def documents(count: int, statements: int, seed: int) -> Iterator[ReadDocument]:
    """So many documents with so many statements in all, the first one long, a tenth of them printed on pages."""
    rng = random.Random(seed)
    people = list(dict.fromkeys(name for _, name in named_people(count, seed)))
    rest = statements - _LONG
    for number in range(count):
        share = _LONG if number == 0 else (rest * number) // (count - 1) - (rest * (number - 1)) // (count - 1)
        yield _document(rng, number, share, people)


def _document(rng: random.Random, number: int, share: int, people: Sequence[str]) -> ReadDocument:
    # Some are in many documents, most in few.
    names = [people[min(int(rng.paretovariate(0.6)) - 1, len(people) - 1)] for _ in range(2)] + rng.sample(people, 4)
    writer = _Writer()
    writer.add(f"Paper {number} on {rng.choice(_SUBJECTS)}\n\n")
    said: list[_Said] = []
    met: list[tuple[Span, Span, tuple[str, str], When]] = []
    dates: list[DateMention] = []
    missing: list[tuple[GapKind, Span]] = []
    mentions: dict[str, list[Mention]] = defaultdict(list)

    def name(one: str) -> Span:
        span = writer.add(one)
        mentions[one].append(Mention(span, MentionKind.NAME, EntityKind.PERSON))
        return span

    for nth in range(share):
        who = rng.choice(names) if rng.random() < 0.8 else None
        source = name(who) if who else writer.add("a person familiar with the matter")
        writer.add(" ")
        act = rng.choice(_ACTS)
        cue = writer.add(_CUES[act])
        writer.add(f" {rng.choice(_WHEN)} that ")
        about = f"{rng.choice(_SUBJECTS)} {rng.choice(_FATES)}"
        said.append(_Said(source, cue, writer.add(about), who, act, about))
        writer.add(". ")
        if nth % 4 == 1:
            one, other = rng.sample(sorted(set(names)), 2) if len(set(names)) > 1 else (names[0], names[0])
            start = name(one).start
            writer.add(" ")
            trigger = writer.add("met")
            writer.add(" ")
            name(other)
            when = When(f"20{rng.randint(15, 24)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}")
            writer.add(" on ")
            day = writer.add(when.edtf)
            dates.append(DateMention(day, when))
            met.append((trigger, Span(start, day.end), (one, other), when))
            writer.add(". ")
        if nth % 10 == 3:
            name(rng.choice(names))
            writer.add(" ")
            missing.append((GapKind.NO_COMMENT, writer.add("declined to comment")))
            writer.add(". ")
        if nth % 3 == 2:
            writer.add("\n\n")
    return _read(rng, number, writer.text, said, met, dates, missing, mentions)


def _read(
    rng: random.Random,
    number: int,
    text: str,
    said: Sequence[_Said],
    met: Sequence[tuple[Span, Span, tuple[str, str], When]],
    dates: Sequence[DateMention],
    missing: Sequence[tuple[GapKind, Span]],
    mentions: dict[str, list[Mention]],
) -> ReadDocument:
    data = text.encode()
    id = document_id(data)
    outlet = rng.choice(_OUTLETS)
    entities = {
        name: Entity(finding_id("e", id, found[0].span), name, EntityKind.PERSON, (), tuple(found))
        for name, found in mentions.items()
    }
    statements = [_statement(rng, id, one, outlet, entities) for one in said]
    events = [
        Event(finding_id("v", id, evidence), rng.choice(_KINDS), trigger, parties, when, None, None,
              EventStatus.OCCURRED, (), evidence, None, rng.random())
        for trigger, evidence, parties, when in met
    ]  # fmt: skip
    metadata = Metadata(
        text.split("\n", 1)[0],
        outlet,
        (),
        When(f"20{rng.randint(15, 24)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}")
        if rng.random() < 0.9
        else None,
        Sureness.STATED,
        language="en",
    )
    paged = number % 10 == 0
    document = Document(
        id, f"/pile/{number:05}.txt", sha256(data).hexdigest(), "application/pdf" if paged else "text/plain", metadata,
        Text(text, layout=_layout(text) if paged else None),
    )  # fmt: skip
    gaps = tuple(Gap(finding_id("g", id, span), kind, span, None, None) for kind, span in missing)
    propositions = tuple(_proposition(id, one, made) for one, made in zip(said, statements, strict=True))
    found = Findings(
        (), tuple(entities.values()), tuple(statements), tuple(events), tuple(dates), (), gaps, propositions
    )
    return ReadDocument(document, data, found, "", None)


def _statement(
    rng: random.Random, document: str, said: _Said, outlet: str, entities: dict[str, Entity]
) -> Statement:  # fmt: skip
    speaker = entities[said.name].id if said.name else None
    unnamed = None if said.name else Unnamed(1, 1, "a person familiar with the matter")
    return Statement(
        finding_id("s", document, said.source, said.cue, said.content),
        Attribution((said.source,), (said.cue,), (said.content,)),
        speaker,
        speaker is not None,
        unnamed,
        (Voice(outlet), Voice(said.name or "a person familiar with the matter", speaker)),
        None,
        said.act,
        Mode.INDIRECT,
        Factuality.CERTAINLY_NOT if said.act is Act.DENY else Factuality.CERTAIN,
        (),
        None,
        round(rng.random(), 3),
    )


def _proposition(document: str, said: _Said, made: Statement) -> Proposition:
    terms = tuple(word for word in said.about.split() if word != "the")
    return Proposition(
        finding_id("q", document, said.content), said.content, made.id, made.chain, made.factuality,
        negated=said.act is Act.DENY, predicate=terms[-1], roles=(), entities=(), times=(), quantities=(), terms=terms,
    )  # fmt: skip


def _layout(text: str) -> Layout:
    """Words in lines, lines on pages."""
    places: list[Place] = []
    at = 0
    for nth, word in enumerate(text.split()):
        start = text.index(word, at)
        at = start + len(word)
        row, column = divmod(nth % _PAGE, _LINE)
        box = Box(60.0 + 40 * column, 60.0 + 17 * row, 96.0 + 40 * column, 72.0 + 17 * row)
        places.append(Place(Span(start, at), 1 + nth // _PAGE, box))
    pages = tuple(Page(number, 612.0, 792.0) for number in range(1, 2 + max(0, len(places) - 1) // _PAGE))
    return Layout(pages, tuple(places))
