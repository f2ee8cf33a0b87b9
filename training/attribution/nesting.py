"""Sentences of the corpus put into somebody else's mouth: what people marked as outermost becomes a voice in a voice.

The corpus marks outermost attributions alone, so what stands in their contents is unknown. Where a sentence is told by
an invented outer voice ("The clerk recalled that …"), the marks that it had are those of an inner voice, and all of its
words that had no mark are known to be none. Words in the contents of its own marks stay unknown.
"""

import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

Span = tuple[int, int]
Marks = dict[str, list[list[int]]]

_ENDS = re.compile(r"(?<=[.!?])[”\"’']?\s+(?=[A-Z“\"‘])")
_KEPT_CAPITAL = re.compile(r"(?:I|I[’'].*|[A-Z]\.|[A-Z]{2,}.*|Mr|Mrs|Ms|Dr)$")
_DATA: Final = Path(__file__).parent / "voices.json"
_SILENT: Final = ("did", "also", "further", "later", "knew", "wrote", "swore")
"""With these before a verb or for it, nothing is told in the pluperfect."""


@cache
def entries(title: str) -> Sequence[str]:
    """The words or frames of a group in voices.json, in their order."""
    found: dict[str, list[str]] = json.loads(_DATA.read_text(encoding="utf-8"))
    return tuple(found[title])


@dataclass(frozen=True, slots=True)
class Nested:
    """A text and what is known of it: all cues, as marks with roles, and the spans in which nothing is known."""

    text: str
    marks: Sequence[Marks]
    unknown: Sequence[Span]


def sentences(text: str) -> Iterator[Span]:
    """Where sentences stand, cut at punctuation; paragraphs apart."""
    for paragraph in re.finditer(r"[^\n]+", text):
        start = paragraph.start()
        for end in [*(m for m in _ENDS.finditer(text, paragraph.start(), paragraph.end())), None]:
            stop = end.start() if end else paragraph.end()
            if end and text[end.start()] in "”\"’'":
                stop += 1
            if stop > start:
                yield start, stop
            start = end.end() if end else stop


def marks_within(attributions: Sequence[Marks], sentence: Span) -> tuple[list[Marks], bool]:
    """The marks that lie in the sentence whole, and whether others reach into it."""
    whole, broken = [], False
    for marks in attributions:
        every = [span for role in ("source", "cue", "content") for span in marks[role]]
        inside = [sentence[0] <= a and b <= sentence[1] for a, b in every]
        if every and all(inside):
            whole.append(marks)
        elif any(a < sentence[1] and b > sentence[0] for a, b in every):
            broken = True
    return whole, broken


def nested(text: str, attributions: Sequence[Marks], sentence: Span, rng: random.Random) -> Nested | None:
    """The sentence told by one or two invented voices; `None` if it can't well be."""
    whole, broken = marks_within(attributions, sentence)
    words = text[slice(*sentence)]
    if broken or not 30 < len(words) < 400 or words.count("“") != words.count("”") or words.count('"') % 2:
        return None
    if words[-1] not in '.!?”"':
        return None
    first = re.match(r"\w+[’'.]?\w*", words)
    if first is None and words[0] not in '“"':
        return None
    start = sentence[0]
    if first is not None and first[0].lower() in ("but", "and", "so", "yet", "or"):
        start += first.end()
        while text[start] in " ,":
            start += 1
    body = text[start : sentence[1]].rstrip()
    opening = re.match(r"[\w’']+", body)
    if opening is not None and opening[0].lower() in entries("not capital") and not _KEPT_CAPITAL.match(opening[0]):
        body = body[0].lower() + body[1:]
    built = _Builder()
    trailing = rng.random() < 0.15 and body[-1] == "."
    outer = _outer(built, rng) if not trailing else None
    if outer is not None and rng.random() < 0.2:
        inner_start = len(built.text)
        second = _outer(built, rng, lead=False)
        at = built.add(body)
        built.close(second, at)
        built.close(outer, (inner_start, len(built.text)))
    else:
        at = built.add(body[:-1] if trailing else body)
        if outer is not None:
            built.close(outer, at)
        else:
            built.add(", ")
            source = voice(rng)
            verb = rng.choice(("said", "testified", "recalled", "told the panel", "wrote", "alleged", "claimed"))
            marks: Marks = {"source": [list(built.add(source))], "cue": [], "content": [list(at)]}
            built.add(" ")
            cue = built.add(verb)
            marks["cue"] = [[cue[0], cue[0] + len(verb.split()[0])]]
            built.add(".")
            built.marks.append(marks)
    shift = at[0] - start
    unknown: list[Span] = []
    for marks in whole:
        moved: Marks = {
            role: [[max(a, start) + shift, min(b + shift, at[1])] for a, b in marks[role] if b > start]
            for role in ("source", "cue", "content")
        }
        if not moved["cue"]:
            return None
        built.marks.append(moved)
        unknown.extend((a, b) for a, b in moved["content"])
    return Nested(built.text, built.marks, unknown)


