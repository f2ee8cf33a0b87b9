"""The organisations, public bodies and places that a document names, each with the forms of the name."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from sayso.find.body_nouns import body_nouns, own_nouns
from sayso.find.lexicon import groups as word_groups
from sayso.find.lexicon import words
from sayso.find.name_group import Group
from sayso.find.person_names import fold
from sayso.model.entity import EntityKind, Mention

_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "de", "to", "&", "at"})


def body_groups(text: str, mentions: Sequence[Mention]) -> list[Group]:
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


@cache
def _same_names() -> Mapping[str, str]:
    """For a name of a place or body, folded, the first name of its line."""
    lines = ([fold(name) for name in line.split("|")] for line in words("same-names"))
    return {name: first for first, *rest in lines for name in rest}
