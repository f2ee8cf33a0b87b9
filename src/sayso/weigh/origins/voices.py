"""Who tells, at the end of the chain a proposition came through: the voice that a claim goes back to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.claim import OriginKind
from sayso.model.entity import EntityKind
from sayso.model.span import Span, hull
from sayso.model.statement import Act, Statement, Unnamed, Voice
from sayso.weigh.cluster import Member
from sayso.weigh.origins.agents import Office, longest_named
from sayso.weigh.origins.case import Case
from sayso.weigh.origins.credits import Credit, credits_near, generic_outlet, is_outlet_name
from sayso.weigh.origins.documents import Author, DocumentKind, client_of
from sayso.weigh.outlets import outlet_words, same_outlet
from sayso.weigh.passages import around, words
from sayso.weigh.source import Known, Source


@dataclass(frozen=True, slots=True)
class Teller:
    """A voice: equal keys are the same one. `note` says in words why it is somebody else than the text's words name."""

    kind: OriginKind
    key: tuple[str, ...]
    name: str
    person: str | None = None
    least: int = 1
    most: int | None = 1
    note: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """What a member's text says about where it has it from: its `teller`, the other outlets it came `through`,
    outermost first, and the words `span` that name the teller.
    """

    member: Member
    author: Author
    teller: Teller
    through: tuple[Credit, ...]
    span: Span | None
    own_voice: bool


