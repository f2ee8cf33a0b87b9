"""Rows: a sentence and every statement in it by cue, each with its voices from the outermost; everybody is invented."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from sayso.find.attribution import find_attributions
from sayso.find.attribution.asides import of_aside, of_viewpoint
from sayso.find.attribution.candidate import Candidate
from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.mended import mended
from sayso.find.attribution.nested import with_nested
from sayso.find.attribution.quotes import find_quotes
from sayso.find.attribution.told import told
from sayso.find.blocks import find_blocks
from sayso.find.parse import Parser
from tests.find.loaded import learned


class GrammarAlone:
    """Knows of no voices."""

    def likely(self, _: int) -> float:
        return 0.0

    def cues(self, _: Sequence[int]) -> Iterator[range]:
        return iter(())

    def read(self, _: Sequence[range]) -> Iterator[Candidate]:
        return iter(())


ROWS = [
    # text, {cue: voices}; the first cue is the outermost one
    (
        "Lund said that Harker told the crew that the pump had failed.",
        {"said": ["Lund"], "told": ["Lund", "Harker"]},
    ),
    (
        "According to Lund, Harker had asked him to shut the valve.",  # nobody shut it
        {"According to": ["Lund"], "had asked": ["Lund", "Harker"]},
    ),
    (
        "Lund recalled Harker saying that the pump had failed.",
        {"recalled": ["Lund"], "saying": ["Lund", "Harker"]},
    ),
    (
        "Lund said that he was told by Harker that the owner wanted a new pump.",
        {"said": ["Lund"], "was told": ["Lund", "Harker"], "wanted": ["Lund", "Harker", "the owner"]},
    ),
    (
        "Lund informed the court that Harker believed the owner knew the pump was broken.",
        {"informed": ["Lund"], "believed": ["Lund", "Harker"], "knew": ["Lund", "Harker", "the owner"]},
    ),
    (
        "Lund wrote that Harker was aware of the crack.",
        {"wrote": ["Lund"], "was aware": ["Lund", "Harker"]},
    ),
    (
        "Lund stated that Harker had warned the owner and asked whether the pump was safe.",
        {"stated": ["Lund"], "asked": ["Lund", "Harker"]},
    ),
    (
        "Lund described his mate's claim that the pump had failed.",
        {"described": ["Lund"], "claim": ["Lund", "his mate"]},
    ),
    (
        "Lund said that the owner had declined to say whether the pump was safe.",
        {"said": ["Lund"], "had declined": ["Lund", "the owner"]},
    ),
    (
        "Lund asked Harker to tell the crew that the pump had failed.",  # only asked for
        {"asked": ["Lund"]},
    ),
    (
        "Lund said that Harker made statements about the pump.",
        {"said": ["Lund"], "made statements": ["Lund", "Harker"]},
    ),
    (
        "Lund said that the man who told Harker that the pump was safe had left.",
        {"said": ["Lund"], "told": ["Lund", "the man who"]},
    ),
    (
        "Lund told the board that the pump had failed.",
        {"told": ["Lund"]},
    ),
    (
        "Lund said that Harker should discuss the pump.",  # nobody did
        {"said": ["Lund"]},
    ),
    (
        "Lund said that Harker might have mentioned the pump.",  # Lund's guess of what Harker said
        {"said": ["Lund"], "might have mentioned": ["Lund", "Harker"]},
    ),
    (
        "Lund said that he understood the owner to be aware of the crack.",
        {"said": ["Lund"], "understood": ["Lund", "he"], "to be aware": ["Lund", "he", "the owner"]},
    ),
    (
        "Lund said that Harker apprised the owner that the pump had failed.",
        {"said": ["Lund"], "apprised": ["Lund", "Harker"]},
    ),
    (
        "Lund said that Harker did not tell him in advance about the crack.",  # "about" hangs on "advance"
        {"said": ["Lund"], "did not tell": ["Lund", "Harker"]},
    ),
    (
        "Lund reported that Harker intended, if the pump failed, to leave the mine.",
        {"reported": ["Lund"], "intended": ["Lund", "Harker"]},
    ),
    (
        "Lund recalled that Ms. Harker, who had heard from the mate that it was safe, asked him to shut the valve.",
        {"recalled": ["Lund"], "had heard": ["Lund", "the mate"], "asked": ["Lund", "Ms. Harker"]},
    ),
    (
        "Lund said that she understood from talking with Harker that the owner intended to sell the mine.",
        {
            "said": ["Lund"],
            "understood": ["Lund", "Harker"],
            "intended": ["Lund", "Harker", "the owner"],
        },
    ),
    (
        "Lund insisted that he had relied on assurances from the owner that the pump was safe.",
        {"insisted": ["Lund"], "assurances": ["Lund", "the owner"]},
    ),
    (
        "Lund said that Harker had been asked by the owner why the pump had failed.",
        {"said": ["Lund"], "had been asked": ["Lund", "the owner"]},
    ),
]


def chains(parser: Parser, text: str) -> dict[str, list[str]]:
    blocks = find_blocks(text)
    grammar = Grammar(parser.parse(text, blocks), find_quotes(text, blocks))

    def words(tokens: range) -> str:
        return text[grammar.tokens[tokens.start].start : grammar.tokens[tokens.stop - 1].end]

    outer = next(iter(told(grammar, range(len(grammar.tokens)))))
    found = [c for _, c in with_nested(grammar, (), [(0.9, outer)], GrammarAlone())]
    result = {}
    for candidate in found:
        around = [o for o in found if o is not candidate and any(candidate.cue.start in piece for piece in o.content)]
        around.sort(key=lambda c: -sum(map(len, c.content)))
        result[words(candidate.cue)] = [words(c.source) for c in (*around, candidate) if c.source]
    return result


@pytest.mark.parametrize(("text", "voices"), ROWS)
def test_chain(parser: Parser, text: str, voices: dict[str, list[str]]) -> None:
    assert chains(parser, text) == voices


MENDED = [
    # text, verb, the word that it should hang on
    ("The pilot informed the tower that the crew insisted on landing.", "insisted", "informed"),
    ("The clerk heard from a porter that the nurse had left.", "left", "heard"),
    ("Lund asked if the sums were right but was told they were wrong.", "told", "asked"),
]


@pytest.mark.parametrize(("text", "verb", "above"), MENDED)
def test_mended(parser: Parser, text: str, verb: str, above: str) -> None:
    parsed = mended(parser.parse(text, find_blocks(text)))
    token = next(t for t in parsed.tokens if t.text == verb)
    assert parsed.tokens[token.head].text == above


CUT = [
    # text, the last word of the content as it was found, a later verb that belongs to it
    ("Lund said that, because the line was dead, he told the crew to leave.", "dead", "told"),
    ("Lund said that Harker rang the owner and told him that the pump had failed.", "owner", "told"),
]


@pytest.mark.parametrize(("text", "last", "verb"), CUT)
def test_content_cut_short_goes_on(parser: Parser, text: str, last: str, verb: str) -> None:
    blocks = find_blocks(text)
    grammar = Grammar(parser.parse(text, blocks), find_quotes(text, blocks))
    place = {t.text: t.i for t in grammar.tokens}
    whole = next(iter(told(grammar, range(len(grammar.tokens)))))
    cut = replace(whole, content=[range(whole.content[0].start, place[last] + 1)])
    found = [c for _, c in with_nested(grammar, (), [(0.9, cut)], GrammarAlone())]
    outer = next(c for c in found if c.cue == whole.cue)
    assert any(place[verb] in piece for piece in outer.content)


def test_content_cut_before_somebody_else_stays(parser: Parser) -> None:
    text = "Lund said that Harker rang the owner, and the mate told the crew that the pump had failed."
    blocks = find_blocks(text)
    grammar = Grammar(parser.parse(text, blocks), find_quotes(text, blocks))
    place = {t.text: t.i for t in grammar.tokens}
    whole = next(iter(told(grammar, range(len(grammar.tokens)))))
    cut = replace(whole, content=[range(whole.content[0].start, place["rang"] + 3)])
    outer = next(c for _, c in with_nested(grammar, (), [(0.9, cut)], GrammarAlone()) if c.cue == whole.cue)
    assert not any(place["told"] in piece for piece in outer.content)


ASIDES = [
    # text, cue, source
    ("The plan, as relayed by the mate, was that the mine would close.", "relayed", "the mate"),
    ("Her mother, she testified, used to sing.", "testified", "she"),
]


@pytest.mark.parametrize(("text", "cue", "source"), ASIDES)
def test_aside(parser: Parser, text: str, cue: str, source: str) -> None:
    blocks = find_blocks(text)
    grammar = Grammar(parser.parse(text, blocks), find_quotes(text, blocks))
    found = next(a for t in grammar.tokens if t.text == cue and (a := of_aside(grammar, t.i)))
    assert found.source is not None
    assert " ".join(grammar.tokens[i].text for i in found.source) == source
    assert found.content


def test_you_know_is_no_aside(parser: Parser) -> None:
    text = "The pump failed, you know."
    blocks = find_blocks(text)
    grammar = Grammar(parser.parse(text, blocks), find_quotes(text, blocks))
    assert not any(of_aside(grammar, t.i) for t in grammar.tokens if t.text == "know")


VIEWPOINTS = [
    # text, the preposition, source
    ("In the words of one miner, the pump was a joke.", "In", "one miner"),
    ("By his own account, the mate never saw the pump.", "By", "his own"),
    ("In Harker's telling, the owner sold the mine.", "In", "Harker"),
]


@pytest.mark.parametrize(("text", "preposition", "source"), VIEWPOINTS)
def test_viewpoint(parser: Parser, text: str, preposition: str, source: str) -> None:
    blocks = find_blocks(text)
    grammar = Grammar(parser.parse(text, blocks), find_quotes(text, blocks))
    found = next(v for t in grammar.tokens if t.text == preposition and (v := of_viewpoint(grammar, t.i)))
    assert found.source is not None
    assert source.startswith(" ".join(grammar.tokens[i].text for i in found.source))
    assert grammar.tokens[-2].i in found.content[-1]


@pytest.mark.parametrize("text", ["In the end, the pump failed.", "In the account of the bank, the money was missing"])
def test_no_viewpoint(parser: Parser, text: str) -> None:
    blocks = find_blocks(text)
    grammar = Grammar(parser.parse(text, blocks), find_quotes(text, blocks))
    assert grammar.tokens
    found = [of_viewpoint(grammar, t.i) for t in grammar.tokens if t.dep == "prep" and t.lower == "of"]
    assert not any(found)


READ = [
    # text, inner cue, its source: verbs that no lexicon has
    ("Lund said that the mate bellowed that the shaft was dry.", "bellowed", "the mate"),
    ("Lund testified that Harker radioed the tower that the pump had failed.", "radioed", "Harker"),
    ("The petition says the mate entrusted to him a plan to sell the mine.", "entrusted", "the mate"),
]


@pytest.mark.parametrize(("text", "cue", "source"), READ)
def test_the_reader_finds_inner_voices_of_which_grammar_knows_nothing(
    parser: Parser, text: str, cue: str, source: str
) -> None:
    blocks = find_blocks(text)
    found = find_attributions(text, blocks, parser.parse(text, blocks), learned())
    told = {
        " ".join(s.of(text) for s in f.attribution.cue): " ".join(s.of(text) for s in f.attribution.source)
        for f in found
    }
    assert told[cue] == source
