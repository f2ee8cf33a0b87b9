"""The names of one document, grouped: which of them are forms of one name.

A surname or a given name alone joins a full name only where the document leaves one choice; forms that differ in
`Jr.`, in given names or in initials stay apart.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise

from sayso.find.body_nouns import body_nouns, own_nouns
from sayso.find.defined_terms import NEAR, defined_terms
from sayso.find.lexicon import groups as word_groups
from sayso.find.lexicon import words
from sayso.find.name_calls import calls
from sayso.find.name_words import gender_of_given_name
from sayso.find.person_names import PersonName, agree, fold, nicknames, take_apart
from sayso.model.entity import EntityKind, Mention

_SAME_PASSAGE = 400
"""code points within which a full name just given may be the one a bare surname means"""
_HEADLINE = 1000
"""a bare surname stands at most so many code points before the full name it is short for (headline, summary)"""


@dataclass(slots=True)
class Group:
    """Mentions that are forms of one name, in order; `full` are the distinct full names among them."""

    kind: EntityKind
    mentions: list[Mention] = field(default_factory=list)
    full: list[PersonName] = field(default_factory=list)
    claimed: bool = False
    """whether a bare surname has already stood for it"""
    known: str | None = None
    """the full name by which it is known from outside of the text"""

    @property
    def first(self) -> int:
        """Where it is named first (code points); -1 for who is known from outside of the text."""
        return self.mentions[0].span.start if self.mentions and not self.known else -1


def group_names(text: str, mentions: Sequence[Mention], known: Sequence[str] = ()) -> list[Group]:
    """The name mentions of a document (in order) as groups, in order of first mention.

    `known` are full names of people whom the text may mean by short forms (those who sent and got a mail).
    """
    given = {take_apart(name).given[:1] for name in known}
    mentions = [_person_if_known(text, m, given) for m in mentions]
    people = [m for m in mentions if m.entity_kind is EntityKind.PERSON]
    others = [m for m in mentions if m.entity_kind is not EntityKind.PERSON]
    groups = [*_joined_by_calls(text, _people(text, people, others, known)), *_others(text, others)]
    groups = _joined_by_terms(text, groups)
    for group in groups:
        group.mentions.sort(key=lambda m: m.span)
    return sorted(groups, key=lambda g: g.mentions[0].span)


def _person_if_known(text: str, mention: Mention, given: Set[tuple[str, ...]]) -> Mention:
    """A first name alone that is a known person's, which the model took for something else."""
    said = fold(mention.span.of(text))
    return (
        replace(mention, entity_kind=EntityKind.PERSON) if (said,) in given and said not in words("places") else mention
    )


def _people(text: str, mentions: Sequence[Mention], others: Sequence[Mention], known: Sequence[str]) -> list[Group]:
    groups: list[Group] = []
    by_word: dict[str, list[Group]] = defaultdict(list)
    for full in known:
        name = take_apart(full)
        if name.given and not any(agree(name, other) for g in by_word[name.family] for other in g.full):
            groups.append(Group(EntityKind.PERSON, known=full))
            _register(groups[-1], name, by_word)
    names = [(m, take_apart(m.span.of(text))) for m in mentions]
    doubtful = _run_together(text, names, others)
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
            group = Group(EntityKind.PERSON)
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
        group = None if key in strangers and name.gender is None else _bearer(text, mention, name, candidates)
        if group is None:
            if all(g.first > mention.span.start for g in candidates):
                strangers.add(key)
            if key not in bare:
                bare[key] = Group(EntityKind.PERSON)
                groups.append(bare[key])
            group = bare[key]
        group.mentions.append(mention)
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


def _is_given(word: str) -> bool:
    return gender_of_given_name(word) is not None or word in nicknames()


def _joined_by_calls(text: str, groups: Sequence[Group]) -> list[Group]:
    """The groups, with who goes by a single name joined to the one whom the text says to be called so."""
    left = list(groups)
    for at, span in calls(text):
        called = span.of(text)
        named = [g for g in left if any(m.span.start <= at < m.span.end for m in g.mentions)]
        bare = [g for g in left if not g.full and any(fold(m.span.of(text)) == fold(called) for m in g.mentions)]
        if len(named) == 1 and len(bare) == 1 and named[0] is not bare[0]:
            named[0].mentions += bare[0].mentions
            left.remove(bare[0])
    return left


