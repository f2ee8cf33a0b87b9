"""Which sentences the sets of chains and acts were drawn from, in which order: by plain word lists and a seed alone.

No finder of ours has a part in it, so that what the finders miss is in the sets as often as in the documents. Whoever
annotates reads the candidates in this order and keeps what fits (benchmarks/sets/README.md says how that was done).

    python -m benchmarks.draw_sets        writes the candidates to build/sets/
"""

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from benchmarks.table import ROOT, SHARED
from sayso.model.document import MarkKind, Text
from sayso.model.span import Span
from sayso.read import read

SEED = 7
WORDS = (8, 80)
"""fewest and most words of a sentence"""
REPORT = "vol1.pdf"
DEMO = ROOT / "src" / "sayso" / "demo_case" / "pile"
TARGET = ROOT / "build" / "sets"

_MOST_BYTES = 1 << 28
_VERBS = (
    "say|says|said|saying tell|tells|told|telling write|writes|wrote|written|writing recall|recalls|recalled|recalling "
    "report|reports|reported|reporting ask|asks|asked|asking state|states|stated|stating claim|claims|claimed|claiming "
    "explain|explains|explained|explaining inform|informs|informed|informing deny|denies|denied|denying "
    "confirm|confirms|confirmed|confirming believe|believes|believed|believing think|thinks|thought|thinking "
    "suggest|suggests|suggested|suggesting indicate|indicates|indicated|indicating note|notes|noted|noting "
    "add|adds|added|adding advise|advises|advised|advising assert|asserts|asserted|asserting "
    "testify|testifies|testified|testifying describe|describes|described|describing mention|mentions|mentioned "
    "announce|announces|announced|announcing reply|replies|replied|replying respond|responds|responded|responding "
    "request|requests|requested|requesting relay|relays|relayed|relaying convey|conveys|conveyed|conveying "
    "remember|remembers|remembered admit|admits|admitted|admitting allege|alleges|alleged|alleging "
    "acknowledge|acknowledges|acknowledged urge|urges|urged warn|warns|warned|warning insist|insists|insisted "
    "relate|relates|related reiterate|reiterated express|expresses|expressed propose|proposed instruct|instructed "
    "assure|assures|assured predict|predicted promise|promised speculate|speculated understand|understood "
    "know|knows|knew want|wants|wanted plan|planned hope|hoped expect|expected answer|answers|answered "
    "show|shows|showed boast|boasted learn|learned hear|heard disclose|disclosed discuss|discussed"
)
_NOUNS = (
    "according statement|statements account|accounts report|reports claim|claims message|messages email|emails "
    "letter|letters testimony belief|view impression word rumor|rumors article|articles post|posts tweet|tweets"
)
_LEMMAS: Mapping[str, int] = MappingProxyType(
    {form: n for n, group in enumerate(f"{_VERBS} {_NOUNS}".split()) for form in group.split("|")}
)
_NOT = r"(?:(?:did|does|do|had|has|have|was|were|would|could) ?(?:not|n[’']t)|never)"
ACT_FORMS: Mapping[str, str] = MappingProxyType(
    {
        "assert": r"said|says|told|stated|wrote|claimed|explained|reported|recalled|according to|testified|noted|added"
        r"|informed|asserted|advised|alleged|related|suggested|indicated|admitted|announced|described",
        "confirm": r"(?:(?:would|could) )?(?:confirm(?:s|ed)?|acknowledg(?:e|es|ed)|agree[sd]? that|conced(?:e|es|ed)"
        r"|corroborat(?:e|es|ed)|verif(?:y|ies|ied)|substantiat(?:e|es|ed)|admit(?:s|ted))",
        "deny": r"den(?:y|ies|ied|ying|ial)|disput(?:e|es|ed|ing)|reject(?:s|ed|ing)?|refut(?:e|es|ed)|rebut(?:s|ted)?"
        r"|contradict(?:s|ed|ing)?|disavow(?:s|ed)?|disagreed|walked back|retracted|withdr[ae]w|false",
        "decline": r"declin(?:e|es|ed|ing)(?: to \w+)?|refus(?:e|es|ed|ing)(?: to \w+)?|no comment|would not (?:say"
        r"|comment|discuss|answer|elaborate|confirm|go beyond)|without comment|invoked",
        "no-response": rf"{_NOT} (?:immediately )?(?:respond|repl(?:y|ied)|answer(?:ed)?|receive|return(?:ed)?"
        r"|responded|hear)|not (?:be )?reach(?:ed)?|no (?:answer|response|reply)|without (?:a )?(?:response|reply)"
        r"|unanswered|not answered",
        "ask": r"ask(?:s|ed|ing)?|request(?:s|ed|ing)?|inquir(?:e|es|ed|ing)|urg(?:e|es|ed|ing)|quer(?:y|ied)"
        r"|wonder(?:s|ed)?|instruct(?:s|ed)|call(?:s|ed) (?:for|on)|invit(?:e|es|ed|ing)|question(?:ed|ing)?",
        "intend": r"want(?:s|ed)?|plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|promis(?:e|es|ed)|offer(?:s|ed)?|agreed to"
        r"|hop(?:e|es|ed|ing)|propos(?:e|es|ed)|pledged|vowed|threatened|wish(?:es|ed)?|decided|will seek|sought",
        "believe": r"believ(?:e|es|ed|ing)|thought|thinks?|kn(?:e|o)ws?|known|underst(?:and|ood)|suspect(?:s|ed)?"
        r"|fear(?:s|ed)?|felt|consider(?:s|ed)|assum(?:e|es|ed)|expect(?:s|ed)?|doubt(?:s|ed)?|worried|concerned"
        r"|view(?:ed)?|impression|belief|convinced|aware",
        "trap": rf"{_NOT} (?:recall|remember|know|believe|think|say|said|disput\w*|den(?:y|ied)|mention|tell|state"
        r"|disclose|confirm|identify|ask|want|request|expect|indicate|discuss|recogni[sz]e|understand)"
        r"|den(?:y|ied|ying) (?:knowing|having|that|any)|stopped short|whether|refused to say"
        r"|(?:could|would) (?:recall|remember|not say)",
    }
)
"""Words that a statement of each act is often made with, and words that mislead; the act is the reader's to say."""
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gen|Gov|Lt|Col|Jr|Sr|St|No|Nos|Inc|Corp|Co|Ltd|Amb|vs?|e\.g|i\.e|cf|Cf|Id|See"
    r"|a\.m|p\.m|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Dist|Cir|Fed|Tr|Hr|Ex|Att[’']?y)\.$"
)
_END = re.compile(r"[.?!][”\"’')\]]*(?=\s+[A-Z0-9“”\"‘’'(\[])")
_PARAGRAPH = re.compile(r"(?:(?!\n\s*\n).)+", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document: `span` into the text as `sayso.read.read` makes it."""

    document: str
    text: Text
    span: Span

    @property
    def words(self) -> str:
        """As they stand on the page, numbers of footnotes included."""
        return self.span.of(self.text.characters)

    @property
    def id(self) -> str:
        """Document and place."""
        return f"{self.document}:{self.span.start}"


@dataclass(frozen=True, slots=True)
class CueCandidate:
    """Words of a sentence that a statement may be made with; `stratum` is a key of `ACT_FORMS`."""

    sentence: Sentence
    cue: Span
    stratum: str


def texts() -> dict[str, Text]:
    """Volume I of the report and the documents of the demo by file name, a part of a file after a `!`."""
    held: dict[str, Text] = {}

    def take(key: str, name: str, data: bytes) -> None:
        reading = read(name, data, most_bytes=_MOST_BYTES)
        if reading.text is not None:
            held[key] = reading.text
        for member in reading.members:
            take(f"{key}!{member.name}", member.name, member.data)

    for path in (SHARED / "mueller" / REPORT, *sorted(p for p in Path(DEMO).iterdir() if p.is_file())):
        take(path.name, path.name, path.read_bytes())
    return held


def sentences(document: str, text: Text) -> Iterator[Sentence]:
    """Sentences of all paragraphs, headings left out, by punctuation alone."""
    characters = text.hidden((*text.marked(MarkKind.FOOTNOTE_MARK), *text.marked(MarkKind.HEADING)))
    for paragraph in _PARAGRAPH.finditer(characters):
        start = paragraph.start()
        ends = [m.end() for m in _END.finditer(characters, *paragraph.span())]
        for end in (*ends, paragraph.end()):
            if end < paragraph.end() and _ABBREVIATION.search(characters, max(start, end - 8), end):
                continue
            span = Span(start, end).strip(characters)
            if WORDS[0] <= len(span.of(characters).split()) <= WORDS[1]:
                yield Sentence(document, text, span)
            start = end


def chain_candidates(held: Mapping[str, Text]) -> list[Sentence]:
    """Sentences with at least two different cue words, shuffled."""
    drawn = [
        sentence
        for document, text in held.items()
        for sentence in sentences(document, text)
        if len({_LEMMAS[w] for w in re.findall(r"[a-z]+", sentence.words.lower()) if w in _LEMMAS}) > 1
    ]
    random.Random(SEED).shuffle(drawn)
    return drawn


def act_candidates(held: Mapping[str, Text]) -> dict[str, list[CueCandidate]]:
    """For each stratum its candidates, shuffled; in any one sentence at most one of a stratum."""
    every = [sentence for document, text in held.items() for sentence in sentences(document, text)]
    drawn: dict[str, list[CueCandidate]] = {}
    for number, (stratum, forms) in enumerate(ACT_FORMS.items()):
        random_order = random.Random(SEED + number)
        found = []
        for sentence in every:
            cues = [m.span() for m in re.finditer(rf"\b(?:{forms})\b", sentence.words, re.IGNORECASE)]
            if cues:
                cue = Span(*random_order.choice(cues)).shift(sentence.span.start)
                found.append(CueCandidate(sentence, cue, stratum))
        random_order.shuffle(found)
        drawn[stratum] = found
    return drawn


def main() -> None:
    """Write the candidates in the order in which they are to be read."""
    held = texts()
    TARGET.mkdir(parents=True, exist_ok=True)
    chains = chain_candidates(held)
    lines = [f"{n}\t{s.id}\t{' '.join(s.words.split())}" for n, s in enumerate(chains)]
    (TARGET / "chains.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"chains: {len(chains)} candidates")
    for stratum, found in act_candidates(held).items():
        lines = [
            f"{n}\t{c.sentence.id}\t{c.cue.of(c.sentence.text.characters)}\t{' '.join(c.sentence.words.split())}"
            for n, c in enumerate(found)
        ]
        (TARGET / f"acts-{stratum}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{stratum}: {len(found)} candidates")


if __name__ == "__main__":
    main()
