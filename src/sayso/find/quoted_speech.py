"""Whose words a quotation is, by grammar alone: the subject of the verb of saying beside it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.find.attribution.quotes import Quote, find_quotes
from sayso.find.lexicon import lemma, words
from sayso.find.parsed import Parsed, Token
from sayso.model.span import Span

_REACH = 14
"""tokens between a quotation and its verb"""
_WHO = ("NNP", "PRP")
_SUBJECTS = ("nsubj", "nsubjpass")
_ASKING = frozenset(
    {"ask", "reply", "answer", "continue", "joke", "laugh", "quip", "think", "call", "comment", "conclude"}
)


@dataclass(frozen=True, slots=True)
class QuotedSpeech:
    """The tokens of a quotation, and the head words of its speaker and of whom it is said to, where the text tells."""

    tokens: range
    speaker: int | None
    addressee: int | None


def quoted_speech(text: str, blocks: Sequence[Span], parsed: Parsed) -> list[QuotedSpeech]:
    """The quotations of a text, in order."""
    starts = [token.start for token in parsed.tokens]
    quotes = find_quotes(text, blocks)
    inside = [range(bisect_left(starts, q.span.start), bisect_left(starts, q.span.end)) for q in quotes]
    quoted = {i for tokens in inside for i in tokens}
    found: list[QuotedSpeech] = []
    block_starts = [block.start for block in blocks]
    last_block = -1
    for number, (quote, tokens) in enumerate(zip(quotes, inside, strict=True)):
        block = bisect_left(block_starts, quote.span.start + 1) - 1
        following = inside[number + 1].start if number + 1 < len(inside) else len(parsed.tokens)
        verb = _verb(tokens, blocks[block], following, quoted, parsed)
        if verb is not None:
            speaker = _subject(verb, quoted, parsed)
            addressee = next(
                (i for i in parsed.children[verb.i] if parsed.tokens[i].dep in ("dobj", "dative") and i not in quoted),
                None,
            )
            found.append(QuotedSpeech(tokens, speaker, addressee))
        elif found and _goes_on(quote, block, last_block, blocks):
            found.append(QuotedSpeech(tokens, found[-1].speaker, found[-1].addressee))
        else:
            found.append(QuotedSpeech(tokens, None, None))
        last_block = block
    return found


def _goes_on(quote: Quote, block: int, last_block: int, blocks: Sequence[Span]) -> bool:
    """Whether a quotation without a verb of saying is the same speaker's as the one before."""
    if quote.continued or block == last_block:
        return True
    return block == last_block + 1 and quote.span.start == blocks[block].start


def _verb(tokens: range, block: Span, following: int, quoted: set[int], parsed: Parsed) -> Token | None:
    """The verb of saying nearest to a quotation, in its sentence or just behind it."""
    for i in _around(tokens, block, following, parsed):
        token = parsed.tokens[i]
        if (
            i not in quoted
            and token.tag.startswith("V")
            and _says(token)
            and _subject(token, quoted, parsed) is not None
        ):
            return token
    return None


def _around(tokens: range, block: Span, following: int, parsed: Parsed) -> Iterator[int]:
    """Tokens behind a quotation up to the end of the sentence, then those before it back to the sentence's start."""
    held = parsed.tokens
    ends = [held[i].text for i in tokens[-2:]]
    behind = range(tokens.stop, min(tokens.stop + _REACH, following, len(held)))
    for i in behind if "." not in ends else ():
        if held[i].start >= block.end or held[i].text in (".", "?", "!", ";"):
            break
        if ("?" in ends or "!" in ends) and i == tokens.stop and held[i].text[0].isupper() and held[i].tag not in _WHO:
            break
        yield i
    for i in range(tokens.start - 1, max(tokens.start - _REACH, 0) - 1, -1):
        if held[i].start < block.start or held[i].text in (".", "?", "!", ";"):
            break
        yield i


def _says(token: Token) -> bool:
    base = lemma(token.lower, token.tag)
    return base in words("sayings") or base in _ASKING


def _subject(verb: Token, quoted: set[int], parsed: Parsed) -> int | None:
    """The head word of who says it."""
    for i in parsed.children[verb.i]:
        if parsed.tokens[i].dep in _SUBJECTS and i not in quoted:
            return i
    if verb.dep == "conj":
        return _subject(parsed.tokens[verb.head], quoted, parsed) if verb.head != verb.i else None
    return None