def _joined_by_terms(text: str, groups: Sequence[Group]) -> list[Group]:
    """The groups, with a term that the text defines joined to what it stands for: what is named before the bracket."""
    left = list(groups)
    for at, span in defined_terms(text):
        ends = [(m.span.end, n) for n, g in enumerate(left) for m in g.mentions if at - NEAR <= m.span.end <= at]
        term = fold(span.of(text))
        terms = [g for g in left if any(fold(m.span.of(text)) == term for m in g.mentions)]
        if not ends or len(terms) != 1 or _SENTENCE_END.search(text, max(ends)[0], at):
            continue
        defined = left[max(ends)[1]]
        if defined is not terms[0] and terms[0].mentions[0].span.start >= at:
            defined.mentions += terms[0].mentions
            left.remove(terms[0])
    return left


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
    if len(fitting) != 1 or fitting[0].first > mention.span.start + _HEADLINE:
        return None
    fitting[0].claimed = True
    return fitting[0]


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


def _others(text: str, mentions: Sequence[Mention]) -> list[Group]:
    """Organisations, public bodies and places: the same words, their acronym, or another name of the same place."""
    groups: dict[str, Group] = {}
    for mention in mentions:
        key = _thing(mention.span.of(text))
        group = groups.setdefault(key, Group(mention.entity_kind))
        group.mentions.append(mention)
    for short, long in (*_acronyms(text, mentions, groups).items(), *_short_forms(groups).items()):
        if short in groups and long in groups:
            groups[long].mentions += groups.pop(short).mentions
    return list(groups.values())


def _thing(name: str) -> str:
    parts = [fold(word) for word in name.split()]
    key = " ".join(word for word in parts if word and word not in ("the", "'s"))
    return _same_names().get(key, key)


def _acronyms(text: str, mentions: Sequence[Mention], groups: Mapping[str, Group]) -> dict[str, str]:
    """Which keys are acronyms of which: given in brackets behind the name, or the initials of just one."""
    initials: dict[str, list[str]] = defaultdict(list)
    for key in groups:
        big = [word for word in key.split() if word not in _SMALL]
        if len(big) > 1:
            initials["".join(word[0] for word in big)].append(key)
    found = {}
    for before, mention in pairwise(mentions):
        if text[before.span.end : mention.span.start].strip() in ("(", "(the", '("', "(“"):
            short, long = _thing(mention.span.of(text)), _thing(before.span.of(text))
            if short != long and len(short) < len(long) and short.replace(" ", "").isalpha():
                found[short] = long
    for mention in mentions:
        said = mention.span.of(text).replace(".", "")
        short = _thing(said)
        if said.isupper() and len(said) > 1 and short in groups and len(initials[short]) == 1:
            found.setdefault(short, initials[short][0])
    return {s: long for s, long in found.items() if s in groups and long in groups and long not in found and s != long}


def _short_forms(groups: Mapping[str, Group]) -> dict[str, str]:
    """Which keys are one firm's or paper's name cut short: the words it begins with, or a paper's last word."""
    evidence = word_groups("kind-evidence")
    firms = [key for key, group in groups.items() if group.kind is EntityKind.ORGANIZATION and " " in key]
    found = {}
    for short, group in groups.items():
        if group.kind is not EntityKind.ORGANIZATION:
            continue
        begun = [f for f in firms if f.startswith(f"{short} ")]
        ended = [f for f in firms if f.endswith(f" {short}") and short in evidence["newspaper"]]
        longest = [f for f in begun if all(other == f or f.startswith(f"{other} ") for other in begun)]
        if longest and longest[0].split()[-1] in evidence["trade"]:
            found[short] = longest[0]
        elif len(ended) == 1:
            found[short] = ended[0]
    for short, group in groups.items():
        if short in body_nouns() and short not in found:
            # "the Department" is the Department of Ferries where no other has that noun.
            bearers = [f for f, other in groups.items() if f != short and short in own_nouns(f, other.kind)]
            if len(bearers) == 1 and groups[bearers[0]].first < group.first:
                found[short] = bearers[0]
    return {short: found.get(long, long) for short, long in found.items()}


_SENTENCE_END = re.compile(r"[.?!;]\s+[A-Z“\"]")
_SMALL_WORD = re.compile(r"\b[a-z]{3,}\b")
_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "de", "to", "&", "at"})


@cache
def _same_names() -> Mapping[str, str]:
    """For a name of a place or body, folded, the first name of its line."""
    lines = ([fold(name) for name in line.split("|")] for line in words("same-names"))
    return {name: first for first, *rest in lines for name in rest}
