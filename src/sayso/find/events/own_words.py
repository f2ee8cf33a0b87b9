"""Whom "he" and "she" mean in reported speech: first of all the speaker ("Ann said that she met …")."""

from collections.abc import Mapping, Sequence

from sayso.find.attribution.grammar import Grammar
from sayso.find.name_words import Gender, gender_of_given_name
from sayso.model.entity import Entity, EntityKind
from sayso.model.statement import Act, Mode, Statement

_SEXES = {"he": Gender.MALE, "she": Gender.FEMALE}


def own_pronouns(
    grammar: Grammar, entities: Sequence[Entity], statements: Sequence[Statement]
) -> Mapping[int, Entity | str]:
    """By token the speaker, for each "he" or "she" that is a subject in reported speech before any other subject.

    A speaker whose name no finder knew as one is given by that name.
    """
    people = {e.id: e for e in entities if e.kind not in (EntityKind.PLACE, EntityKind.PUBLIC_BODY)}
    found: dict[int, Entity | str] = {}
    for statement in statements:
        speaker = people.get(statement.speaker or "") or _unread_name(statement)
        if (
            speaker is None
            or statement.act is Act.ASK
            or statement.mode is Mode.DIRECT
            or not statement.attribution.content
        ):
            continue
        name = speaker if isinstance(speaker, str) else speaker.name
        sex = gender_of_given_name(name.split()[0].lower())
        content = grammar.inside(statement.attribution.content[0])
        for i in content:
            token = grammar.tokens[i]
            if token.dep in ("nsubj", "nsubjpass") and token.tag in ("PRP", "NNP", "NN", "NNS"):
                if grammar.lower[i] in _SEXES and sex in (None, _SEXES[grammar.lower[i]]) and grammar.quote_of[i] < 0:
                    found[i] = speaker
                    continue
                break
    return found


def _unread_name(statement: Statement) -> str | None:
    """The last voice, where it is a single word with a capital that no entity bears."""
    voice = statement.chain[-1] if len(statement.chain) > 1 else None
    return voice.name if voice and voice.entity is None and voice.name.isalpha() and voice.name.istitle() else None
