"""Whom "he" and "she" mean in reported speech: first of all the speaker ("Ann said that she met …")."""

from collections.abc import Mapping, Sequence

from sayso.find.attribution.grammar import Grammar
from sayso.find.name_words import Gender, gender_of_given_name
from sayso.model.entity import Entity, EntityKind
from sayso.model.statement import Mode, Statement

_SEXES = {"he": Gender.MALE, "she": Gender.FEMALE}


def own_pronouns(grammar: Grammar, entities: Sequence[Entity], statements: Sequence[Statement]) -> Mapping[int, Entity]:
    """By token the speaker, for the first "he" or "she" that is a subject in reported speech."""
    people = {e.id: e for e in entities if e.kind not in (EntityKind.PLACE, EntityKind.PUBLIC_BODY)}
    found: dict[int, Entity] = {}
    for statement in statements:
        speaker = people.get(statement.speaker or "")
        if speaker is None or statement.mode is Mode.DIRECT or not statement.attribution.content:
            continue
        sex = gender_of_given_name(speaker.name.split()[0].lower())
        content = grammar.inside(statement.attribution.content[0])
        for i in content:
            token = grammar.tokens[i]
            if token.dep in ("nsubj", "nsubjpass") and token.tag in ("PRP", "NNP", "NN", "NNS"):
                if grammar.lower[i] in _SEXES and sex in (None, _SEXES[grammar.lower[i]]) and grammar.quote_of[i] < 0:
                    found[i] = speaker
                    continue
                break
    return found
