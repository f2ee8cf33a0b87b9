"""The names of one document, grouped: which of them are forms of one name."""

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from sayso.find.body_groups import body_groups
from sayso.find.defined_terms import NEAR, defined_terms
from sayso.find.lexicon import words
from sayso.find.name_calls import calls
from sayso.find.name_group import Group
from sayso.find.people_groups import people_groups
from sayso.find.person_names import fold, take_apart
from sayso.model.entity import EntityKind, Mention

__all__ = ["Group", "group_names"]

_SENTENCE_END = re.compile(r"[.?!;]\s+[A-Z“\"]")


def group_names(text: str, mentions: Sequence[Mention], known: Sequence[str] = ()) -> list[Group]:
    """The name mentions of a document (in order) as groups, in order of first mention.

    `known` are full names of people whom the text may mean by short forms (those who sent and got a mail).
    """
    given = {take_apart(name).given[:1] for name in known}
    mentions = [_person_if_known(text, m, given) for m in mentions]
    people = [m for m in mentions if m.entity_kind is EntityKind.PERSON]
    others = [m for m in mentions if m.entity_kind is not EntityKind.PERSON]
    groups = [*_joined_by_calls(text, people_groups(text, people, others, known)), *body_groups(text, others)]
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