_RECORDS = re.compile(
    r"^(?:[^,;]*?\b)?(?P<noun>records?|documents?|papers?|files?|filings?|invoices?|receipts?|e-?mails?|memos?"
    r"|memorand(?:um|a)"
    r"|letters?|notes?|logs?|logbooks?|log books?|books?|ledgers?|tickets?|calendars?|diar(?:y|ies)|entr(?:y"
    r"|ies)|minutes"
    r"|reports?|transcripts?|contracts?|agreements?|statements?|data|figures|rolls?|registers?|registr(?:y|ies)"
    r"|recordings?|videos?|footage|photographs?|photos?|images?|text messages|messages?|texts|tapes?|audits?|reviews?"
    r"|complaints?|lawsuits?|suits?|petitions?|affidavits?|declarations?|indictments?|warrants?|orders?|rulings?"
    r"|judg(?:e)?ments?|depositions?|testimony|exhibits?|permits?|licen[cs]es?|certificates?|spreadsheets?|databases?"
    r"|accounts?|statements|bills?|budgets?|cheques?|checks?|deeds?|wills?|maps?|drawings?|plans?|printouts?"
    r"|manifests?"
    r"|itinerar(?:y|ies)|schedules?|timesheets?|payslips?|presentations?|slides?|surveys?|tests?|results"
    r"|correspondence"
    r"|paperwork|sheets?|lists?|inventor(?:y|ies)|inspections?)"
    r"(?P<rest>$|[,;]|\s+(?:of|in|from|for|by|to|with|on|at|that|which|seen|reviewed|obtained|filed|dated|kept"
    r"|signed|produced"
    r"|released|provided|shared|show\w*|made|describing|between|sent|written|viewed|examined|posted|prepared|given|"
    r"submitted|and|about|attached|under|regarding|concerning|relating|issued|published)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
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
_ACCORDING = re.compile(
    r"^(?:according to|as (?:told|described) (?:by|to)|in the words of|by the account of)", re.IGNORECASE
)
_NAMED_LAST = re.compile(
    r"^[^,]{2,60},\s+(?:(?:Mr|Ms|Mrs|Dr|Prof|Sgt|Lt|Capt)\.?\s+)?(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'.-]*){1,3}),?$"
)
_CLIENTS = re.compile(r"^(?:my|our|her|his|their|the|its) clients?\b", re.IGNORECASE)


def tell(member: Member, author: Author, case: Case) -> Telling:
    """Where a member's text has it from."""
    source = member.source
    own = case.root(source.id).metadata.publisher or source.metadata.publisher
    links = _links(member, author, case, own)
    after = _according_to(member, [statement for _, statement in links])
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
        tellers.append((_teller(source, voice, statement, author, case), span))
    if tellers:
        teller, span = tellers[-1]
        return Telling(member, author, teller, tuple(through), span, own_voice=False)
    cited = cited_record(source, member.proposition.span)
    if cited:
        noun, span = cited
        return Telling(member, author, _record(span.of(source.text), noun), tuple(through), span, own_voice=False)
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
    kept = [
        (voice, statement)
        for voice, statement in paired[1:]
        if not _is_own(voice.name, author, own)
        and not (statement and statement.act in _NO_TELLING)
        and not _EMPTY_VOICE.match(voice.name)
    ]
    first = paired[0] if paired else None
    if first and not _is_own(first[0].name, author, own) and not _outer(first[0].name, member.source, author):
        kept.insert(0, first)
    return kept


def _according_to(member: Member, known: Sequence[Statement | None]) -> Statement | None:
    """Whom a sentence hangs on with "according to", where the chain goes past it: it holds for all of the sentence."""
    text, span = member.source.text, member.proposition.span
    sentence = around(text, span)
    for statement in member.source.statements.values():
        if statement in known or not statement.attribution.cue or not statement.attribution.source:
            continue
        cue, source = hull(statement.attribution.cue), hull(statement.attribution.source)
        outside = source.start >= span.end or source.end <= span.start or source.start >= cue.start >= span.start
        if sentence.contains(cue) and sentence.contains(source) and outside and _ACCORDING.match(cue.of(text)):
            return statement
    return None


def _outer(name: str, source: Source, author: Author) -> bool:
    """Whether a chain's first name stands for the document itself."""
    own = (source.metadata.publisher, source.metadata.title, author.name, source.name, *source.metadata.authors)
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


def _teller(source: Source, voice: Voice, statement: Statement | None, author: Author, case: Case) -> Teller:
    known = source.people.get(voice.entity or "")
    record = record_noun(voice.name)
    if record and (known is None or known.kind is not EntityKind.PERSON):
        return _record(voice.name, record)
    inner = _NAMED_LAST.search(voice.name)
    if inner and (known is None or known.kind is EntityKind.PLACE):
        known = longest_named(inner["name"], case.full_names)
        if known is None or words(known.name) != words(inner["name"]):
            name = " ".join(inner["name"].split())
            return Teller(OriginKind.NAMED, case.key_of(name), name, note=f"“{' '.join(voice.name.split())}”")
    if known and known.kind is not EntityKind.PLACE:
        return named(case.fuller(known), case, voice.name)
    party = _PARTY.match(voice.name) or _CLIENTS.match(voice.name)
    if party and author.kind is DocumentKind.FILING:
        return author_teller(author, case, f"the filing's {voice.name.lower()} is {author.name}")
    if _CLIENTS.match(voice.name) and author.known and author.known.id in case.agents:
        return named(case.agents[author.known.id].principal, case, voice.name)
    return unnamed(source, voice.name, statement)


def named(known: Known, case: Case, said: str) -> Teller:
    """A person or body; who speaks for a body is the body, a lawyer the client."""
    agent = case.agents.get(known.id)
    if agent and (agent.office is Office.SPOKESPERSON or agent.principal.kind is EntityKind.PERSON):
        whom = case.fuller(agent.principal)
        return Teller(
            OriginKind.NAMED, ("who", whom.id), whom.name, whom.id, note=f"speaks for {whom.name} (“{agent.words}”)"
        )
    note = "" if words(said) == words(known.name) else f"“{said}” is {known.name}"
    key = case.key_of(known.name) if known.kind is EntityKind.PERSON else ("who", known.id)
    return Teller(OriginKind.NAMED, key, known.name, known.id, note=note)


def author_teller(author: Author, case: Case, note: str = "") -> Teller:
    """Whoever answers for a document, as a voice."""
    kind = {DocumentKind.OUTLET: OriginKind.OUTLET, DocumentKind.RECORD: OriginKind.RECORD}.get(
        author.kind, OriginKind.NAMED
    )
    if author.known:
        return Teller(kind, ("who", author.known.id), author.known.name, author.known.id, note=note)
    person = author.kind in (DocumentKind.MAIL, DocumentKind.FILING)
    key = case.key_of(author.name) if person else ("name", *outlet_words(author.name))
    return Teller(kind, key, author.name, note=note)


def outlet_teller(name: str, case: Case) -> Teller:
    """An outlet that others credit."""
    known = case.named(name)
    key = ("who", known.id) if known else ("name", *outlet_words(name))
    return Teller(OriginKind.OUTLET, key, name, known.id if known else None)


def unnamed(source: Source, name: str, statement: Statement | None) -> Teller:
    """A voice without a name, in the words of its document; one sentence's is another's where the document says so."""
    told = statement.unnamed if statement else None
    first = statement
    while first and first.unnamed and first.unnamed.same_as and first.unnamed.same_as in source.statements:
        first = source.statements[first.unnamed.same_as]
    described = first.unnamed.description if first and first.unnamed else name
    key = ("unnamed", source.id, first.id if first else " ".join(words(name)))
    least, most = _count(told, described)
    return Teller(OriginKind.UNNAMED, key, " ".join(described.split()), None, least, most)


def record_noun(name: str) -> str | None:
    """What kind of document a voice is ("invoice"); `None` if it is none."""
    match = _RECORDS.match(name)
    if not match:
        return None
    noun = match["noun"].lower().replace("-", "")
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and noun not in ("minutes", "results", "figures") else noun


def _record(name: str, noun: str) -> Teller:
    return Teller(OriginKind.RECORD, ("record", noun), " ".join(name.split()))


def _count(told: Unnamed | None, described: str) -> tuple[int, int | None]:
    if told is None or told.max == 1:
        return 1, 1
    # "Officials said" doesn't tell how many were asked; "two officials said" does.
    return (told.min, told.max) if told.max is not None else (1, None)


def _own(member: Member, author: Author, case: Case) -> Teller:
    client = client_of(member.source, author, member.proposition.span, case)
    if client:
        whom, said = client
        whom = case.fuller(whom)
        return Teller(
            OriginKind.NAMED,
            ("who", whom.id),
            whom.name,
            whom.id,
            note=f"{author.name} writes for {whom.name} (“{said}”)",
        )
    note = f"the document {author.reason}" if author.reason else ""
    return author_teller(author, case, note)


def cited_record(source: Source, span: Span) -> tuple[str, Span] | None:
    """A record that the sentence around `span` gives as its ground: its noun and the words; `None` without one."""
    sentence = around(source.text, span)
    match = _GROUND.search(sentence.of(source.text))
    if not match:
        return None
    noun = record_noun(match["record"])
    start = sentence.start + match.start("record")
    return (noun, Span(start, start + len(match["record"]))) if noun else None


_GROUND = re.compile(
    r"\b(?:according to|as (?:shown|recorded|stated|described) (?:by|in)|per|by the (?:entries|evidence"
    r"|account) (?:in|of)"
    r"|based on|in (?=(?:an?|the|his|her|one|two|three|several) (?:\w+ ){0,3}(?:e-?mail|memo|letter|message"
    r"|note)s?\b)"
    r"|as(?= (?:\w+ ){1,6}(?:show|indicate|state|record|suggest)s?))\s+"
    r"(?P<record>(?:(?:an?|the|his|her|its|their|some|one|two|three|several|those|these)\s+)?[^,.;]{3,80})",
    re.IGNORECASE,
)
