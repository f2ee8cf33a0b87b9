"""Headings by their words: lines of their own, and those that run into the paragraph behind them."""

import re
from collections.abc import Iterator, Sequence

from sayso.find.attribution.nouns import singular
from sayso.find.events.frames import noun_frames
from sayso.find.lexicon import words as lexicon_words
from sayso.find.name_words import gender_of_given_name, is_title
from sayso.model.span import Span

_SMALL = r"(?:of|and|the|to|from|with|in|for|on|by|at|a|an|or|through|between|after|before|during)"
_BIG = r"[A-Z0-9][\w.’'/–-]*[,:]?"
_OPENERS = (
    "In|On|At|After|As|The|During|By|While|When|For|Since|A|An|Following|Although|Beginning|Despite|Later|Between"
    "|From|Throughout|Before|Both|This|These|According"
)
_SENTENCE = re.compile(r"\b[a-z]{4,}\b")
_FIRST = rf"(?!(?:{_OPENERS}|Among|Back) ){_BIG}"
_HEADING = re.compile(rf"{_FIRST} (?:(?:{_BIG}|{_SMALL}|\([^()]{{1,60}}\)) ){{1,14}}(?=(?:{_OPENERS}) (?!of\b))")
_BEFORE_NAME = re.compile(
    rf"{_FIRST} (?:(?:{_BIG}|{_SMALL}) ){{3,16}}"
    r"(?=([A-Z][\w’'-]+) (?:[a-z]+ed|[a-z]+ly|also|twice|first|later|was|had|has|met|said|told|sent|wrote|were)\b)"
)
_BIG_PREPOSITION = re.compile(r" (?:With|To|From|Against|Between|Through|After|Before|During|About|Into) ")
_LONGEST, _SHORT, _MANY = 200, 4, 6
"""letters of a heading at most; of the words that may be small in it; words that a run of names does not reach"""
_NEAR, _PLAIN = 160, 3
"""code points behind a heading in which a sentence shows itself by so many small words"""


def run_in_headings(text: str, blocks: Sequence[Span]) -> Iterator[Span]:
    """The headings (code points) at the start of blocks, where a sentence follows on the same line."""
    for block in blocks:
        end = run_in_end(text, block.start, block.end)
        if end is not None:
            yield Span(block.start, end)


def run_in_end(text: str, start: int, stop: int) -> int | None:
    """Where a heading that starts at `start` runs into a sentence, before `stop`; `None` if none does."""
    if is_heading(text[start:stop]):
        return None
    named, match = _BEFORE_NAME.match(text, start, stop), _HEADING.match(text, start, stop)
    if named and _is_no_name(named[0], named[1]) and (match is None or named.end() < match.end()):
        match = named
    if match is None or match[0].split()[-1].islower() or match[0].rstrip()[-1] in ".:":
        return None
    return match.end() if len(_SENTENCE.findall(text, match.end(), min(stop, match.end() + _NEAR))) >= _PLAIN else None


def is_heading(words: str) -> bool:
    """Whether a whole block is one: short, without a full stop, its long words all with capitals."""
    if len(words) > _LONGEST or words[-1:] in '!?:;,”"':
        return False
    long = [w for w in words.split() if len(w) > _SHORT and w[0].isalpha()]
    return len(long) > (_MANY if words[-1:] == "." else 1) and all(w[0].isupper() for w in long)


def _is_no_name(run: str, name: str) -> bool:
    """Whether capitalised words before a name hold what no name has (a verb, "To", "With"), and end none themselves."""
    words = run.split()
    if gender_of_given_name(words[-1].lower()) or name.lower() in lexicon_words("organization-words"):
        return False
    plain = [singular(word.lower().strip(",:")) for word in words if word[0].isupper() and not is_title(word)]
    common = any(word in noun_frames() or word in lexicon_words("verbs") for word in plain)
    return (common and len(words) >= _MANY) or _BIG_PREPOSITION.search(run) is not None
