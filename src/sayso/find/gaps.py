"""What is missing: redactions that readers saw, refusals to comment, silence, withheld names, open questions."""

import re
from collections.abc import Iterator, Sequence

from sayso.find.attribution.quotes import find_quotes
from sayso.find.edits import Edits
from sayso.find.sentences import sentences
from sayso.model.document import Document, MarkKind
from sayso.model.findings import finding_id
from sayso.model.gap import Gap, GapKind
from sayso.model.span import Span

_NOT = r"(?:not|n['’]t|never)"
_DID_NOT = rf"(?:(?:did|does|do|had|has|have|would|could|was|were|is|are|ca|wo)\s?{_NOT}|cannot|failed to|has yet to|have yet to)"
_ADVERB = r"(?:\w+ly |immediately |yet |even |also |, through [^,]{1,60}, )?"
_SPEAK = (
    r"(?:comment|say|discuss|answer|elaborate|speak|talk|respond|be (?:interviewed|quoted|drawn)|address|confirm|provide|"
    r"give|identify|name|disclose|specify|explain|describe|characterize|offer|share|release|take|make|detail|reveal|"
    r"testify|be specific|get into|go into)"
)
_ASIDE = r"(?:, [^,.]{1,60},)?"
_REACH_US = r"(?:request|question|call|message|e-?mail|letter|text|inquir|phone|voice ?mail|interview|query|queries)"

