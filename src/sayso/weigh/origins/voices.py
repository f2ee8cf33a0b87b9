"""Who tells, at the end of the chain a proposition came through: the voice that a claim goes back to."""

import re
from dataclasses import dataclass

from sayso.model.claim import OriginKind
from sayso.model.entity import EntityKind
from sayso.model.span import Span, hull
from sayso.model.statement import Act, Statement, Voice
from sayso.weigh.cluster import Member
from sayso.weigh.origins.agents import longest_named
from sayso.weigh.origins.case import Case
from sayso.weigh.origins.clients import client_of
from sayso.weigh.origins.credits import Credit, credits_near, generic_outlet, is_outlet_name
from sayso.weigh.origins.documents import Author, DocumentKind
from sayso.weigh.origins.inserted import according_to, inserted, told_in, told_inside
from sayso.weigh.origins.records import cited_record, record_noun, record_seen
from sayso.weigh.origins.tellers import (
    Teller,
    author_teller,
    called,
    named,
    outlet_teller,
    principal,
    record_teller,
    unnamed,
)
from sayso.weigh.outlets import own_outlet, same_outlet
from sayso.weigh.passages import words
from sayso.weigh.source import Known, Source


@dataclass(frozen=True, slots=True)
class Telling:
    """What a member's text says about where it has it from: its `teller`, the other outlets it came `through`,
    outermost first, the words `span` that name the teller, and the keys of those who `relay` it.
    """

    member: Member
    author: Author
    teller: Teller
    through: tuple[Credit, ...]
    span: Span | None
    own_voice: bool
    relays: tuple[tuple[str, ...], ...] = ()

    @property
    def outlet(self) -> str | None:
        """Who publishes the member's document."""
        return self.author.name if self.author.kind is DocumentKind.OUTLET else None


_LAWSUIT = frozenset(("complaint", "lawsuit", "suit", "petition"))
_PARTY = re.compile(r"^(?:the )?(plaintiff|petitioner|claimant|complainant|relator)s?$", re.IGNORECASE)
_SELF = re.compile(
    r"^(?:this (?:document|article|newspaper|paper|magazine|website|story|report)|we|us|our \w+|I|me"
    r"|an unnamed writer)$",
    re.IGNORECASE,
)
_NO_TELLING = frozenset((Act.INTEND,))
_EMPTY_VOICE = re.compile(
    r"^(?:who|which|that|it|this|what|these|those|nobody|no one|no-one|somebody|someone|anyone|\W*)$", re.IGNORECASE
)
_COMPANY = re.compile(
    r"^the (?:company|firm|business|corporation|conglomerate|manufacturer|maker|contractor|builder|vendor|supplier"
    r"|utility|lender|bank|developer|operator|carrier|airline|retailer|start-?up|consultancy|charity|foundation"
    r"|nonprofit|organi[sz]ation|union|association)$",
    re.IGNORECASE,
)
_NAMED_LAST = re.compile(
    r"^[^,]{2,60},\s+(?:(?:Mr|Ms|Mrs|Dr|Prof|Sgt|Lt|Capt)\.?\s+)?(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'.-]*){1,3}),?$"
)
_CLIENTS = re.compile(r"^(?:my|our|her|his|their|the|its) clients?\b", re.IGNORECASE)


def tell(member: Member, case: Case) -> Telling:
    """Where a member's text has it from."""
    source, author = member.source, case.authors[member.source.id]
    own = own_outlet(case.root(source.id)) or own_outlet(source)
    links = _links(member, author, case, own)
    if not links:
        telling = told_in(member)
        if telling and not _EMPTY_VOICE.match(telling.chain[-1].name):
            links.append((telling.chain[-1], telling))
    after = according_to(member, [statement for _, statement in links])
    if after:
        links.append((after.chain[-1], after))
    through = list(credits_near(source, member.proposition.span, case, own))
    tellers: list[tuple[Teller, Span | None]] = []
    for voice, statement in links:
        span = hull(statement.attribution.source) if statement and statement.attribution.source else None
        outlet = _outlet(source, voice, span or member.proposition.span, case, own)
        if outlet:
            if not any(same_outlet(outlet, credit.outlet) for credit in through):
                through.append(Credit(outlet, span or member.proposition.span))
            continue
        tellers.append((_teller(source, voice, statement, author, case, span), span))
    if tellers:
        teller, span = tellers[-1]
        inner = told_inside(member)
        if inner and teller.kind is not OriginKind.RECORD:
            tellers.append((_teller(source, Voice(inner.of(source.text)), None, author, case, inner), inner))
            teller, span = tellers[-1]
        relays = tuple(one.key for one, _ in tellers[:-1] if one.key != teller.key)
        return Telling(member, author, teller, tuple(through), span, own_voice=False, relays=relays)
    said = inserted(member, case) if not through and author.kind is DocumentKind.OUTLET else None
    if said:
        return Telling(member, author, said[0], (), said[1], own_voice=False)
    cited = None if through else cited_record(source, member.proposition.span)
    noun = record_noun(cited.of(source.text)) if cited else None
    if cited and noun:
        teller = record_teller(cited.of(source.text), noun)
        return Telling(member, author, teller, tuple(through), cited, own_voice=False)
    teller = outlet_teller(through[-1].outlet, case) if through else _own(member, author, case)
    return Telling(member, author, teller, tuple(through), None, own_voice=True)


