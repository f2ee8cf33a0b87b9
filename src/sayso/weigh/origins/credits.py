"""Credit in the text: which outlet a sentence says that it has something from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.model.entity import EntityKind
from sayso.model.span import Span
from sayso.weigh.origins.case import Case
from sayso.weigh.outlets import last_word, outlet_pattern, outlet_words, same_outlet
from sayso.weigh.passages import around
from sayso.weigh.source import Source

_OUTLET_WORD = (
    r"Times|Post|Journal|Herald|Gazette|Tribune|Courier|Chronicle|Ledger|Standard|Mirror|Observer|Guardian|Telegraph"
    r"|Independent|Sentinel|Examiner|Inquirer|Enquirer|Dispatch|Record|Register|Review|Reporter|Star|Sun|Globe|Mail"
    r"|Express|Echo|Argus|Bulletin|Bee|News|Press|Wire|Radio|Television|TV|Broadcasting|Magazine|Weekly|Daily|Monthly"
    r"|Advertiser|Messenger|Recorder|Monitor|Republic|Advocate|Clarion|Beacon|Banner|Patriot|Pioneer|Reuters"
    r"|Bloomberg"
    r"|BBC|NPR|CNN|AFP|Politico|ProPublica|Tageblatt|Zeitung|Presse|Figaro"
)
_UNKNOWN_OUTLET = re.compile(
    rf"(?:[Tt]he )?(?:\b[A-Z][\w’'-]{{1,30}} (?:of )?){{0,3}}(?:{_OUTLET_WORD})"
    r"(?: (?:News|Radio|Wire|Times|Magazine))?(?!\w)"
)
_GENERIC = re.compile(
    r"\b(?:the|an?|one|another|that|its|local|this)\s+(?:(?:local|national|regional|daily|weekly|rival|area"
    r"|nearby|city"
    r"|state|public|investigative|trade|online|hometown|small|student)\s+){0,2}"
    r"(?:newspapers?|papers?|(?:web ?)?sites?|magazines?|radio stations?|television stations?|tv stations?|stations?"
    r"|broadcasters?|outlets?|news (?:sites?|outlets?|agency|agencies|services?|organi[sz]ations?)|wire services?"
    r"|wires?|weekly|daily|quarterly|periodicals?|newsletters?|blogs?|weblogs?|podcasts?|networks?)\b(?! of)",
    re.IGNORECASE,
)
_PAPER_TRAIL = re.compile(r"\bpapers?\s+(?:trail|filed|show|work|was|were|bag|copy|copies)\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:according to|citing|quoting|told|tells|report(?:s|ed|ing)? (?:first )?(?:by|in|from)|described"
    r"|spoke|spoken"
    r"|speaking|talked|interview\w*|says?|said|reports?|reported|writes|wrote|repeated|seen by|reviewed by"
    r"|obtained by"
    r"|examined by|viewed by|published|broadcast|aired|account|stor(?:y|ies)|articles?|first (?:reported|published)"
    r"|disclosed|revealed|broken by|quoted|appeared|(?:seen|saw|read|heard) (?:\w+ ){0,4}(?:in|on|from))\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^(?:['’]s? (?:\w+ ){0,2}(?:report\w*|accounts?|stor(?:y|ies)|articles?|sources?|investigation|editors?"
    r"|journalists?))?"
    r"[,]?\s*(?:(?:\w+ly|first|also|had|has|have|which|who|then|that|(?:on|in|last|this|earlier) \w+|\w+day)\s+){0,3}"
    r"(?:report(?:s|ed|ing)?|sa(?:id|ys)|wr(?:ote|ites)|reveal(?:s|ed)|disclos(?:es|ed)|publish(?:es|ed)"
    r"|quot(?:es|ed|ing)"
    r"|cit(?:es|ed|ing)|not(?:es|ed)|found|finds|describ(?:es|ed)|learned|broke|br(?:ings|ought)|tak(?:es|en)|took"
    r"|withdr(?:ew|aws|awn)|retract(?:s|ed)|correct(?:s|ed)|apologi[sz]e[sd]|had it|has it|saw|seen|obtained"
    r"|reviewed)\b",
    re.IGNORECASE,
)
_IT_ALSO = re.compile(
    r"^\s*It (?:(?:also|then|further|later|had|has) )*(?:cited|quoted|reported|said|wrote|added|described"
    r"|named|gave)\b"
)
_REACH = 700


@dataclass(frozen=True, slots=True)
class Credit:
    """`outlet` is the publisher of the case, or the name as the text has it; `span` the words that give credit."""

    outlet: str
    span: Span


def credits_near(source: Source, span: Span, case: Case, own: str | None) -> tuple[Credit, ...]:
    """The outlets other than its `own` that the sentence around `span` has it from, in order of their words."""
    text = source.text
    sentence = around(text, span)
    found = credits_in(source, sentence, case, own)
    if not found and _IT_ALSO.match(sentence.of(text)):
        before = Span(max(0, sentence.start - _REACH), sentence.start)
        found = credits_in(source, before, case, own)[-1:]
    return tuple(found)


def credits_in(source: Source, within: Span, case: Case, own: str | None) -> list[Credit]:
    """The credits that a stretch of text gives to outlets other than its `own`, in order."""
    return [
        Credit(name, said)
        for name, said in outlets_in(source, within, case, own)
        if _is_credit(source.text, around(source.text, said), said)
    ]


def outlets_in(source: Source, within: Span, case: Case, own: str | None) -> list[tuple[str, Span]]:
    """The outlets named or meant ("the newspaper") in a stretch of text, except for the document's own, in order."""
    everywhere = _others(source, case, own)
    found = {span: name for span, name in everywhere if within.contains(span)}
    for match in _GENERIC.finditer(source.text, within.start, within.end):
        span = Span(match.start(), match.end())
        if _PAPER_TRAIL.match(source.text, match.end() - 6):
            continue
        if not any(named.start < span.end and span.start < named.end for named in found):
            meant = _meant(span, everywhere)
            if meant:
                found[span] = meant
    return [(found[span], span) for span in sorted(found)]