_PATTERNS: tuple[tuple[GapKind, str], ...] = (
    (
        GapKind.NO_COMMENT,
        rf"\bdeclin(?:e|es|ed|ing){_ASIDE} (?:to (?:\w+ly )?{_SPEAK}|comment|requests? for comment|"
        r"(?:(?:an|all|our|several|repeated|multiple) )?(?:requests? for (?:an )?)?interviews?)"
        rf"|\brefus(?:e|es|ed|ing){_ASIDE} (?:to (?:\w+ly )?(?:comment|say|discuss|answer|elaborate|be interviewed|respond|identify|"
        r"talk to|speak (?:to (?:us|the press)|about)|confirm|explain)|comment|(?:an |all |our )?interviews?)"
        rf"|\b(?:would|will|can|could|does|did) ?(?:{_NOT}|not) {_ADVERB}(?:comment|discuss|elaborate|be interviewed|"
        r"be drawn|be answering|answer (?:any |our |further )?questions|talk about|speak (?:about|to (?:us|reporters|the press))|"
        r"confirm or deny|take questions|"
        r"get into)"
        rf"|\b(?:(?:would|will|can|could) ?{_NOT}|(?:he|she|they|we|I) (?:did|does|do) ?{_NOT}) {_ADVERB}say "
        r"(?:who|what|when|where|why|how|whether|if|which|more|anything|for)\b"
        r"|\bno(?: further| immediate| public| other)? comment\b|\bwithout commenting\b|\bnothing (?:further |more )?to (?:say|add)\b"
        r"|\bnot a word from\b|\bwon['’]t (?:comment|discuss|say|be answering)\b"
        r"|\b(?:on|upon) (?:the )?advice of (?:\w+\W+){1,4}(?:I|he|she|we|they)\b[^.]{0,40}\bnot\b"
        r"|\binvok(?:e|ed|es|ing) (?:the|his|her|their|my|a) (?:Fifth|right|privilege)|\b(?:took|take|takes|pleaded|plead) the Fifth\b"
        r"|\b(?:hung|hangs) up(?: on| when| the|[.,;]|$)",
    ),
    (
        GapKind.NO_RESPONSE,
        rf"\b{_DID_NOT} {_ADVERB}(?:respond(?:ed)?(?! in kind)|repl(?:y|ied)|answer(?:ed)? (?:an?|the|our|my|his|her|several|repeated|two|"
        rf"three|four|five|multiple|numerous|calls|letters|messages|e-?mails|requests)\b|return(?:ed)? (?:\w+ ){{0,4}}{_REACH_US}|"
        rf"acknowledged? (?:\w+ ){{0,3}}{_REACH_US}|pick(?:ed)? up)"
        r"|\b(?:could|can) ?(?:not|n['’]t) (?:immediately )?(?:be )?(?:reach(?:ed)?|contact(?:ed)?|locate)\b"
        r"|\bcould (?:be reached|not be found)\b|\b(?:was|were) (?:not |un)(?:reachable|available|immediately available)"
        r"(?: to| for)? ?(?:comment|be reached|interview)?"
        rf"|\b{_REACH_US}\w*\b[^.;]{{0,60}}\b(?:went|gone|were|was|remain(?:ed|s)?|go|goes) "
        r"(?:unanswered|unreturned|unacknowledged|not (?:answered|returned|immediately returned))"
        r"|\b(?:had|received|got|has had|have had|with|was|there was) no (?:reply|response|answer)\b"
        r"|\b(?:nobody|no one|none) (?:\w+ ){0,4}(?:picked up|answered|replied|responded|returned)"
        r"|\b(?:letters?|e-?mails?|messages?)\b[^.;]{0,40}\b(?:came|come|were|was) (?:back |returned )?(?:un(?:opened|delivered)|returned)"
        r"|\bignored (?:\w+ ){0,4}(?:requests?|questions|calls|letters|messages|e-?mails)",
    ),
    (
        GapKind.WITHHELD_SOURCE,
        r"\bcondition (?:of|on) anonymity\b|\b(?:on|under) (?:the )?condition (?:that|of not)\b"
        r"|\b(?:spoke|speaking|speaks|talked|requested|request|requesting|granted|seeking|insisted on|asked for|given) anonym(?:ously|ity)\b"
        r"|\b(?:ask|asks|asked|asking|request|requested|wish|wished|want|wanted|declin|refus|prefer|preferred|agreed|insist)\w*\b"
        r"[^.;]{0,30}\b(?:not (?:to )?be|to (?:not )?be|to remain|to stay|not to be|against being)? ?(?:publicly )?"
        r"(?:named|identified|quoted by name|anonymous|unnamed|unidentified)\b"
        r"|\b(?:asked|requested|requests|asks|insisted|wished)(?: us)?(?: that)? (?:his|her|their|its|the)? ?"
        r"(?:\w+['’]s )?(?:full |real |last )?(?:names?|identit(?:y|ies))\b[^.;]{0,20}\b(?:not|be (?:left out|withheld|kept|changed))"
        r"|\b(?:names?|identit(?:y|ies)) (?:is|are|was|were|has been|have been) (?:being )?(?:withheld|changed)"
        r"|\bwithh(?:eld|olding) (?:his|her|their|the) (?:\w+ )?(?:names?|identit)"
        r"|\bnot (?:be )?(?:authori[sz]ed|permitted|allowed|cleared) to (?:speak|talk|discuss|comment|be quoted|brief)"
        r"|\b(?:agreed to|would only|will only|willing to) (?:speak|talk)\b[^.;]{0,30}\b(?:anonym|not (?:for attribution|be named)|without being named)",
    ),
    (
        GapKind.OPEN_QUESTION,
        r"\b(?:it|that|this|what|who|how|why|when|where|which|reasons?|motives?|cause|details?|circumstances|purpose|origin)\b"
        r"[^.;]{0,90}\b(?:is|was|are|were|remains?|remained|still|be|been|being)(?: still| also| therefore| as yet)?"
        r"(?: not| far from)? ?(?:yet |immediately |entirely |publicly |altogether |at all )?"
        r"(?:unclear|unknown|uncertain|undetermined|unresolved|unexplained|not (?:\w+ly )?(?:clear|known|certain|apparent|publicly known))\b"
        r"|\b(?:not|n['’]t)(?: yet| immediately| entirely| publicly| at all)? (?:clear|known|certain) "
        r"(?:who|what|when|where|why|how|whether|if|which|to what)\b"
        r"|\b(?:unclear|unknown|uncertain) (?:who|what|when|where|why|how|whether|if|which)\b"
        r"|\b(?:is|was|are|were|has|have|could|can) ?(?:not|n['’]t) (?:yet |been |be |independently |immediately )*"
        r"(?:known|established|determined|verified|ascertained|confirmed|disclosed|explained|learned)\b"
        r"|\b(?:has|have) (?:yet|still) to be (?:\w+ly )?(?:established|determined|explained|seen|decided|set|identified|found|answered|"
        r"disclosed|settled|proved|proven|released|made public|named|confirmed|known|resolved|heard)"
        r"|\b(?:an|the|one|another|remains?|still|many|several|other) (?:\w+ )?(?:open|unanswered) questions?\b"
        r"|\bquestions? (?:\w+ ){0,3}(?:remains?|unanswered|still open)\b|\bremains? (?:a mystery|an open|to be seen|in dispute|unsolved)\b"
        r"|\bno (?:\w+ ){0,2}(?:date|explanation|cause|motive|reason|decision|timetable|schedule)\b[^.;]{0,40}\b"
        r"(?:has|have|had|was|were) (?:yet )?(?:been )?(?:set|given|announced|made|offered|found|established|determined|fixed)"
        r"|\b(?:report|filing|complaint|records?|document|documents|statement|letter|memo|invoices?|indictment|lawsuit|suit|"
        r"papers|order|files?|minutes|audit|log|affidavit|warrant|ruling|agency|committee|it|contract|email|e-mail)\b[^,.;]{0,30}"
        r" (?:does|do|did) ?(?:not|n['’]t) (?:say|state|specify|explain|indicate|make clear|show|reveal|establish|identify|name)"
        r" (?:who|what|when|where|why|how|whether|if|which)\b"
        r"|\b(?:we|nobody|no one|investigators|police|officials|prosecutors|committee|commission|court|department|agency|reporters)\b"
        r"[^.;]{0,24}\b(?:do(?:es)? ?(?:not|n['’]t) (?:yet )?know|(?:have|has) ?(?:not|n['’]t) (?:yet )?(?:learned|determined|established|found))"
        r"(?: yet)? (?:who|what|when|where|why|how|whether|if|which|the (?:reason|cause|answer|motive|source|identity)|is\b)"
        r"|\b(?:could|can) (?:not|n['’]t) be (?:independently )?(?:verified|established|determined|confirmed|learned|ascertained)"
        r"|\bnobody (?:yet )?knows\b|\bno one (?:yet )?knows\b",
    ),
)
_OWN_IGNORANCE = re.compile(
    r"\bI (?:still )?do(?: not|n['’]t) (?:yet )?know (?:who|what|when|where|why|how|whether|which|the (?:reason|cause|answer|source))\b"
)
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)