def _links(member: Member, author: Author, case: Case, own: str | None) -> list[tuple[Voice, Statement | None]]:
    """The voices of a member's chain that tell something, outermost first, each with its statement where known.

    Left out are the document's own voice, who only wants or plans it, and words that name nobody.
    """
    chain = list(member.proposition.chain)
    statements: list[Statement | None] = []
    at = member.source.statements.get(member.proposition.statement or "")
    while at:
        statements.insert(0, at)
        at = member.source.statements.get(at.parent or "")
    paired: list[tuple[Voice, Statement | None]] = []
    while chain:
        voice = chain.pop()
        statement = statements.pop() if statements else None
        paired.insert(0, (voice, statement))
    kept: list[tuple[Voice, Statement | None]] = []
    for voice, statement in paired[1:]:
        if _is_own(voice.name, author, own) or _EMPTY_VOICE.match(voice.name):
            continue
        # Of whom another says that they want or plan it is no voice; who says so is.
        if not (kept and statement and statement.act in _NO_TELLING):
            kept.append((voice, statement))
    first = paired[0] if paired else None
    if first and not _is_own(first[0].name, author, own) and not _outer(first[0].name, member.source, author):
        kept.insert(0, first)
    return kept


def _outer(name: str, source: Source, author: Author) -> bool:
    """Whether a chain's first name stands for the document itself."""
    own = (own_outlet(source), source.metadata.title, author.name, source.name, *source.metadata.authors)
    return name in own


def _is_own(name: str, author: Author, own: str | None) -> bool:
    if _SELF.match(name):
        return True
    if own is not None and same_outlet(name, own):
        return True
    return words(name) == words(author.name) or (author.known is not None and words(name) == words(author.known.name))


def _outlet(source: Source, voice: Voice, near: Span, case: Case, own: str | None) -> str | None:
    name = voice.name
    known = source.people.get(voice.entity or "")
    found = is_outlet_name(known.name if known else name, case) or is_outlet_name(name, case)
    found = found or generic_outlet(source, name, near, case, own)
    return None if found and own is not None and same_outlet(found, own) else found


def _teller(
    source: Source, voice: Voice, statement: Statement | None, author: Author, case: Case, span: Span | None
) -> Teller:
    said = voice.name
    known = source.people.get(voice.entity or "")
    if known is None and said[:1].isupper() and not (statement and statement.unnamed):
        known = case.named(said)
    noun = record_noun(said)
    if noun and (known is None or known.kind is not EntityKind.PERSON):
        return _record(said, noun, case)
    inner = _NAMED_LAST.search(said)
    if inner and (known is None or known.kind is EntityKind.PLACE):
        known = longest_named(inner["name"], case.full_names)
        if known is None or words(known.name) != words(inner["name"]):
            return called(inner["name"], case, f"“{' '.join(said.split())}”")
    if known:
        return named(case.fuller(known), case, span.of(source.text) if span else said)
    party = _PARTY.match(said) or _CLIENTS.match(said)
    if party and author.kind is DocumentKind.FILING:
        return author_teller(author, case, f"the filing's {said.lower()} is {author.name}")
    if _CLIENTS.match(said) and author.known and author.known.id in case.agents:
        return principal(case.agents[author.known.id].principal, case, f"“{said}”")
    seen = record_seen(said)
    if seen:
        return record_teller(said, seen)
    body = case.bodies.meant(said) or _company(source, said, span)
    return principal(body, case, f"“{said}”") if body else unnamed(source, said, statement)


def _company(source: Source, said: str, span: Span | None) -> Known | None:
    """The organisation that "the company" means: the one named last before, or the only one that the text names."""
    if span is None or not _COMPANY.match(said):
        return None
    named = {
        known.id: known
        for known in source.people.values()
        if known.kind is EntityKind.ORGANIZATION and known.name != source.metadata.publisher
    }
    last = max(
        (
            (source.text.rfind(form, 0, span.start), id)
            for id, one in named.items()
            for form in (one.name, *one.aliases)
        ),
        default=(-1, ""),
    )
    if last[0] >= 0:
        return named[last[1]]
    return next(iter(named.values())) if len(named) == 1 else None


def _record(said: str, noun: str, case: Case) -> Teller:
    """A record; a lawsuit is the account of who filed it."""
    if noun in _LAWSUIT:
        filer = longest_named(said, case.full_names) or (case.named(case.filers[0]) if len(case.filers) == 1 else None)
        if filer and filer.kind is EntityKind.PERSON:
            return principal(filer, case, f"“{' '.join(said.split())}” is the account of {filer.name}")
    return record_teller(said, noun)


def _own(member: Member, author: Author, case: Case) -> Teller:
    client = client_of(member.source, author, member.proposition.span, case)
    if client:
        whom, said = client
        return principal(whom, case, f"{author.name} writes for {whom.name} (“{said}”)")
    return author_teller(author, case, f"the document {author.reason}" if author.reason else "")
