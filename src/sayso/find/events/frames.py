"""Words that name contacts and dealings, read from the lexicon: which kind, and where the others stand."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache

from sayso.find.lexicon import groups, lemma, words
from sayso.model.event import EventKind

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Frame:
    """One word of the lexicon: `particle` may be empty; `slots` are `object` and prepositions, in order of weight."""

    word: str
    particle: str
    kind: EventKind
    slots: tuple[str, ...]
    marks: frozenset[str]


@cache
def verb_frames() -> Mapping[str, tuple[Frame, ...]]:
    """By verb, those with a particle first."""
    return _frames("event-verbs")


@cache
def noun_frames() -> Mapping[str, tuple[Frame, ...]]:
    """By noun, in the singular."""
    return _frames("event-nouns")


@cache
def verb_of(word: str, tag: str) -> str:
    """The verb of the lexicon that a lower-case word is a form of; empty for other words."""
    base = lemma(word, tag)
    return base if base in verb_frames() else _forms().get(word, "")


@cache
def base_of(word: str, tag: str) -> str:
    """The base form of a lower-case verb form, for verbs of the lexicon too."""
    base = lemma(word, tag)
    known = verb_of(word, tag)
    return known or (_status_forms().get(word, base) if base == word else base)


def _frames(name: str) -> Mapping[str, tuple[Frame, ...]]:
    found: dict[str, list[Frame]] = {}
    for line in sorted(words(name)):
        phrase, kind, slots, *marks = (part.strip() for part in line.split("|"))
        word, _, particle = phrase.partition(" ")
        frame = Frame(word, particle, EventKind(kind), tuple(slots.split()), frozenset(" ".join(marks).split()))
        found.setdefault(word, []).append(frame)
    return {word: tuple(sorted(frames, key=_rank)) for word, frames in found.items()}


def _rank(frame: Frame) -> tuple[bool, bool]:
    """Frames that ask for more come first: those with a particle, then dealings before contacts."""
    return not frame.particle, frame.kind not in (EventKind.PAYMENT, EventKind.LEGAL)


@cache
def _forms() -> Mapping[str, str]:
    """Regular forms of the verbs, which the general list of verbs may lack (`emailed`, `huddling`)."""
    regular = {form: verb for verb in verb_frames() for form in _inflected(verb)}
    lines = (line.split() for line in words("event-irregular"))
    return regular | {form: verb for verb, *forms in lines for form in forms}


@cache
def _status_forms() -> Mapping[str, str]:
    """Likewise of the verbs that tell whether an event happened."""
    return {form: verb for verbs in groups("event-status").values() for verb in verbs for form in _inflected(verb)}


def _inflected(verb: str) -> Set[str]:
    stem = verb[:-1] if verb.endswith("e") else verb
    short = len(verb) > 2 and verb[-1] not in f"{_VOWELS}wxy" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS
    doubled = {f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"} if short else set()
    if verb[-1] == "y" and len(verb) > 2 and verb[-2] not in _VOWELS:
        return {verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"}
    return {verb, f"{verb}s", f"{verb}es", f"{stem}ed", f"{stem}ing", *doubled}
