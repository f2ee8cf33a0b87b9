"""Invented sentences in which somebody tells what somebody else says, thinks or wants, with all voices marked.

What people mark of the corpus seldom has the constructions of reports and filings ("recalled being told by X that",
"a letter alleging that", "asked X to"). A frame (voices.json) is a line with the roles of one attribution in brackets:
[s its source], [c its cue], [k its content]; slots in braces are filled by seeded chance, contents with clauses and
phrases that the corpus lends at training and that are kept nowhere.
"""

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from sayso.find.lexicon import groups
from training.attribution.nesting import Marks, Nested, entries, voice

_SLOT = re.compile(r"\{([a-z-]+)(?:\.([a-z]))?\}")
_VERBS: Final = (
    "that",
    "tell",
    "to-hearer",
    "order",
    "wish",
    "ing",
    "np",
    "about",
    "wh",
    "hear",
    "seem",
    "mind",
    "perceive",
    "prints",
)
_BRACKET = re.compile(r"\[([sck])(\d+) |\]")


@dataclass(frozen=True, slots=True)
class Lent:
    """Words that the corpus lends: clauses without a voice in them, and contents by how they begin."""

    clauses: Sequence[str]
    infinitives: Sequence[str]
    gerunds: Sequence[str]
    phrases: Sequence[str]
    questions: Sequence[str]


@cache
def _irregular() -> Mapping[str, Sequence[str]]:
    return {verb: forms for verb, *forms in (line.split() for line in entries("irregular"))}


def form(base: str, which: str) -> str:
    """A verb's past (d), participle (n) or -ing form (g), its particle kept: `point-out` → `pointed out`."""
    verb, *rest = base.split("-")
    if which == "b":
        made = verb
    elif verb in _irregular():
        made = _irregular()[verb]["dng".index(which)]
    elif which == "g":
        made = (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb) + "ing"
    elif verb.endswith("e"):
        made = verb + "d"
    elif verb.endswith("y") and verb[-2] not in "aeou":
        made = verb[:-1] + "ied"
    else:
        made = verb + "ed"
    return " ".join((made, *rest))


class Inventor:
    """Writes sentences; two of the same seed write the same."""

    def __init__(self, lent: Lent, seed: int) -> None:
        self._lent = lent
        self._rng = random.Random(seed)  # noqa: S311 - no secret
        words = groups("attitudes")
        self._verbs = {name: list(entries(f"verbs {name}")) for name in _VERBS}
        self._verbs["that"] += sorted(words["clause"])
        self._verbs["order"] += sorted(words["hearer"] & words["to"])
        self._number = 0

    def sentence(self) -> Nested:
        """One sentence with its voices marked."""
        self._number = 0
        rng = self._rng
        frames = "frames with a clause" if rng.random() < 0.75 else "frames with a phrase"
        body = self._filled(rng.choice(entries(frames)))
        whole = rng.choice(entries("leads")).format(n=rng.randint(1, 30), y=rng.randint(2009, 2021)) + body
        return _read(whole + rng.choice((".", ".", ".", ".", f".{rng.randint(1, 999)}")))

    def _filled(self, frame: str) -> str:
        self._number += 1
        numbered = re.sub(r"\[([sck]) ", rf"[\g<1>{self._number} ", frame)
        return _SLOT.sub(lambda slot: self._slot(slot[1], slot[2]), numbered)

    def _slot(self, name: str, which: str | None) -> str:
        rng, lent = self._rng, self._lent
        if name in self._verbs:
            return form(rng.choice(self._verbs[name]), which) if which else self._told(name)
        if name == "inner":
            return self._filled(rng.choice(entries("inner frames")))
        if name == "phrase":
            return self._filled(rng.choice(entries("phrase frames")))
        if name == "cl" and rng.random() < 0.12 and self._number < 4:
            return self._filled(rng.choice(entries("inner frames")))
        if name == "whose":
            return f"{rng.choice(entries('family'))}'s" if rng.random() < 0.6 else rng.choice(("his", "her", "their"))
        simple: Mapping[str, Sequence[str]] = {
            "cl": lent.clauses,
            "to": lent.infinitives,
            "gerund": lent.gerunds,
            "np-phrase": lent.phrases,
            "wh-clause": lent.questions,
            "hearer": (*entries("hearers"), *entries("family"), *entries("people")),
            "heard": (*entries("family"), *entries("people"), "he", "she", "they"),
            "person": entries("people"),
            "paper": entries("papers"),
            "occasion": entries("occasions"),
            "aside": entries("asides"),
            "tail": entries("tails"),
            "noun": entries("nouns"),
            "nouns-of": [f"{'an' if n[0] in 'aeiou' else 'a'} {n}" for n in entries("nouns of")],
            "noun-to": entries("nouns to"),
            "a-noun": [f"{rng.choice(('the', 'a'))} {n}" for n in entries("nouns")],
            "a-noun-to": [f"{rng.choice(('the', 'a'))} {n}" for n in entries("nouns to")],
            "give": [form(v, "d") for v in entries("giving")],
            "seemed": ("seemed", "appeared", "became", "was"),
            "known": ("false", "known", "well known", "of no use", "passed on", "ignored", "new to him", "put aside"),
            "adjective": entries("adjectives"),
            "adjective-of": entries("adjectives of"),
            "adjective-to": entries("adjectives to"),
        }
        if name == "who":
            return voice(rng) if rng.random() < 0.7 else rng.choice(entries("people"))
        chosen = rng.choice(simple[name])
        return chosen.replace("-", " ") if name.startswith(("adjective", "give")) else chosen

    def _told(self, name: str) -> str:
        """A whole cue: the verb with what goes before it."""
        rng, base = self._rng, self._rng.choice(self._verbs[name])
        chance = rng.random()
        for limit, made in (
            (0.6, form(base, "d")),
            (0.78, f"had {form(base, 'n')}"),
            (0.83, f"did not {form(base, 'b')}"),
            (0.86, f"never {form(base, 'd')}"),
            (0.89, f"may have {form(base, 'n')}"),
            (0.92, f"would {form(base, 'b')}"),
            (0.95, f"also {form(base, 'd')}"),
            (0.97, f"repeatedly {form(base, 'd')}"),
        ):
            if chance < limit:
                return made
        return f"has {form(base, 'n')}"


def _read(marked: str) -> Nested:
    """The text without its brackets, and the roles they marked; the first letter made a capital."""
    text, at = "", 0
    open_: list[tuple[str, int, int]] = []
    found: dict[int, Marks] = {}
    for bracket in _BRACKET.finditer(marked):
        text += marked[at : bracket.start()]
        at = bracket.end()
        if bracket[1]:
            open_.append((bracket[1], int(bracket[2]), len(text)))
            continue
        role, number, start = open_.pop()
        marks = found.setdefault(number, {"source": [], "cue": [], "content": []})
        marks[{"s": "source", "c": "cue", "k": "content"}[role]].append([start, len(text)])
    text += marked[at:]
    return Nested(text[0].upper() + text[1:], list(found.values()), ())
