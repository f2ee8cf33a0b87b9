"""Records as voices: papers, logs, mails and ledgers that a text gives as its ground."""

import re

from sayso.model.span import Span
from sayso.weigh.passages import around, words
from sayso.weigh.source import Source

_NOUNS = (
    r"(?:records?|documents?|papers?|files?|filings?|invoices?|receipts?|e-?mails?|memos?|memorand(?:um|a)|letters?"
    r"|notes?|log ?books?|logs?|books?|ledgers?|tickets?|calendars?|diar(?:y|ies)|entr(?:y|ies)|minutes|reports?"
    r"|transcripts?|contracts?|agreements?|statements?|data|figures|rolls?|registers?|registr(?:y|ies)|recordings?"
    r"|videos?|footage|photographs?|photos?|images?|text messages|messages?|texts|tapes?|audits?|reviews?|complaints?"
    r"|lawsuits?|suits?|petitions?|affidavits?|declarations?|indictments?|warrants?|orders?|rulings?|judg(?:e)?ments?"
    r"|depositions?|testimony|exhibits?|permits?|licen[cs]es?|certificates?|spreadsheets?|databases?|accounts?|bills?"
    r"|budgets?|cheques?|checks?|deeds?|wills?|maps?|drawings?|plans?|printouts?|manifests?|itinerar(?:y|ies)"
    r"|schedules?|timesheets?|payslips?|presentations?|slides?|surveys?|tests?|results|correspondence|paperwork"
    r"|sheets?|lists?|inventor(?:y|ies)|inspections?|stud(?:y|ies)|assessments?|evaluations?|bulletins?)"
)
_RECORD = re.compile(
    r"^\W*(?:(?!(?:of|with|in|on|who|that|which|familiar|at|from|by|for|to|about)\b)[^\s,;]+\s+){0,7}?"
    rf"(?:[^\s,;]*[-’'])?(?P<noun>{_NOUNS})"
    r"(?P<rest>$|[,;]|\s+(?:of|in|from|for|by|to|with|on|at|that|which|seen|reviewed|obtained|filed|dated|kept|signed"
    r"|produced|released|provided|shared|show\w*|made|describing|between|sent|written|viewed|examined|posted|prepared"
    r"|given|submitted|and|about|attached|under|regarding|concerning|relating|issued|published)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_PEOPLE_OF = {"auditors": "audit", "auditor": "audit", "inspectors": "inspection", "inspector": "inspection"}
_BEHIND = re.compile(r"[,;(]|\s(?:of|in|at|with|from|for|on|who|that|which|by|to|filed|seen)\s")
_PLURAL_ONLY = frozenset(("minutes", "results", "figures", "data"))
_GROUND = re.compile(
    r"\b(?:according to|as (?:shown|recorded|stated|described) (?:by|in)|per|based on|citing"
    r"|by the (?:entries|evidence|account) (?:in|of)"
    r"|in (?=(?:an?|the|his|her|one|two|three|several) (?:\w+ ){0,3}(?:e-?mail|memo|letter|message|note)s?\b)"
    r"|as(?= (?:\w+ ){1,6}(?:show|indicate|state|record|suggest)s?))\s+"
    r"(?P<record>(?:(?:an?|the|his|her|its|their|some|one|two|three|several|those|these)\s+)?[^,.;]{3,80})",
    re.IGNORECASE,
)
_SEEN = re.compile(
    r"\b(?:(?:ha(?:s|ve|d) )?(?:seen|read|reviewed|viewed|examined|shown|heard)|saw"
    r"|(?:familiar with|knowledge of|briefed on)(?= the contents of)|described)\s+(?:the contents of\s+)?"
    r"(?P<record>(?:the|an?|his|her|its|their|that|those|these|parts of the|copies of the)\s+[^,.;]{2,60})",
    re.IGNORECASE,
)
_LETTERHEAD = 160
_SHOWS = (
    r"(?:show(?:s|ed|n)?|found|finds?|count(?:s|ed)|list(?:s|ed)|record(?:s|ed)|put(?:s)?|g[ai]ve(?:s)?|sa(?:id|ys?)"
    r"|state[sd]?|conclud(?:es?|ed)|document(?:s|ed)|identif(?:ies|ied|y)|indicat(?:es?|ed)|report(?:s|ed)"
    r"|reveal(?:s|ed)?|detail(?:s|ed)?|describ(?:es?|ed)|not(?:es?|ed)|confirm(?:s|ed)?|suggest(?:s|ed)?|detected"
    r"|determined|calculated|logged|measured|estimated)"
)
_SUBJECT = re.compile(
    rf"^\W*(?P<record>(?:[\w’'.-]+\s+){{0,6}}?(?:{_NOUNS}|auditors?|inspectors?)(?:\s+(?:of|by|from|for|in|on)\s+"
    rf"(?:[\w’'.-]+\s+){{0,5}}?[\w’'.-]+)?(?:\s+(?:reviewed|obtained|seen|filed|released|published)\s+(?:by\s+)?"
    rf"(?:[\w’'.-]+\s*){{0,5}}?)?)(?:,[^,.;]{{3,80}})?,?\s+(?:\w+ly\s+|also\s+|had\s+|has\s+|have\s+)?{_SHOWS}\b",
    re.IGNORECASE,
)


def record_noun(name: str) -> str | None:
    """What kind of document a voice is ("invoice"); `None` if it is none."""
    last = words(_BEHIND.split(name)[0])[-1:]
    if last and last[0] in _PEOPLE_OF:
        return _PEOPLE_OF[last[0]]
    match = _RECORD.match(name)
    if not match:
        return None
    noun = match["noun"].lower().replace("-", "")
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and noun not in _PLURAL_ONLY else noun


def record_seen(name: str) -> str | None:
    """What kind of document people tell from, where that is how they are described: "two people who have read the
    memo"; `None` if it is not.
    """
    match = _SEEN.search(name)
    return record_noun(match["record"]) if match else None


def cited_record(source: Source, span: Span) -> Span | None:
    """The words for the record that the sentence around `span` gives as its ground, or whose finding it tells."""
    sentence = around(source.text, span)
    said = sentence.of(source.text)
    for pattern in (_GROUND, _SUBJECT):
        match = pattern.search(said)
        if match and record_noun(match["record"]):
            start = sentence.start + match.start("record")
            return Span(start, start + len(match["record"]))
    return None


def is_headed(source: Source, noun: str) -> bool:
    """Whether a document's title, name or first lines call it a record of this kind."""
    head = " ".join((source.metadata.title or "", source.name.replace("-", " ").replace("_", " "), source.text[:200]))
    found = set(words(head))
    return noun in found or noun + "s" in found


def is_by(source: Source, name: str) -> bool:
    """Whether a document has somebody's name at its head."""
    head, whose = words(source.text[:_LETTERHEAD]), words(name)
    return any(head[at : at + len(whose)] == whose for at in range(len(head) - len(whose) + 1))
