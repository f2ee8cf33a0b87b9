"""Words of a memo: on one line, short, and where they stand."""

from collections.abc import Sequence

from sayso.casebook import Found, StoredPosition
from sayso.export.when_words import when_words
from sayso.model.when import When


def clean(text: str) -> str:
    """Text on one line."""
    return " ".join(text.split())


def short(text: str, most: int) -> str:
    """Text on one line of at most `most` code points, cut at a word with an ellipsis."""
    line = clean(text)
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    return (cut[: cut.rfind(" ")] if " " in cut[most // 2 :] else cut).rstrip(" ,;:") + "…"


def listed(names: list[str], most: int) -> str:
    """Names, each once: "A, B and 3 others"."""
    once = list(dict.fromkeys(names))
    if len(once) > most + 1:
        return f"{', '.join(once[:most])} and {len(once) - most} others"
    return ", ".join(once)


def outlet(at: Found | StoredPosition) -> str:
    """What a document goes by: who published it, or else its title, or its file."""
    return short(at.publisher or at.title or at.name, 60)


def sentence(words: str) -> str:
    """Words with a full stop, if they don't end a sentence already."""
    return words if words.rstrip('”’"')[-1:] in (".", "?", "!", "…") else f"{words}."


def source_line(at: Found | StoredPosition, voices: Sequence[str] = ()) -> str:
    """Behind the words of a note: the document and the voices in it, outermost first; title, date, page and file."""
    name = outlet(at)
    within = [clean(one) for one in voices if clean(one).casefold() not in ("this document", name.casefold())]
    title = short(at.title, 90) if at.title and at.publisher else ""
    day = f"published {published(at.published)}" if at.published else "undated"
    place = ", ".join(part for part in (title, day, f"p. {at.page}" if at.page else "") if part)
    return f" — {' › '.join([name, *within])}. {place[0].upper()}{place[1:]} [{clean(at.name)}]."


def published(when: When | None) -> str:
    """The day of a document in words; empty if it has none."""
    return when_words(when) if when else ""
