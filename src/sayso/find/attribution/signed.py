"""Words with their speaker's name below or behind them: "…" — Ada Quill; and letters "From the desk of" somebody."""

import re
from collections.abc import Iterator, Sequence

from sayso.find.attribution.quotes import Quote, find_quotes
from sayso.find.attribution.transcript import Turn
from sayso.model.span import Span

_NAME = r"[A-Z][\w.’'-]*(?:[ \t]+(?:[A-Z][\w.’'-]*|de|del|van|von|der|la|al|bin)){1,4}"
_SIGNATURE = re.compile(
    rf"\s*(?P<dash>—|–|--|-(?=\s))[ \t]*(?P<label>(?P<name>{_NAME})(?:,[ \t]*[^\n.“”\"]{{1,80}})?)\.?\s*"
)
_DESK = re.compile(rf"\s*(?P<cue>(?i:from the desk of)):?[ \t]+(?P<label>(?P<name>{_NAME})(?:,[^\n]{{1,80}})?)\s*")
_CLOSING = re.compile(
    r"\s*(?:(?:very |most )?(?:sincerely|respectfully|truly)|(?:with |best |kind |warm )*(?:regards|wishes)|yours|"
    r"cordially|thank you)\b[^\n]{0,30}[,.]?\s*",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.?!…][\"”’)]*\s*$")
_NEAR_TOP = 5
_LEAST_WORDS = 4


def find_signed(text: str, blocks: Sequence[Span]) -> tuple[Turn, ...]:
    """Signed quotations and the text of a letter that begins with whose desk it comes from, in order."""
    found = [*_quotations(text, blocks), *_from_a_desk(text, blocks)]
    return tuple(sorted(found, key=lambda turn: turn.label))


def _quotations(text: str, blocks: Sequence[Span]) -> Iterator[Turn]:
    """Quotations that begin a paragraph, with nothing but dash and name behind them or in the paragraph below."""
    quotes = [q for q in find_quotes(text, blocks) if not q.single]
    starts = {b.start: number for number, b in enumerate(blocks)}
    for place, quote in enumerate(quotes):
        if not quote.closed:
            continue
        run = _run(quotes, place)
        number = starts.get(quote.span.start)
        if number is None or run[0].span.start not in starts:
            continue
        rest = Span(quote.span.end, blocks[number].end)
        if not rest.of(text).strip() and number + 1 < len(blocks):
            rest = blocks[number + 1]
        match = _SIGNATURE.fullmatch(text, rest.start, rest.end)
        if match and len(quote.span.of(text).split()) >= _LEAST_WORDS:
            content = tuple(q.span for q in run)
            yield Turn(Span(*match.span("label")), Span(*match.span("dash")), content, Span(*match.span("name")))


def _run(quotes: Sequence[Quote], place: int) -> Sequence[Quote]:
    """The quotation and the paragraphs of it before, which were left open."""
    first = place
    while first and quotes[first].continued:
        first -= 1
    return quotes[first : place + 1]


def _from_a_desk(text: str, blocks: Sequence[Span]) -> Iterator[Turn]:
    for number, block in enumerate(blocks[:_NEAR_TOP]):
        match = _DESK.fullmatch(text, block.start, block.end)
        if not match:
            continue
        content = []
        for below in blocks[number + 1 :]:
            words = below.of(text)
            if _CLOSING.fullmatch(words) or words.strip() == match["name"]:
                break
            if _SENTENCE.search(words) and len(words.split()) >= _LEAST_WORDS:
                content.append(below)
        if content:
            yield Turn(Span(*match.span("label")), Span(*match.span("cue")), tuple(content), Span(*match.span("name")))
        return
