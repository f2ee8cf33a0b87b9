"""Through whom: the chains of nested statements, on sentences annotated before the code was improved.

A chain is right if its voices are the gold ones in their order, each by a source that shares a code point with the gold
source; a sentence is right if the chains of all its nested statements are (where none is nested: of all statements).
Somebody who comes twice in a row in one chain ("Veit said he thought") counts as one voice on either side.

    python -m benchmarks.chains
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from benchmarks.annotated import PARTS as ANNOTATED
from benchmarks.annotated import Line, Seen, Voiced, lines, seen, spans
from benchmarks.table import ROOT, rows, write
from sayso.model.span import Span, Spans
from sayso.model.statement import Statement

PARTS = (*ANNOTATED, "third", "fresh")
Link = tuple[Spans, ...]
"""the places of one voice: more than one if it comes several times in a row"""


@dataclass(frozen=True, slots=True)
class Result:
    """One gold statement: its voices, ours (`None`: no statement has this cue), and whether they agree."""

    gold: Voiced
    ours: Sequence[Link] | None
    right: bool


def measured(line: Line) -> list[Voiced]:
    """The nested statements, or all of a sentence in which none is nested."""
    nested = [s for s in line["statements"] if s["inside"] is not None]
    return nested or line["statements"]


def gold_chain(line: Line, statement: Voiced) -> list[Link]:
    """Its voices, the outermost first."""
    sources: list[Spans] = []
    at: Voiced | None = statement
    while at is not None:
        sources.insert(0, spans(at["source"]))
        at = line["statements"][at["inside"]] if at["inside"] is not None else None
    together = groupby(zip(statement["people"], sources, strict=True), key=lambda pair: pair[0])
    return [tuple(source for _, source in group) for _, group in together]


def our_chain(statement: Statement, found: Mapping[str, Statement], sentence: Span) -> list[Link]:
    """The sources of the statement and those it is inside of, the outermost first; what is outside of the sentence is
    not part of the gold chain either.
    """
    links: list[Link] = []
    speaker: str | None = None
    at: Statement | None = statement
    while at is not None:
        source = at.attribution.source
        if any(sentence.overlaps(s) for s in source) or not source:
            if links and at.speaker is not None and at.speaker == speaker:
                links[0] = (source, *links[0])
            else:
                links.insert(0, (source,))
            speaker = at.speaker
        at = found.get(at.parent) if at.parent else None
    return links


def agree(gold: Sequence[Link], ours: Sequence[Link]) -> bool:
    """Whether the voices are the same ones in the same order."""
    at = -1
    for link in ours:
        if at >= 0 and _meet(gold[at], link):
            continue
        at += 1
        if at == len(gold) or not _meet(gold[at], link):
            return False
    return at == len(gold) - 1


def _meet(gold: Link, ours: Link) -> bool:
    if not any(gold):
        return not any(ours)
    return any(a.overlaps(b) for places in gold for a in places for source in ours for b in source)


def judge(line: Line, document: Seen, *, outermost: bool = False) -> list[Result]:
    """Compare what was found; `outermost`: as if every chain had its first voice alone."""
    found = {s.id: s for s in document.findings.statements}
    results = []
    for gold in measured(line):
        statement = document.at(spans(gold["cue"]))
        ours = our_chain(statement, found, Span(line["start"], line["end"])) if statement else None
        if ours and outermost:
            ours = ours[:1]
        results.append(Result(gold, ours, ours is not None and agree(gold_chain(line, gold), ours)))
    return results


def _row(name: str, results: Sequence[Sequence[Result]]) -> list[str]:
    every = [r for sentence in results for r in sentence]
    right = sum(all(r.right for r in sentence) for sentence in results)
    found = sum(r.ours is not None for r in every)
    chains = sum(r.right for r in every)
    return [
        name,
        f"{right} of {len(results)}",
        f"{right / len(results):.3f}",
        f"{chains} of {len(every)}",
        f"{chains / len(every):.3f}",
        f"{found / len(every):.3f}",
    ]


def _errors(held: Sequence[Line], found: Mapping[str, Seen]) -> str:
    page = ["# Chains that are wrong, all parts but report and fresh", ""]
    for line in held:
        document = found[line["id"]]
        wrong = [r for r in judge(line, document) if not r.right]
        if line["part"] in ("report", "fresh") or not wrong:
            continue
        page += [f"**{line['id']}** {' '.join(line['sentence'].split())}", ""]
        for result in wrong:
            cue = " … ".join(s.of(document.text) for s in spans(result.gold["cue"]))
            ours = "no statement" if result.ours is None else _told(result.ours, document.text)
            page.append(f"- “{cue}”: {' → '.join(v or '?' for v in result.gold['voices'])}; ours: {ours}")
        page.append("")
    return "\n".join(page)


def _told(chain: Sequence[Link], text: str) -> str:
    return " → ".join(" … ".join(s.of(text) for source in link for s in source) or "?" for link in chain)


def main() -> None:
    """Measure and write docs/measured/chains.md, and the errors of the parts one may look at to build/."""
    sets = ("chains", "written-chains", "second-chains", "third-chains")
    held = [line for name in sets for line in lines(name)]
    found = seen(held)
    body = []
    for part in PARTS:
        own = [line for line in held if line["part"] == part]
        body.append(_row(part, [judge(line, found[line["id"]]) for line in own]))
        outermost = [judge(line, found[line["id"]], outermost=True) for line in own]
        body.append(_row(f"{part}, outermost voice only", outermost))
    target = ROOT / "build" / "chains-develop.md"
    target.parent.mkdir(exist_ok=True)
    target.write_text(_errors(held, found), encoding="utf-8")
    write(
        "chains",
        "Chains of voices",
        [
            "Sentences with a voice inside a voice, from volume I of the Mueller report and the demo; `report` is the"
            " figure, nobody looks at these sentences while the code is improved. `written` are invented ones, some of"
            " which only look nested; `second` are others of the report and invented, annotated later and looked at"
            " while the code was improved, like all but `report` and `fresh`; `third` are invented ones of other"
            " registers, annotated before the program read them and looked at since; `fresh` are more of these, which"
            " nobody looked at while the code was improved. benchmarks/sets/README.md says how all were drawn and"
            " annotated.",
            "",
            *rows(["", "sentences right", "", "chains right", "", "statements found"], body),
        ],
    )


if __name__ == "__main__":
    main()
