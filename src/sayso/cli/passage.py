"""A passage with the words of a finding marked, so that source, cue and content can be told apart without colour."""

from collections.abc import Mapping, Sequence

from rich.text import Text

from sayso.cli.console import printable
from sayso.model.span import Span

_LOOKS = {
    "source": ("‹", "›", "underline"),
    "cue": ("{", "}", "italic"),
    "content": ("[", "]", "bold"),
    "gap": ("[", "]", "bold reverse"),
}
_MOST = 1500


def paragraph_around(text: str, span: Span) -> Span:
    """The paragraphs that `span` lies in (blank lines are their edges); at most some 1,500 characters around it."""
    start = max(text.rfind("\n\n", 0, span.start) + 2 if "\n\n" in text[: span.start] else 0, span.start - _MOST)
    end = text.find("\n\n", span.end)
    return Span(start, min(len(text) if end < 0 else end, span.end + _MOST))


def marked_passage(text: str, passage: Span, marks: Mapping[str, Sequence[Span]]) -> tuple[Text, Text]:
    """The passage, each marked span in its brackets and style, and a legend of the brackets used."""
    edges: list[tuple[int, int, str, str]] = []
    for role, spans in marks.items():
        opening, closing, style = _LOOKS[role]
        for span in spans:
            if passage.contains(span) and len(span):
                # At one place, what ends comes before what begins.
                edges.append((span.start, 1, opening, style))
                edges.append((span.end, 0, closing, ""))
    shown, at, style = Text(), passage.start, ""
    for place, begins, bracket, next_style in sorted(edges):
        shown.append(_line(text[at:place]), style)
        shown.append(bracket, style="dim")
        at, style = place, next_style if begins else ""
    shown.append(_line(text[at : passage.end]), style)
    legend = Text("   ".join(f"{_LOOKS[role][0]}{role}{_LOOKS[role][1]}" for role in marks if marks[role]), style="dim")
    return shown, legend


def _line(text: str) -> str:
    """Hard-wrapped lines as one, paragraphs kept."""
    return "\n\n".join(printable(part).replace("\n", " ") for part in text.replace("\r\n", "\n").split("\n\n"))
