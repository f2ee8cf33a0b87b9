"""Base forms of the verbs that the lexicons of attitudes, acts and silences hold, and of all others."""

from collections.abc import Mapping
from functools import cache

from sayso.find.lexicon import groups, lemma

_DOUBLED = frozenset("bdgklmnprt")
_VERBS = (
    "phrases",
    "clause",
    "bare",
    "heard",
    "to",
    "gerund",
    "object",
    "naming",
    "of",
    "about",
    "for",
    "to-object",
    "on",
    "against",
    "overheard",
)


def base_of(word: str, tag: str) -> str:
    """The base form of a lower-case word with this tag."""
    return _forms().get(word) or lemma(word, tag)


@cache
def attitude_verbs() -> frozenset[str]:
    """The base forms of the lexicon's verbs."""
    words = groups("attitudes")
    return frozenset(verb.partition(":")[0] for group in _VERBS for verb in words[group])


@cache
def _forms() -> Mapping[str, str]:
    """Regular forms of all verbs of these lexicons."""
    found: dict[str, str] = {}
    others = (word for name in ("acts", "silences") for group in groups(name).values() for word in group)
    for verb in sorted({*attitude_verbs(), *(word.partition(":")[0] for word in others)}):
        stems = {verb, verb.removesuffix("e"), verb + verb[-1] if verb[-1] in _DOUBLED else verb}
        if verb.endswith("y"):
            stems.add(verb[:-1] + "i")
        forms = {verb + "s", *(stem + ending for stem in stems for ending in ("ed", "es", "ing"))}
        found.update((form, verb) for form in forms)
    return found
