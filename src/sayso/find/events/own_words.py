"""Whom "he" and "she" mean in reported speech: first of all the speaker ("Ann said that she met …")."""

from collections.abc import Iterator, Mapping, Sequence

from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.nouns import NounKind, kind_of, singular
from sayso.find.name_words import Gender, gender_of_given_name
from sayso.model.entity import Entity, EntityKind
from sayso.model.statement import Act, Mode, Statement

_SEXES = {"he": Gender.MALE, "she": Gender.FEMALE}
_OBJECTS = {"him": Gender.MALE, "her": Gender.FEMALE}


def own_pronouns(
    grammar: Grammar,
    entities: Sequence[Entity],
    statements: Sequence[Statement],
    near: Mapping[int, Entity],
) -> Mapping[int, Entity | str]:
    """By token who is meant: `near` (what the grammar of the sentence tells), and speakers in what they report.

    A speaker whose name no finder knew as one is given by that name. Speech inside of speech is read last.
    """
    people = {e.id: e for e in entities if e.kind not in (EntityKind.PLACE, EntityKind.PUBLIC_BODY)}
    found: dict[int, Entity | str] = dict(near)
    for statement in sorted(statements, key=lambda s: -sum(map(len, s.attribution.content))):
        source = [i for span in statement.attribution.source for i in grammar.inside(span)]
        speaker = found.get(source[0]) if len(source) == 1 else None
        speaker = speaker or people.get(statement.speaker or "") or _unread_name(statement)
        reported = statement.act is not Act.ASK and statement.mode is not Mode.DIRECT
        if speaker is None or not reported or not statement.attribution.content:
            continue
        name = speaker if isinstance(speaker, str) else speaker.name
        sex = gender_of_given_name(name.split()[0].lower())
        found |= dict.fromkeys(_of_speaker(grammar, grammar.inside(statement.attribution.content[0]), sex), speaker)
    return found


def _of_speaker(grammar: Grammar, content: range, sex: Gender | None) -> Iterator[int]:
    """The pronouns in what somebody says that mean them: subjects up to somebody else, and whom others do it to."""
    others = False
    for i in content:
        token, word = grammar.tokens[i], grammar.lower[i]
        if grammar.quote_of[i] >= 0:
            continue
        if word in _OBJECTS and sex in (None, _OBJECTS[word]) and _has_other(grammar, i):
            yield i
        if others or token.dep not in ("nsubj", "nsubjpass"):
            continue
        if word in _SEXES and sex in (None, _SEXES[word]):
            yield i
        else:
            others = token.tag in ("PRP", "NNP") or kind_of(singular(word)) is NounKind.PERSON


def _has_other(grammar: Grammar, pronoun: int) -> bool:
    """Whether somebody with a name does to the pronoun what the content says first ("that Bo kept pressing him")."""
    tokens = grammar.tokens
    if tokens[pronoun].dep not in ("dobj", "dative", "pobj") or grammar.quote_of[pronoun] >= 0:
        return False
    at = tokens[pronoun].head
    while tokens[at].dep in ("prep", "xcomp") and tokens[at].head != at:
        at = tokens[at].head
    subject = grammar.child(at, "nsubj")
    return subject is not None and tokens[subject].tag == "NNP" and tokens[at].dep == "ccomp"


def _unread_name(statement: Statement) -> str | None:
    """The last voice, where it is a single word with a capital that no entity bears."""
    voice = statement.chain[-1] if len(statement.chain) > 1 else None
    return voice.name if voice and voice.entity is None and voice.name.isalpha() and voice.name.istitle() else None
