"""The people that a document names, each with the forms of the name.

A surname or a given name alone joins a full name only where the document leaves one choice; forms that differ in
`Jr.`, in given names or in initials stay apart.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from sayso.find.lexicon import words
from sayso.find.name_group import Group
from sayso.find.name_words import gender_of_given_name
from sayso.find.person_names import PersonName, agree, fold, nicknames, take_apart
from sayso.model.entity import EntityKind, Mention

_SAME_PASSAGE = 400
"""code points within which a full name just given may be the one a bare surname means"""
_HEADLINE = 1000
"""a bare surname stands at most so many code points before the full name it is short for (headline, summary)"""
_KIN = re.compile(
    r"(?:['’]s?|\b(?:[Hh]is|[Hh]er|[Mm]y|[Tt]heir|[Oo]ur|[Yy]our))\s+(?:[\w-]+\s+){0,2}?(?P<kin>[\w-]+),?\s+$"
)
_SMALL_WORD = re.compile(r"\b[a-z]{3,}\b")


def people_groups(
    text: str, mentions: Sequence[Mention], others: Sequence[Mention], known: Sequence[str]
) -> list[Group]:
    """The people of name mentions (in order); `others` are the mentions of bodies and places, `known` full names."""
    groups: list[Group] = []
    by_word: dict[str, list[Group]] = defaultdict(list)
    for full in known:
        name = take_apart(full)
        if name.given and not any(agree(name, other) for g in by_word[name.family] for other in g.full):
            groups.append(Group(EntityKind.PERSON, known=full))
            _register(groups[-1], name, by_word)
    names = [(m, take_apart(m.span.of(text))) for m in mentions]
    doubtful = frozenset(_run_together(text, names, others))
    for mention, name in names:
        if not name.given:
            continue
        if name in doubtful:
            groups.append(Group(EntityKind.PERSON, [mention], [name]))
            continue
        fitting = [g for g in by_word[name.family] if any(agree(name, other) for other in g.full)]
        exact = [g for g in fitting if any(name.given == other.given for other in g.full)]
        group = exact[0] if exact else fitting[0] if len(fitting) == 1 else None
        if group is None:
            group = Group(EntityKind.PERSON, relative=_is_relative(text, mention))
            groups.append(group)
        group.mentions.append(mention)
        if name not in group.full:
            _register(group, name, by_word)
    bare: dict[tuple[str, str | None], Group] = {}
    strangers: set[tuple[str, str | None]] = set()
    with_suffix = {name.family for _, name in names if name.suffix and not name.given}
    for mention, name in names:
        if name.given:
            continue
        key = (name.family, name.suffix)
        candidates = by_word.get(name.family, [])
        if name.suffix is None and name.family in with_suffix:
            # Who is called "Harker Jr." is not called "Harker".
            candidates = [g for g in candidates if any(full.suffix is None for full in g.full)]
        # Once a bare name is somebody's whom the document never names in full, it stays his, unless a title tells.
        taken = key in strangers and (name.gender is None or all(g.relative for g in candidates))
        group = None if taken else _bearer(text, mention, name, candidates)
        if group is None:
            ahead = all(g.first > mention.span.start for g in candidates)
            titled = name.titles and not _has_title(candidates, name)
            if ahead and (titled or any(g.relative for g in candidates)):
                strangers.add(key)  # but a table of contents names people by surnames whom the text introduces later
            if key not in bare:
                bare[key] = Group(EntityKind.PERSON)
                groups.append(bare[key])
            group = bare[key]
        group.mentions.append(mention)
    for key, group in bare.items():
        bearers = [g for g in by_word.get(key[0], []) if any(full.family == key[0] for full in g.full)]
        plainly = len(bearers) == 1 and bearers[0].claimed and all(full.suffix is None for full in bearers[0].full)
        if plainly and key[1] is None and key not in strangers:
            bearers[0].mentions += group.mentions  # whoever goes by it later on is whom the contents meant
            group.mentions = []
    return [group for group in groups if group.mentions]


def _run_together(
    text: str, names: Sequence[tuple[Mention, PersonName]], others: Sequence[Mention]
) -> list[PersonName]:
    """What only looks like a full name, where a heading or a sentence runs into the next ("Background Harker", "Oslo
    Harker", "Lund Harker"): the first word is none of a person, and the second the family name of one named in full."""
    counts = Counter(name for _, name in names if name.given)
    families = Counter(name.family for _, name in names if len(name.given) > 0 and _is_given(name.given[0]))
    small = set(_SMALL_WORD.findall(text))
    things = {fold(m.span.of(text)) for m in others}
    found = []
    for name, count in counts.items():
        first = name.given[0]
        if len(name.given) > 1 or count > 1 or name.titles or _is_given(first) or len(first) < 3:
            continue
        elsewhere = first in small or first in things or families[first] > 1
        if elsewhere and families[name.family]:
            found.append(name)
    return found


def _is_relative(text: str, mention: Mention) -> bool:
    """Whether somebody's relative is named: "Harker's son, Paul Harker", "my brother Paul Harker"."""
    before = _KIN.search(text, max(0, mention.span.start - 60), mention.span.start)
    return before is not None and before["kin"].lower() in words("kin")


def _is_given(word: str) -> bool:
    return gender_of_given_name(word) is not None or word in nicknames()


def _register(group: Group, name: PersonName, by_word: dict[str, list[Group]]) -> None:
    """Take note of a full name, and of the single words that may stand for it."""
    group.full.append(name)
    given = (name.given[0], *name.called, *nicknames().get(name.given[0], ()))
    for word in {name.family, name.family.split()[-1], *given}:
        if group not in by_word[word]:
            by_word[word].append(group)


def _bearer(text: str, mention: Mention, name: PersonName, candidates: Iterable[Group]) -> Group | None:
    """Whose bare surname or given name this is; `None` where the document leaves it open."""
    fitting = [g for g in candidates if name.gender is None or all(_gender_fits(name, full) for full in g.full)]
    if name.suffix or name.titles:
        fitting = [g for g in fitting if any(f.family.split()[-1] == name.family.split()[-1] for f in g.full)]
    if name.suffix:
        fitting = [g for g in fitting if any(f.suffix == name.suffix for f in g.full)]
    elif any(f.suffix is None for g in fitting for f in g.full):
        fitting = [g for g in fitting if any(f.suffix is None for f in g.full)]
    by_family = [g for g in fitting if any(f.family.split()[-1] == name.family.split()[-1] for f in g.full)]
    if len(by_family) == 1 and not name.titles:
        fitting = by_family  # of "Susan Harker" and "Harker Lund" only the first goes by "Harker"
    if len(fitting) > 1:
        fitting = _introduced(text, mention, fitting)
    ahead = 0 if fitting and fitting[0].relative else _HEADLINE
    if len(fitting) != 1 or fitting[0].first > mention.span.start + ahead:
        return None
    fitting[0].claimed = True
    return fitting[0]


def _has_title(groups: Iterable[Group], name: PersonName) -> bool:
    """Whether one of them is named in full with a title of this name ("Ambassador Harker", "Ambassador Ann Harker")."""
    return any(not set(name.titles).isdisjoint(full.titles) for group in groups for full in group.full)


def _gender_fits(name: PersonName, full: PersonName) -> bool:
    known = full.gender or (gender_of_given_name(full.given[0]) if full.given else None)
    return known is None or known is name.gender


def _introduced(text: str, mention: Mention, candidates: Sequence[Group]) -> list[Group]:
    """Of several, those named before; of these the one that already goes by the bare name, unless another was just
    named in full."""
    at = mention.span.start
    before = [g for g in candidates if g.first < at]
    if len(before) < 2:
        return before
    last = {id(g): max((m.span.start for m in g.mentions if m.span.start < at), default=-1) for g in before}
    near = [g for g in before if 0 <= last[id(g)] >= at - _SAME_PASSAGE and "\n\n" not in text[last[id(g)] : at]]
    claimed = [g for g in before if g.claimed]
    if len(claimed) == 1 and all(g is claimed[0] for g in near):
        return claimed
    return near if len(near) == 1 and not claimed else []
