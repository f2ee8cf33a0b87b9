"""Reads the citations in a passage: forms are tried where a citation may begin, and the sure ones everywhere else."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from sayso.find.citations.cited import HIDDEN, Cited
from sayso.find.citations.dating import Calendar
from sayso.find.citations.forms import Form, forms
from sayso.find.citations.marking import kind_of, marked, spaced
from sayso.find.citations.split import after_signal, pieces
from sayso.find.citations.titles import is_report, read_title
from sayso.find.lexicon import expressions
from sayso.model.span import Span

_PAGES = ("pages", "pages_k", "pages_p", "pages_s", "pages_l", "pages_d", "pages_b", "pages_g", "pages_c", "pages_f")
_DATES = ("date", "date_b", "date_z", "date_e", "date_c", "date_k")
_WITNESSES = ("witness", "witness_o")
_ACCOUNT = re.compile(r"(?:User )?ID \w+ \(([^()]+)\)|(?:User )?ID \w+")
_GOES_ON = spaced(r"(?:, (?:and |& )?| and | & |; ?)")
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_ON_RECORD = frozenset(("302", "interview", "grand-jury", "deposition", "transcript", "testimony", "affidavit"))


class Reader:
    """Reads passages of one document, whose dates are written by `calendar`."""

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar

    def note(self, text: str) -> Iterator[Cited]:
        """The citations of a passage that is made of them: a footnote, a bracket, a sentence that starts with "See"."""
        letters = marked(text)
        for piece in pieces(text):
            start = after_signal(text, piece.start, piece.end)
            yield from self._piece(text, letters, start, piece.end)

    def prose(self, text: str) -> Iterator[Cited]:
        """The citations of a passage that are such by their form alone."""
        yield from self._sure(text, marked(text), 0, len(text))

    def begins(self, text: str) -> bool:
        """Whether a citation of a record stands at the start of the text."""
        start = after_signal(text, 0, len(text))
        return self._first(text, marked(text), start, len(text)) is not None

    def _piece(self, text: str, letters: str, start: int, end: int) -> Iterator[Cited]:
        found = self._first(text, letters, start, end)
        if found is None and not any(self._sure(text, letters, start, end)):
            title = read_title(text, start, end, self._calendar)
            if title is not None:
                yield title
                return
        while found is not None:
            yield found
            start = found.span.end
            more = _GOES_ON.match(letters, start, end)
            if more is None:
                break
            found = self._first(text, letters, after_signal(text, more.end(), end), end)
        yield from self._sure(text, letters, start, end)

    def _first(self, text: str, letters: str, start: int, end: int) -> Cited | None:
        """The longest citation that begins at `start`."""
        found = {form.name: m for form in forms() if (m := self._match(form, text, letters, start, end))}
        named = found.pop("named", None)
        if found:
            return max(found.values(), key=lambda c: len(c.span))
        # Any words with a page behind them are a record by its name, but only where they hold no other.
        inside = self._sure(text, letters, start, named.span.end) if named else ()
        return None if any(c.record != "exhibit" for c in inside) else named

    def _match(self, form: Form, text: str, letters: str, start: int, end: int) -> Cited | None:
        match = form.pattern.match(letters, start, end)
        return self._read(form, match, text) if match and match.end() > start else None

    def _sure(self, text: str, letters: str, start: int, end: int) -> Iterator[Cited]:
        """The citations between `start` and `end` by sure forms: the first, and of those that overlap the longest."""
        found = [
            cited
            for form in forms()
            if form.sure
            for match in form.pattern.finditer(letters, start, end)
            if (cited := self._read(form, match, text))
        ]
        at = start
        for cited in sorted(found, key=lambda c: (c.span.start, -c.span.end)):
            if cited.span.start >= at:
                yield cited
                at = cited.span.end

    def _read(self, form: Form, match: re.Match[str], text: str) -> Cited | None:
        parts = {name: Span(*match.span(name)) for name, value in match.groupdict().items() if value is not None}
        words = {name: part.of(text) for name, part in parts.items()}
        start, end = after_signal(text, match.start(), match.end()), match.end()
        record = form.kind or (kind_of(match["record"]) if "record" in parts else None)
        witness = next((words[name] for name in _WITNESSES if name in words), None)
        if form.name == "admission" and witness is None and "case" in words:
            witness = _defendant(words["case"])
        if witness is not None:
            kept = _without_other_words(witness, record)
            if kept is None and parts.get("witness", Span(0, 0)).start == start:
                start = parts["record"].start
            elif kept is not None and "witness" in parts and parts["witness"].start == start:
                start = parts["witness"].end - len(kept)
            witness = _known(kept) if kept is not None else None
        date_text = next((words[name] for name in _DATES if name in words), None)
        cited = Cited(
            Span(start, end),
            witness,
            record,
            self._calendar.when(date_text) if date_text else None,
            date_text,
            next((words[name] for name in _PAGES if name in words), None),
            "id" if form.name == "id" else words.get("back"),
        )
        if form.name == "named" and is_report(words["title"]):
            return replace(cited, record="report")
        if form.name == "bates" and "inside" in parts:
            return self._described(cited, parts["inside"], text)
        return cited

    def _described(self, cited: Cited, inside: Span, text: str) -> Cited:
        """A number with what it is in brackets after it: "DJT004 (7/27/16 Email, Roe to Doe)"."""
        first = inside.of(text).index("(") + inside.start + 1
        letters = marked(text)
        own = self._first(text, letters, first, inside.end)
        if own is not None:
            return Cited(cited.span, own.witness, own.record, own.date, own.date_text, cited.pages or own.pages)
        titled = marked(inside.of(text).title())
        kind = next((kind_of(letter) for letter in titled if "\ue010" <= letter <= "\ue0ff"), "document")
        return Cited(cited.span, None, kind, None, None, cited.pages)


def _defendant(case: str) -> str | None:
    """The second side of a case."""
    sides = re.split(r"\sv\.\s", case)
    return sides[1].strip(" ,") if len(sides) == 2 else None


def _without_other_words(witness: str, record: str | None) -> str | None:
    """The name without the words before it that are none; `None` where nothing is left."""
    while match := _other_words().match(witness):
        witness = witness[match.end() :]
    if not witness or (record in _ON_RECORD and _ACRONYM.fullmatch(witness)):
        return None
    return witness


def _known(witness: str) -> str | None:
    """The name itself; `None` where a part of it is blacked out or only a number stands for it."""
    if HIDDEN.search(witness):
        return None
    accounts = _ACCOUNT.fullmatch(witness)
    if accounts:
        return accounts[1]
    return re.sub(r"['’]s?$", "", re.sub(r"\s+", " ", witness)).strip(" ,") or None


@cache
def _other_words() -> re.Pattern[str]:
    return spaced(f"(?:{expressions('citation-words')['not-witness']})(?:['’]s)?(?![\\w]),?(?: |$)")
