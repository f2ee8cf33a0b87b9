"""Sources that a sentence names beside its chain: put into it, or behind it with "according to"."""

import re
from collections.abc import Sequence

from sayso.model.span import Span, hull
from sayso.model.statement import Factuality, Statement
from sayso.weigh.cluster import Member
from sayso.weigh.origins.agents import longest_named
from sayso.weigh.origins.case import Case
from sayso.weigh.origins.records import record_noun
from sayso.weigh.origins.tellers import Teller, named, record_teller, unnamed
from sayso.weigh.passages import around

_ACCORDING = re.compile(
    r"\b(?:according to|as (?:told|described) (?:by|to)|in the words of|by the account of)", re.IGNORECASE
)
_INSERTED = re.compile(
    r"(?:[,—–]\s*(?:says?|said|recalls?|recalled|remembers?|remembered|explains?|explained|adds?|added|insists?"
    r"|insisted|according to|as told by)\s+|\b[Aa]ccording to\s+)(?P<who>[^,.;:“”\"—–]{3,90})(?=[,.;:—–]|$)"
)
_TOLD_ME = re.compile(
    r"[“\"]?(?:that )?(?P<who>[^.;:“”\"]{2,70}?),? (?:had |has |have |once |later |then )*(?:told|informed|assured"
    r"|confided to|confessed to|admitted to) (?:her|him|them|me|us)\b[^.;“”\"]{0,60}?\b(?:that|how)\b",
)
_TELLS = re.compile(
    r"\b(?:told|tells?|telling|said|says?|saying|testif\w+|stated?|recalled|explained|informed|reported|wrote|admitted"
    r"|acknowledged|confirmed|swore|declared|asserted|insisted|claimed|added)\b",
    re.IGNORECASE,
)
_OPENING = 60
"""code points of a sentence within which it names who tells"""
_MOSTLY = 0.5
"""the share of a sentence that is what somebody told, for the sentence to be their telling"""
_INDEFINITE = re.compile(r"(?:an?|one|another|two|three|four|five|several|some|the)\b", re.IGNORECASE)


def according_to(member: Member, known: Sequence[Statement | None]) -> Statement | None:
    """The statement a sentence hangs on with "according to", where the chain goes past it: it holds for all of it."""
    text, span = member.source.text, member.proposition.span
    sentence = around(text, span)
    if not _ACCORDING.search(text, sentence.start, sentence.end):
        return None
    for statement in member.source.statements.values():
        if statement in known or not statement.attribution.cue or not statement.attribution.source:
            continue
        cue, source = hull(statement.attribution.cue), hull(statement.attribution.source)
        outside = source.start >= span.end or source.end <= span.start or source.start >= cue.start >= span.start
        if sentence.contains(cue) and sentence.contains(source) and outside and _ACCORDING.match(cue.of(text)):
            return statement
    return None


def inserted(member: Member, case: Case) -> tuple[Teller, Span] | None:
    """Who says it by a clause put into the sentence (", says a former clerk,"), where the chain has nobody."""
    text = member.source.text
    sentence = around(text, member.proposition.span)
    match = _INSERTED.search(text, sentence.start, sentence.end)
    if match is None:
        return None
    who = Span(match.start("who"), match.end("who"))
    said = who.of(text)
    noun = record_noun(said)
    if noun:
        return record_teller(said, noun), who
    if _INDEFINITE.match(said):
        return unnamed(member.source, said, None), who
    # ", said to be the longest" names nobody.
    known = longest_named(said, case.full_names) if said[0].isupper() else None
    return (named(known, case, said), who) if known else None


def told_inside(member: Member) -> Span | None:
    """The words for who told the speaker, where what a member says is itself that somebody told it: "her husband told
    her that …"; `None` where it is not.
    """
    span = member.proposition.span
    match = _TOLD_ME.match(member.source.text, span.start, span.end)
    return Span(match.start("who"), match.end("who")) if match else None


def told_in(member: Member) -> Statement | None:
    """The statement that most of the document's own words are: "Brandt told the inspectors that the tank leaked"."""
    text, span = member.source.text, member.proposition.span
    for statement in member.source.statements.values():
        told = statement.attribution
        if not (told.source and told.cue and told.content) or not 0 <= told.source[0].start - span.start <= _OPENING:
            continue
        source, content = hull(told.source), hull(told.content)
        opens = span.contains(source) and source.end <= content.start
        tells = statement.factuality is not Factuality.UNKNOWN and _TELLS.search(hull(told.cue).of(text))
        if opens and tells and span.contains(content) and sum(map(len, told.content)) >= _MOSTLY * len(span):
            return statement
    return None
