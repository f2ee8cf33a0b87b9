"""What a document's names tell of those who take part: papers, surnames, names that may be of two people."""

from collections.abc import Sequence

from sayso.find.attribution.grammar import Grammar
from sayso.find.lexicon import groups
from sayso.find.name_words import is_person_noun, is_title
from sayso.model.entity import Entity, EntityKind, MentionKind

_ITS_OWN = frozenset(("the", "this", "that", "our", "its", "special", "independent"))
_LONG = 300
"""code points from a bare family name to the full one, from which on they may be of two people"""


def is_outlet(entity: Entity) -> bool:
    """Whether an organisation's name is that of a paper, an agency or a station."""
    words = {word.strip("!.") for word in entity.name.lower().split()}
    outlets = groups("event-hearers")["outlets"] | groups("kind-evidence")["newspaper"]
    return entity.kind is not EntityKind.PERSON and bool(words & outlets)


def names_station(name: str) -> bool:
    """Whether a word of a name is a station's or an agency's in capitals ("MSNBC’s Morning Joe")."""
    words = (word.replace("’s", "").replace("'s", "").strip('“”"') for word in name.split())
    return any(word.isupper() and word.lower() in groups("event-hearers")["outlets"] for word in words)


def is_narrator(name: str) -> bool:
    """Whether a name is that of the body that writes a report itself: "the Office", "the Special Counsel’s Office"."""
    narrators = groups("event-hearers")["narrator"]
    *before, last = name.lower().replace("’s", "").replace("'s", "").split()
    return last in narrators and all(word in narrators or word in _ITS_OWN for word in before)


def proper_words(grammar: Grammar) -> frozenset[str]:
    """Words that stand in the middle of sentences with a capital, and nowhere without."""
    inner = {
        grammar.tokens[i].text
        for sentence in grammar.sentences
        for i in sentence
        if i > sentence.start and grammar.tokens[i].text.istitle() and grammar.is_word[i - 1]
    }
    small = {token.text for token in grammar.tokens if token.text.islower()}
    return frozenset(word for word in inner if word.lower() not in small)


def by_family_name(entities: Sequence[Entity]) -> dict[str, Entity]:
    """People by the last word of their name, where no two share it."""
    found: dict[str, Entity | None] = {}
    for entity in entities:
        if entity.kind is EntityKind.PERSON:
            last = entity.name.split()[-1]
            found[last] = None if last in found else entity
    return {last: entity for last, entity in found.items() if entity and len(last) > 2}


def is_loose(text: str, entity: Entity) -> bool:
    """Whether a person goes by the family name long before the full name is given: the two may not be one."""
    if entity.kind is not EntityKind.PERSON or " " not in entity.name:
        return False
    family = entity.name.split()[-1]
    names = [m.span for m in entity.mentions if m.kind is MentionKind.NAME]
    full = next((s.start for s in names if s.of(text) == entity.name), 0)
    for name in names:
        if name.start < full and name.of(text).endswith(family) and name.of(text) != entity.name:
            before = text[: name.start].split()[-1:] + name.of(text).split()[:-1]
            if name.start + _LONG < full or any(is_person_noun(w) or is_title(w) for w in before):
                return True
    return False
