"""Redactions that were typed: `[REDACTED]`, black blocks, runs of X, codes for a reason. Every reader calls this.

The reasons are those that US agencies print: exemptions of the Freedom of Information Act (5 U.S.C. § 552(b)) and the
labels of the Department of Justice.
"""

import re

from sayso.model.document import Mark, MarkKind
from sayso.model.span import Span

_REASON = r"(?i:harm\ to\ ongoing\ matters?|HOM|investigative\ techniques?|personal\ privacy|grand\ jury)"
_EXEMPTION = r"\(\s?b\s?\)\s?\(\s?(?:[1-689]\s?\)|7\s?\)(?:\s?\(\s?[A-F]\s?\))?)"
# Words in square brackets are an editor's; in round ones they are often the author's own ("the (heavily redacted)
# report"), so that only a bare "(redacted)" or the thing withheld counts there.
_TYPED = re.compile(
    rf"""
      (?P<bracket>\[\s*[■█▮▇▉▓◼⬛▬]+ (?: \s* [:;,–—-]? \s* (?P<reason>[^\]\[\n]{{1,60}}) )? \s*\])
    | [■▮▇▉▓◼⬛▬]{{2,}} (?:\ ?[■█▮▇▉▓◼⬛▬]+)*
    | █+ (?:\ ?[■█▮▇▉▓◼⬛▬]+)*
    | (?<![\w-])X{{4,}}(?![\w-])
    | [\[<{{] \s* (?:(?!\w+ly\b)[\w'’/]+\s+){{0,3}} (?i:redacted|redaction)
      (?:\s*[-–—:;,./]\s*(?P<why>[^\]>}}\n]{{1,60}}))? \s* [\]>}}]
    | \[ \s* (?:(?!\w+ly\b)[\w'’/]+\s+){{0,3}} (?i:withheld|name\ removed|names?\ deleted|deleted) \s* \]
    | \( \s* (?i:(?:names?|address(?:es)?|e-?mail|phone|numbers?|dates?|text|material|passage)\s+)? (?i:redacted) \s* \)
    | \[ (?P<blank> [\ \u00a0\u2002\u2003]{{4,80}} | _{{3,80}} ) \]
    | [\[(<] \s* (?P<label>{_REASON}) \s* [\])>]
    | (?<!["“‘'’\w-]) (?P<plain>Harm\ to\ Ongoing\ Matter) (?!["”’'\w-])
    | \[ \s* (?P<coded>{_EXEMPTION} (?:\s?[,;/&]?\s?{_EXEMPTION})*) \s* \]
    | (?P<exempt>{_EXEMPTION} (?:\s?[,;/&]?\s?{_EXEMPTION})*) (?![\w(])
    """,
    re.VERBOSE,
)
_CITED = re.compile(
    rf"""
    (?: [\w)§]
      | (?: § | \d | \b(?i:rules? | (?:sub)?sections? | (?:sub)?paragraphs? | clauses? | exemptions? | provisions?
          | under | per | see | in | of | (?:pursuant|according|subject) [ ] to | usc | u\.s\.c\. ) )
        [ \u00a0]
        (?: {_EXEMPTION} [ ,;]* (?:(?:and|or|through)[ ])? )*
    )$
    """,
    re.VERBOSE,
)
"""what stands before a provision that is cited"""
_BEGINS_PARAGRAPH = re.compile(r"[ \t\u00a0]+[A-Z“\"]")
_GIVES_REASON = ("reason", "why", "label", "plain", "coded", "exempt")
_BLANK = frozenset(" _.\u00a0\u2002\u2003")


def typed_redactions(characters: str) -> tuple[Mark, ...]:
    """The redactions typed into a text, in order, one a mark (code points, half-open, brackets included)."""
    marks = []
    for match in _TYPED.finditer(characters):
        if match["exempt"] and not _stands_for_words(characters, match):
            continue
        if match["blank"] and not _in_a_sentence(characters, match):
            continue
        reason = next((match[name] for name in _GIVES_REASON if match[name]), "")
        note = f"typed: {' '.join(reason.split())}" if reason and not set(reason) <= _BLANK else "typed"
        marks.append(Mark(MarkKind.REDACTION, Span(*match.span()), note=note))
    return tuple(marks)


def _stands_for_words(characters: str, match: re.Match[str]) -> bool:
    """Whether a provision such as (b)(6) stands where words are missing: not cited, nor the number of a paragraph."""
    before = characters[max(0, match.start() - 80) : match.start()]
    opens_line = not before.rsplit("\n", 1)[-1].strip()
    if opens_line and _BEGINS_PARAGRAPH.match(characters, match.end()):
        return False
    return not _CITED.search(before)


def _in_a_sentence(characters: str, match: re.Match[str]) -> bool:
    """Whether empty brackets stand among words that go on after them, and are no box to tick."""
    before, after = characters[max(0, match.start() - 3) : match.start()], characters[match.end() : match.end() + 3]
    return bool(re.search(r"[\w,;] ?$", before) and re.match(r" ?[a-z,;.]", after))
