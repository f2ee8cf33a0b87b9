"""The annotated sets: every span is the page's words, and every line keeps to the form that their README gives."""

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from benchmarks.acts import ACTS, f1, macro_f1
from benchmarks.annotated import Line, Voiced, lines
from benchmarks.chains import agree, gold_chain
from benchmarks.draw_sets import texts

from sayso.model.document import Text
from sayso.model.span import Span
from sayso.model.statement import Factuality

CHAINS = ("chains", "written-chains", "second-chains", "third-chains")
SETS = (*CHAINS, "acts")


@pytest.fixture(scope="module")
def held(request: pytest.FixtureRequest) -> Mapping[str, Text]:
    request.getfixturevalue("shared")
    return texts()


def _every() -> list[Line]:
    return [line for name in SETS for line in lines(name)]


def test_sentences_are_the_words_of_the_pages(held: Mapping[str, Text]) -> None:
    for line in _every():
        text = line["text"] if line["document"] == "written" else held[line["document"]].characters
        assert text[line["start"] : line["end"]] == line["sentence"], line["id"]
        if line["document"] != "written":
            assert held[line["document"]].page_of(Span(line["start"], line["end"])) == line["page"], line["id"]


def test_every_span_lies_in_its_sentence_and_starts_and_ends_at_words() -> None:
    for line in _every():
        spans = [line["cue"]] if "cue" in line else []
        for statement in line.get("statements", []):
            assert statement["cue"], line["id"]
            spans += [*statement["source"], *statement["cue"], *statement["content"]]
        for start, end in spans:
            words = line["sentence"][start - line["start"] : end - line["start"]]
            assert line["start"] <= start < end <= line["end"], line["id"]
            assert words == words.strip(), (line["id"], words)
            before = line["sentence"][: start - line["start"]][-1:]
            assert not (before.isalpha() and words[0].isalpha()), (line["id"], words)


def test_a_nested_statement_lies_in_the_content_of_its_outer_one_and_its_voices_are_the_sources() -> None:
    for line in (line for name in CHAINS for line in lines(name)):
        for statement in line["statements"]:
            sources = [
                " … ".join(line["sentence"][s - line["start"] : e - line["start"]] for s, e in voiced["source"])
                for voiced in [*_outward(line, statement["inside"]), statement]
            ]
            assert sources == statement["voices"], line["id"]
            assert len(statement["voices"]) == len(statement["names"]) == len(statement["people"]), line["id"]
            if statement["inside"] is not None:
                outer = line["statements"][statement["inside"]]["content"]
                first, last = min(s for s, _ in outer), max(e for _, e in outer)
                inner = [*statement["source"], *statement["cue"], *statement["content"]]
                assert all(first <= s and e <= last for s, e in inner), line["id"]


def _outward(line: Line, at: int | None) -> list[Voiced]:
    found: list[Voiced] = []
    while at is not None:
        found.insert(0, line["statements"][at])
        at = line["statements"][at]["inside"]
    return found


def test_ids_and_parts() -> None:
    assert len({line["id"] for line in _every()}) == len(_every())
    assert Counter(line["part"] for line in lines("chains")) == {"develop": 60, "report": 100}
    parts = Counter(line["part"] for line in lines("acts"))
    assert parts["report"] >= 300
    assert parts["develop"] >= 120
    assert all(any(s["inside"] is not None for s in line["statements"]) for line in lines("chains"))


def test_acts_and_factuality_are_of_the_closed_lists() -> None:
    for line in lines("acts"):
        assert line["act"] in ACTS, line["id"]
        assert line["factuality"] in {str(f) for f in Factuality}, line["id"]


def test_the_readme_names_every_act() -> None:
    readme = (Path(__file__).parents[1] / "benchmarks" / "sets" / "README.md").read_text(encoding="utf-8")
    assert [act for act in ACTS if not re.search(rf"`{act}`", readme)] == []


A, B, C = Span(0, 3), Span(10, 13), Span(20, 23)


@pytest.mark.parametrize(
    ("ours", "right"),
    [
        ([((A,),), ((B,),)], True),  # the same voices
        ([((Span(1, 5),),), ((B,),)], True),  # overlapping is enough
        ([((A,),), ((A,),), ((B,),)], True),  # somebody twice in a row is one voice
        ([((B,),), ((A,),)], False),  # the wrong way round
        ([((A,),)], False),  # the inner voice is missing
        ([((B,),)], False),  # the outer voice is missing
        ([((A,),), ((C,),), ((B,),)], False),  # one too many
        ([((A,),), ((),)], False),  # a voice without a source
        ([], False),
    ],
)
def test_chains_agree_if_the_voices_do(ours: list[tuple[tuple[Span, ...], ...]], right: bool) -> None:
    assert agree([((A,),), ((B,),)], ours) is right


def test_a_gold_voice_without_a_source_is_matched_by_none_alone() -> None:
    assert agree([((A,),), ((),)], [((A,),), ((),)])
    assert not agree([((A,),), ((),)], [((A,),), ((B,),)])


def test_gold_chains_join_who_comes_twice_in_a_row() -> None:
    line = next(x for x in lines("chains") for s in x["statements"] if s["people"] == [0, 0, 1])
    statement = next(s for s in line["statements"] if s["people"] == [0, 0, 1])
    assert [len(link) for link in gold_chain(line, statement)] == [2, 1]


def test_macro_f1_counts_each_act_alike() -> None:
    gold = ["assert", "assert", "deny"]
    assert f1(gold, ["assert", "assert", "assert"], "assert") == pytest.approx(0.8)
    assert macro_f1(gold, ["assert", "assert", "assert"]) == pytest.approx(0.4)
    assert macro_f1(gold, gold) == pytest.approx(1.0)
