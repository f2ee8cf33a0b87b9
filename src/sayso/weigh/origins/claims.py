"""One cluster to one claim: tell each member's voice, join what is one, count, and draw the graph."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from sayso.model.claim import (
    Claim,
    Conflict,
    Link,
    Origin,
    OriginKind,
    Position,
    Relation,
    Stance,
    independent_of,
    status_of,
)
from sayso.model.span import Span
from sayso.model.when import When
from sayso.weigh.claim_gaps import gaps_of
from sayso.weigh.cluster import Cluster, Member
from sayso.weigh.origins.case import Case
from sayso.weigh.origins.credits import credits_in
from sayso.weigh.origins.documents import DocumentKind
from sayso.weigh.origins.joining import Joined, join
from sayso.weigh.origins.joins import Join
from sayso.weigh.origins.tellers import Teller
from sayso.weigh.origins.unnamed import Likeness, likeness
from sayso.weigh.origins.voices import Telling, tell
from sayso.weigh.outlets import own_outlet, same_outlet
from sayso.weigh.retractions import Withdrawal, withdrawal_of
from sayso.weigh.source import Source, Verdicts

_LEAD = 1500
"""code points of a story in which it credits where it has its news from"""


def weigh_cluster(cluster: Cluster, case: Case, verdicts: Verdicts, conflicts: Sequence[Conflict] = ()) -> Claim:
    """The claim that a cluster makes: positions with their origins, the links between them, counts and status.

    `independent` counts the origins that support at least, `independent_max` those the texts allow at most.
    """
    withdrawals = {member.proposition.id: found for member in cluster.members if (found := withdrawal_of(member))}
    tellings = [tell(member, case) for member in cluster.members if _counts(member, withdrawals)]
    joined = join(tellings, case, verdicts)
    origins = _origins(tellings, joined, case)
    of_place = {place: origins[n] for n, group in enumerate(joined.groups) for place in group}
    of_proposition = {t.member.proposition.id: of_place[place].id for place, t in enumerate(tellings)}
    positions = tuple(_position(member, of_proposition.get(member.proposition.id)) for member in cluster.members)
    retracting = {
        member.source.metadata.publisher
        for member in cluster.members
        if member.proposition.id in withdrawals and member.source.metadata.publisher
    }
    plain = next((m for m in cluster.members if m.proposition.id == cluster.plain), cluster.members[0])
    least, most = independent_of(origins)
    return Claim(
        id=cluster.id,
        text=plain.words,
        document=plain.source.id,
        span=plain.proposition.span,
        positions=positions,
        origins=origins,
        links=_links(tellings, joined, of_place, case),
        conflicts=tuple(conflicts),
        status=status_of(origins, withdrawn=_withdrawn(origins, tellings, of_place, retracting, withdrawals)),
        independent=least,
        independent_max=most,
        first=_first(cluster.members),
        gaps=gaps_of(cluster.members),
    )


def _counts(member: Member, withdrawals: dict[str, Withdrawal]) -> bool:
    withdrawal = withdrawals.get(member.proposition.id)
    restated = withdrawal is not None and withdrawal.restates and member.stance is Stance.SUPPORTS
    return member.stance is not Stance.REPORTS and not restated


def _position(member: Member, origin: str | None) -> Position:
    stance, why = member.stance, member.why
    if origin is None and stance is Stance.SUPPORTS:
        stance, why = Stance.REPORTS, (*why, "it is told again in order to be withdrawn")
    return Position(
        member.source.id,
        member.proposition.id,
        member.proposition.statement,
        member.proposition.span,
        stance,
        origin,
        why,
        member.confirmed,
        member.tentative,
    )


def _origins(tellings: Sequence[Telling], joined: Joined, case: Case) -> tuple[Origin, ...]:
    led = frozenset(link.first for link in joined.joins if link.relation is not Relation.SAME)
    chosen = [_teller_of({place: tellings[place] for place in group}, led, case) for group in joined.groups]
    apart = {frozenset((j.first, j.second)) for j in joined.apart}
    found: list[Origin] = []
    seen: Counter[Stance] = Counter()
    for number, group in enumerate(joined.groups):
        teller, stance = chosen[number], tellings[group[0]].member.stance
        seen[stance] += 1
        least = teller.least
        if _may_be_borrowed([tellings[place] for place in group], tellings, case):
            least = 0
        if teller.kind is OriginKind.UNNAMED and any(
            chosen[before].kind is OriginKind.UNNAMED
            and tellings[joined.groups[before][0]].member.stance is stance
            and not any(frozenset((a, b)) in apart for a in joined.groups[before] for b in group)
            and likeness(chosen[before].name, teller.name, one_outlet=False) is not Likeness.DIFFERENT
            for before in range(number)
        ):
            # It may be the one counted before.
            least = 0
        name = f"{stance.value[0]}{seen[stance]}"
        found.append(Origin(name, teller.name, teller.kind, stance, teller.person, least, teller.most))
    return tuple(found)


def _may_be_borrowed(group: Sequence[Telling], tellings: Sequence[Telling], case: Case) -> bool:
    """Whether an outlet says it only in its own voice, in a story that credits another outlet which says so too."""
    if not all(t.own_voice and t.author.kind is DocumentKind.OUTLET and not t.through for t in group):
        return False
    mine = {t.member.source.id for t in group}
    others = {
        outlet
        for t in tellings
        if t.member.stance is group[0].member.stance and t.member.source.id not in mine
        if (outlet := own_outlet(case.root(t.member.source.id)))
    }
    return bool(others) and all(
        any(
            same_outlet(credit.outlet, other)
            for credit in credits_in(t.member.source, _lead(t.member.source), case, t.author.name)
            for other in others
        )
        for t in group
    )


def _lead(source: Source) -> Span:
    return Span(0, min(_LEAD, len(source.text)))


def _teller_of(group: Mapping[int, Telling], led: frozenset[int], case: Case) -> Teller:
    """The voice that a group goes back to: whom others have it from, who credits nobody, who is named or described."""
    return min(
        group.items(),
        key=lambda one: (
            one[0] in led,
            bool(one[1].through),
            one[1].own_voice and one[1].author.kind is DocumentKind.OUTLET,
            case.root(one[1].member.source.id).id != one[1].member.source.id,
            -len(one[1].relays),
            one[0],
        ),
    )[1].teller


def _links(tellings: Sequence[Telling], joined: Joined, of_place: dict[int, Origin], case: Case) -> tuple[Link, ...]:
    links: dict[tuple[str, str, Relation], Link] = {}

    def add(link: Link) -> None:
        if link.source != link.target:
            links.setdefault((link.source, link.target, link.relation), link)

    for found in joined.joins:
        one, other = tellings[found.first].member.source.id, tellings[found.second].member.source.id
        span, document = found.span, one if found.span else None
        if found.relation is Relation.SAME or one == other:
            add(Link(one, of_place[found.first].id, found.relation, found.reason, document, span))
        else:
            add(Link(one, other, found.relation, found.reason, document, span))
    led = {tellings[found.first].member.proposition.id for found in joined.joins if _leads_away(found, tellings)}
    for place, telling in enumerate(tellings):
        if telling.member.proposition.id in led:
            continue
        origin, source = of_place[place], telling.member.source
        reason = "says so in its own voice" if telling.own_voice else f"has it from {telling.teller.name}"
        if telling.teller.note:
            reason = f"{reason}: {telling.teller.note}"
        add(Link(source.id, origin.id, Relation.RELAYS, reason, source.id if telling.span else None, telling.span))
    return tuple(links[key] for key in sorted(links))


def _leads_away(found: Join, tellings: Sequence[Telling]) -> bool:
    one, other = tellings[found.first].member.source.id, tellings[found.second].member.source.id
    return found.relation in (Relation.COPIES, Relation.CITES) and one != other


def _withdrawn(
    origins: Sequence[Origin],
    tellings: Sequence[Telling],
    of_place: dict[int, Origin],
    retracting: set[str],
    withdrawals: dict[str, Withdrawal],
) -> bool:
    """Whether every origin that supports is one that an outlet brought and took back."""
    supporting = {origin.id for origin in origins if origin.stance is Stance.SUPPORTS}
    if not supporting:
        return any(withdrawal.restates for withdrawal in withdrawals.values())
    taken_back = {
        of_place[place].id
        for place, telling in enumerate(tellings)
        if telling.member.stance is Stance.SUPPORTS
        and any(
            same_outlet(publisher, outlet)
            for publisher in retracting | {w.outlet for w in withdrawals.values() if w.outlet}
            for outlet in (telling.member.source.metadata.publisher, *(c.outlet for c in telling.through))
            if outlet
        )
    }
    return supporting <= taken_back


def _first(members: Sequence[Member]) -> When | None:
    dated = [
        (published.earliest, member.source.id, published)
        for member in members
        if (published := member.source.metadata.published) and published.earliest
    ]
    return min(dated, default=(date.max, "", None))[2]