def find_gaps(document: Document, text: str, blocks: Sequence[Span]) -> tuple[Gap, ...]:
    """The gaps of a document in order; `text` is its text with boilerplate and the like made blank.

    One a mark for redactions, otherwise one a kind and sentence, whose span is the sentence.
    """
    found = [*redaction_gaps(document), *_in_sentences(document, text, blocks)]
    return tuple(sorted(found, key=lambda g: (g.span, g.kind)))


def redaction_gaps(document: Document) -> tuple[Gap, ...]:
    """One gap for each redaction that a reader marked."""
    return tuple(
        Gap(
            finding_id("g", document.id, mark.span),
            GapKind.REDACTION,
            mark.span,
            mark.page if mark.page is not None else document.text.page_of(mark.span),
            mark.recoverable,
            mark.note,
        )
        for mark in document.text.marks
        if mark.kind is MarkKind.REDACTION
    )


def kinds(sentence: str, *, quoted: bool = False) -> tuple[GapKind, ...]:
    """The kinds of gap that a sentence states, in the order of `GapKind`; line breaks count as spaces.

    In a quotation, "I don't know" is somebody's turn of phrase; elsewhere the writer tells what is not known.
    """
    flat = re.sub(r"\s+", " ", sentence)
    found = [kind for kind, pattern in _COMPILED if pattern.search(flat)]
    if not quoted and not re.search(r"[“\"]", flat) and _OWN_IGNORANCE.search(flat):
        found.append(GapKind.OPEN_QUESTION)
    return tuple(dict.fromkeys(found))


def _in_sentences(document: Document, text: str, blocks: Sequence[Span]) -> Iterator[Gap]:
    edits = Edits(document.text.edits)
    quoted = [q.span for q in find_quotes(text, blocks)]
    for sentence in sentences(text, blocks):
        span = edits.whole(sentence)
        inside = any(q.start <= sentence.start < q.end for q in quoted)
        for kind in kinds(sentence.of(text), quoted=inside):
            # The kind is part of the name: one sentence can hold two gaps.
            name = finding_id("g", f"{document.id} {kind}", span)
            yield Gap(name, kind, span, document.text.page_of(span), None)
