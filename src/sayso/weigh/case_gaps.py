"""What only the case shows to be missing: second sources, records that are cited, people who are never heard."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sayso.model.claim import Claim, Origin, OriginKind, Stance
from sayso.model.findings import finding_id
from sayso.model.gap import Gap, GapKind
from sayso.model.span import Span
from sayso.weigh.origins.case import Case
from sayso.weigh.outlets import same_outlet


@dataclass(frozen=True, slots=True)
class CaseGap:
    """A gap that only the case shows, at the words of a document; the ids of the `claims` and `people` it is about."""

    document: str
    gap: Gap
    claims: tuple[str, ...]
    people: tuple[str, ...] = ()


def missing(claims: Sequence[Claim], case: Case) -> tuple[CaseGap, ...]:
    """What the case shows to be missing: claims that rest on one unnamed voice, records and outlets that are given as a
    source and are not in the case, people whom claims are about and who are never heard.
    """
    ordered = sorted(claims, key=lambda claim: claim.id)
    outlets = {traits.outlet for traits in case.traits.values() if traits.outlet}
    found = [gap for claim in ordered for gap in (*_single_unnamed(claim), *_not_in_the_case(claim, case, outlets))]
    return (*found, *_unheard(ordered, case))


def _single_unnamed(claim: Claim) -> Iterator[CaseGap]:
    supporting = [origin for origin in claim.origins if origin.stance is Stance.SUPPORTS]
    # A label of a transcript ("THE CHAIR") is a person whom everybody in the room could name.
    if (
        len(supporting) == 1
        and supporting[0].kind is OriginKind.UNNAMED
        and supporting[0].least <= 1
        and not supporting[0].name.isupper()
    ):
        kind, note = GapKind.SINGLE_UNNAMED_ORIGIN, f"rests on one source without a name: {supporting[0].name}"
        yield CaseGap(claim.document, _gap(claim, kind, claim.span, note), (claim.id,))


def _not_in_the_case(claim: Claim, case: Case, outlets: Collection[str]) -> Iterator[CaseGap]:
    for origin in claim.origins:
        if not _is_absent(origin, claim, case, outlets):
            continue
        note = f"“{origin.name}” is not in the case"
        place = next(
            ((link.document, link.span) for link in claim.links if link.target == origin.id and link.document),
            None,
        ) or next(((p.document, p.span) for p in claim.positions if p.origin == origin.id), None)
        if place and place[0] and place[1]:
            yield CaseGap(place[0], _gap(claim, GapKind.CITED_DOCUMENT, place[1], note), (claim.id,))


def _is_absent(origin: Origin, claim: Claim, case: Case, outlets: Collection[str]) -> bool:
    if origin.kind is OriginKind.OUTLET:
        return not any(same_outlet(origin.name, name) for name in outlets)
    if origin.kind is not OriginKind.RECORD:
        return False
    # A record that is in the case says it itself, in no voice but its own.
    own = [p.document for p in claim.positions if p.origin == origin.id and p.statement is None]
    return not any(case.authors[document].name == origin.name for document in own)


def _unheard(claims: Sequence[Claim], case: Case) -> Iterator[CaseGap]:
    """People in claims told in several documents who say nothing, and are not asked, anywhere in the case."""
    heard = _heard(case)
    about: dict[str, list[tuple[str, str, Span, str]]] = defaultdict(list)
    for claim in claims:
        if len({position.document for position in claim.positions}) < 2:
            continue
        for position in claim.positions:
            for person in case.traits[position.document].named.get(position.proposition, ()):
                known = case.everyone[person]
                if case.fuller(known).id not in heard:
                    about[person].append((claim.id, position.document, position.span, known.name))
    for person in sorted(about):
        told = sorted(about[person], key=lambda one: (one[1], one[2], one[0]))
        _, document, span, name = told[0]
        ids = tuple(sorted({claim for claim, *_ in told}))
        gap_id = finding_id("g", f"{document} {person} {GapKind.UNHEARD_PERSON}", span)
        gap = Gap(gap_id, GapKind.UNHEARD_PERSON, span, None, None, f"{name} is never heard")
        yield CaseGap(document, gap, ids, (person,))


def _heard(case: Case) -> frozenset[str]:
    """Ids of people who speak or write in the case, or are said to have been asked."""
    authors = {author.known.id for author in case.authors.values() if author.known}
    return frozenset(authors) | {
        case.fuller(case.everyone[id]).id for id in {id for traits in case.traits.values() for id in traits.heard}
    }


def _gap(claim: Claim, kind: GapKind, span: Span, note: str) -> Gap:
    return Gap(finding_id("g", f"{claim.id} {kind}", span), kind, span, None, None, note)
