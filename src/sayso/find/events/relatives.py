"""Whom "his father" or "her husband" is, where the document names just one who can be."""

from collections.abc import Sequence

from sayso.find.lexicon import words
from sayso.find.name_words import gender_of_given_name, gender_of_noun
from sayso.model.entity import Entity, EntityKind

_YOUNGER = frozenset(("jr.", "jr", "ii", "iii", "iv"))
_OLDER = frozenset(("sr.", "sr"))


def relative_of(owner: Entity, noun: str, entities: Sequence[Entity]) -> Entity | None:
    """The only other person of the owner's family name who fits the noun; a father or son of like name first."""
    family = _family(owner.name)
    if noun not in words("kin") or not family:
        return None
    sex = gender_of_noun(noun)
    people = (e for e in entities if e.kind is EntityKind.PERSON and e.id != owner.id and _family(e.name) == family)
    others = [e for e in people if sex is None or gender_of_given_name(e.name.split()[0].lower()) in (None, sex)]
    if noun in ("father", "son"):
        younger = noun == "son"
        like = [e for e in others if _is_younger(e.name) == younger and _is_younger(owner.name) != younger]
        if len(like) == 1:
            return like[0]
    return others[0] if len(others) == 1 else None


def _family(name: str) -> str:
    parts = [p for p in name.lower().split() if p not in _YOUNGER | _OLDER]
    return parts[-1] if parts else ""


def _is_younger(name: str) -> bool:
    return name.lower().split()[-1] in _YOUNGER