def is_outlet_name(name: str, case: Case) -> str | None:
    """The outlet that a voice's name is, or is part of ("the Courier's reporters"); `None` if it is none."""
    known = case.publisher_named(name)
    if known:
        return known
    if _UNKNOWN_OUTLET.fullmatch(name):
        return re.sub(r"^[Tt]he ", "", name)
    for publisher in case.publishers:
        if outlet_pattern(publisher).search(name) and re.search(
            r"['’]s? (?:own )?(?:reporters?|journalists?|editors?|reporting|staff|stor(?:y|ies)|articles?"
            r"|account|columnists?"
            r"|correspondents?)\b|\b(?:over )?at the\b|^(?:reporters?|journalists?|editors?"
            r"|the [\w-]+ (?:paper|newspaper))",
            name,
            re.IGNORECASE,
        ):
            return publisher
    return None


def generic_outlet(source: Source, name: str, near: Span, case: Case, own: str | None) -> str | None:
    """The outlet that "the newspaper" or the like means at a place; `None` if `name` is no such word."""
    match = _GENERIC.match(name if name.lower().startswith(("the ", "a ", "an ", "one ")) else f"the {name}")
    return _meant(near, _others(source, case, own)) if match else None


def _meant(generic: Span, named: Sequence[tuple[Span, str]]) -> str | None:
    """The outlet named last before, or, in a lead, first after."""
    before = [name for span, name in named if span.end <= generic.start]
    after = [name for span, name in named if generic.end <= span.start <= generic.end + _REACH]
    return before[-1] if before else next(iter(after), None)


def _others(source: Source, case: Case, own: str | None) -> list[tuple[Span, str]]:
    """All places where the document names another outlet, in order."""
    forms = {
        form
        for known in source.people.values()
        if known.kind is EntityKind.ORGANIZATION
        for form in (known.name, *known.aliases)
    }
    named = _named_outlets(source.text, case.publishers, tuple(sorted(forms)))
    return [(span, name) for span, name in named if own is None or not same_outlet(name, own)]


@lru_cache(maxsize=4096)
def _named_outlets(
    text: str, publishers: tuple[str, ...], organizations: tuple[str, ...]
) -> tuple[tuple[Span, str], ...]:
    found: dict[Span, str] = {}
    for name in publishers:
        if outlet_words(name) and last_word(name) in text:
            for match in outlet_pattern(name).finditer(text):
                found[Span(match.start(), match.end())] = name
    for match in _UNKNOWN_OUTLET.finditer(text):
        span, said = Span(match.start(), match.end()), re.sub(r"^[Tt]he ", "", match[0])
        if any(known.start < span.end and span.start < known.end for known in found):
            continue
        if len(said) > 2 and any(same_outlet(said, form) for form in organizations):
            found[span] = next((name for name in publishers if same_outlet(said, name)), said)
    return tuple(sorted(found.items()))


def _is_credit(text: str, sentence: Span, said: Span) -> bool:
    before, after = text[sentence.start : said.start], text[said.end : sentence.end]
    if _AFTER.match(" ".join(after.split()) if after[:1].isspace() else after):
        return True
    flat = " ".join(before.split()) + " "
    return _BEFORE.search(flat) is not None