def voice(rng: random.Random) -> str:
    """Somebody invented."""
    kind = rng.random()
    if kind < 0.45:
        return rng.choice(entries("family"))
    if kind < 0.6:
        return " ".join((rng.choice(entries("given")), rng.choice(entries("family"))))
    if kind < 0.7:
        return rng.choice(("he", "she", "they"))
    return rng.choice(entries("roles"))


class _Builder:
    """A text put together piece by piece."""

    def __init__(self) -> None:
        self.text = ""
        self.marks: list[Marks] = []

    def add(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return start, len(self.text)

    def close(self, marks: Marks, content: Span) -> None:
        marks["content"] = [[marks["content"][0][0] if marks["content"] else content[0], content[1]]]
        self.marks.append(marks)


def _outer(built: _Builder, rng: random.Random, *, lead: bool = True) -> Marks:
    """Write an outer voice up to where its content begins."""
    if lead:
        built.add(rng.choice(entries("leads")).format(n=rng.randint(1, 30), y=rng.randint(2009, 2021)))
    opened = bool(built.text)
    kind = rng.random()
    if kind < 0.15 and lead:
        cue = built.add("according to" if opened else "According to")
        built.add(" ")
        source = built.add(rng.choice(entries("papers that tell")) if rng.random() < 0.4 else voice(rng))
        built.add(", ")
        return {"source": [list(source)], "cue": [list(cue)], "content": []}
    paper = kind < 0.35
    who = rng.choice(entries("papers that tell")) if paper else voice(rng)
    source = built.add(who if opened else who[0].upper() + who[1:])
    built.add(" ")
    if paper:
        told = rng.choice(entries("papers tell that"))
    elif kind < 0.6:
        told = rng.choice(entries("told somebody that")).format(h=rng.choice(entries("hearers")))
    else:
        told = rng.choice(entries("told that"))
    if not lead and not paper and rng.random() < 0.4:
        told = f"had {told}" if told.split()[0] not in _SILENT else told
    at = built.add(told)
    that = told.endswith(" that")
    own = told.removesuffix(" that")
    first = own.split(" the ")[0]
    length = len(own) if " " not in own else len(_cue_words(first))
    marks: Marks = {"source": [list(source)], "cue": [[at[0], at[0] + length]], "content": []}
    if that:
        marks["content"] = [[at[1] - len("that"), at[1]]]
    built.add(" ")
    return marks


def _cue_words(told: str) -> str:
    """The words of the verb: adverbs, auxiliaries and the verb itself."""
    found: list[str] = []
    for word in told.split():
        found.append(word)
        if word not in ("also", "further", "later", "did", "not", "had"):
            break
    return " ".join(found)


def retold(
    text: str, attributions: Sequence[Marks], rng: random.Random, invented: Callable[[], Nested], share: float
) -> Nested:
    """The article with some of its sentences told by invented voices and some invented sentences put between them;
    `share` of its sentences each. What was marked before and is not retold keeps its marks; its contents are unknown.
    """
    built = _Builder()
    unknown: list[Span] = []
    moves: list[tuple[int, int, int]] = []
    done = 0

    def keep(until: int) -> None:
        moves.append((done, until, len(built.text) - done))
        built.add(text[done:until])

    def put(told: Nested) -> None:
        at = len(built.text)
        built.add(told.text)
        for marks in told.marks:
            built.marks.append({role: [[a + at, b + at] for a, b in spans] for role, spans in marks.items()})
        unknown.extend((a + at, b + at) for a, b in told.unknown)

    for sentence in sentences(text):
        chance = rng.random()
        if chance < share:
            told = nested(text, attributions, sentence, rng)
            if told is None:
                continue
            keep(sentence[0])
            put(told)
            done = sentence[1]
        elif chance < 2 * share and not marks_within(attributions, sentence)[1]:
            keep(sentence[0])
            put(invented())
            built.add(" ")
            done = sentence[0]
    keep(len(text))
    for marks in attributions:
        moved = {role: _moved(marks[role], moves) for role in ("source", "cue", "content")}
        if moved["cue"]:
            built.marks.append(moved)
            unknown.extend((a, b) for a, b in moved["content"])
    return Nested(built.text, built.marks, unknown)


def _moved(spans: Sequence[Sequence[int]], moves: Sequence[tuple[int, int, int]]) -> list[list[int]]:
    """Where spans of what was kept stand now; those of what was retold are told of by it."""
    found = []
    for a, b in spans:
        shift = next((by for start, end, by in moves if start <= a and b <= end), None)
        if shift is not None:
            found.append([a + shift, b + shift])
    return found
