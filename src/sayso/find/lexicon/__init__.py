"""Word lists and weights as data, each file with its origin and licence in the file or in SOURCES-*.md beside it."""

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))


_PART = re.compile(r"\{([a-z-]+)\}")
_TITLE = re.compile(r"\[[a-z0-9-]+\]")


@cache
def words(name: str) -> frozenset[str]:
    """The entries of `name`.txt, one a line; lines that start with `#` are comments."""
    return frozenset(_lines(f"{name}.txt"))


@cache
def weights(name: str) -> dict[str, float]:
    """The weights of a linear model in `name`.json, by feature."""
    return dict(json.loads(files(__package__).joinpath(f"{name}.json").read_text(encoding="utf-8")))


@cache
def lemma(word: str, tag: str) -> str:
    """The base form of a lower-case verb form (`argued` → `argue`); words that are not tagged as verbs as they are."""
    if not tag.startswith("V") and tag != "MD":
        return word
    irregular = _irregular().get(word)
    if irregular:
        return irregular
    bases = words("verbs")
    if word in bases or tag in ("VB", "VBP", "MD"):
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)] + instead
            doubled = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else stem
            for base in (stem, stem + "e", doubled):
                if base in bases:
                    return base
    return word


@cache
def _irregular() -> dict[str, str]:
    return {form: base for base, *forms in (line.split() for line in _lines("irregular.txt")) for form in forms}


@cache
def patterns(name: str) -> dict[str, re.Pattern[str]]:
    """The regular expressions in `name`.txt by group, alternatives one a line, case ignored.

    `part := …` names a part that later lines use as `{part}`.
    """
    return {group: re.compile(words, re.IGNORECASE) for group, words in expressions(name).items()}


def expressions(name: str, parts: Mapping[str, str] = MappingProxyType({})) -> dict[str, str]:
    """The same as they are written, not compiled; `parts` are some that the file itself does not name."""
    named = dict(parts)
    found: dict[str, list[str]] = {}
    title = ""
    for line in _lines(f"{name}.txt"):
        part, is_part, value = line.partition(" := ")
        expression = _PART.sub(lambda m: named[m[1]], value if is_part else line)
        if is_part:
            named[part] = expression
        elif _TITLE.fullmatch(line):
            title = line.strip("[]")
        else:
            found.setdefault(title, []).append(expression)
    return {group: "|".join(lines) for group, lines in found.items()}


def _lines(name: str) -> list[str]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def groups(name: str) -> dict[str, frozenset[str]]:
    """The groups of words in `name`.txt: `[title]` starts one, its words follow with spaces between."""
    found: dict[str, frozenset[str]] = {}
    title = ""
    for line in _lines(f"{name}.txt"):
        if line.startswith("["):
            title = line.strip("[]")
        else:
            found[title] = found.get(title, frozenset()) | frozenset(line.split())
    return found
