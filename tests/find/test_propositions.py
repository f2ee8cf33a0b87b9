"""Rows: a text and what its propositions are: their words, moods, roles, dates and numbers."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.find import find
from sayso.find.parse import Parser
from sayso.model.document import Document, Edit, Mark, MarkKind, Metadata, Text
from sayso.model.findings import Findings
from sayso.model.proposition import Bound, Proposition
from sayso.model.span import Span
from sayso.model.statement import Factuality
from sayso.model.when import When
from tests.find.loaded import learned

PUBLISHED = When.parse("2024-05-01")


def findings(parser: Parser, text: str, *marks: Mark) -> Findings:
    known = Metadata(publisher="Gullhaven Gazette", published=PUBLISHED)
    return find(Document("d0", "a.txt", "", "text/plain", known, Text(text, marks=marks)), parser, learned())


def propositions(parser: Parser, text: str) -> tuple[Proposition, ...]:
    return findings(parser, text).propositions


def only(parser: Parser, text: str) -> Proposition:
    found = propositions(parser, text)
    assert len(found) == 1, [p.span.of(text) for p in found]
    return found[0]


SPANS = [
    # text, and for each proposition its words with `*` before those that somebody says
    ("The ferry sank.", ["The ferry sank"]),
    ("The ferry sank and the owner fled.", ["The ferry sank", "the owner fled"]),  # two subjects, two propositions
    ("The owner sold the ferry and fled.", ["The owner sold the ferry and fled"]),  # one subject
    ("The ferry sank in March; the owner had ignored two letters.",
     ["The ferry sank in March", "the owner had ignored two letters"]),
    ("Ilse Brandt said the ferry sank.", ["*the ferry sank"]),  # a bare frame states nothing more
    ("The ferry sank, Ilse Brandt said.", ["*The ferry sank"]),
    ("Ilse Brandt said that the ferry sank and that the owner fled.",
     ["*that the ferry sank", "*that the owner fled"]),
    ("“The ferry sank,” Ilse Brandt said. “The owner fled.”", ["*“The ferry sank,”", "*“The owner fled.”"]),
    ("“The ferry,” Ilse Brandt said, “was never ours.”",
     ["*The ferry,” Ilse Brandt said, “was never ours.”"]),  # neither half is a clause
    ("Ilse Brandt, who was dismissed in March, said the ferry sank.",
     ["Ilse Brandt, who was dismissed in March", "*the ferry sank"]),  # the frame tells something by the way
    ("Ilse Brandt told Tom Weir in June 2019 that the valve was broken.",
     ["Ilse Brandt told Tom Weir in June 2019 that the valve was broken",
      "*that the valve was broken"]),  # somebody was told: that happened
    ("Ilse Brandt told reporters that the valve was broken.", ["*that the valve was broken"]),  # a source speaks
    ("The council agreed to sell the ferry.", ["The council agreed to sell the ferry"]),  # no "to sell the ferry"
    ("Ilse Brandt declined to say who sold the ferry.", ["*who sold the ferry"]),
    ("Tom Weir said that Ilse Brandt told the crew that the valve was broken.",
     ["*that Ilse Brandt told the crew that the valve was broken", "*that the valve was broken"]),
    ("Tom Weir said that Ilse Brandt claimed the valve was broken.", ["*the valve was broken"]),  # the innermost alone
    ("Their report puts the payments to the council at $2 million.",
     ["*the payments to the council at $2 million"]),  # a phrase that states as much as a clause
    ("Ilse Brandt has seen invoices by which the council paid the mayor $5,000.",
     ["Ilse Brandt has seen invoices by which the council paid the mayor $5,000",
      "the council paid the mayor $5,000"]),  # the clause inside lacks nothing
    ("The clerk was in the hall when the council sold the ferry.",
     ["The clerk was in the hall when the council sold the ferry", "the council sold the ferry"]),
    ("Whether the council sold the ferry is not clear.",
     ["Whether the council sold the ferry is not clear", "Whether the council sold the ferry"]),
    ("They sold the ferry. It was the third of May, 2020.",
     ["They sold the ferry. It was the third of May, 2020"]),  # a sentence that only dates the one before
    ("They sold six boats, each of them painted in the old way.",
     ["They sold six boats, each of them painted in the old way"]),
    ("GULLHAVEN (CW) — The ferry sank.", ["The ferry sank"]),  # a dateline states nothing
    ("A fine summer in Gullhaven", []),  # no clause
    ("Report 12: Ferry service", []),
    ("Please send the letter to the office.", ["Please send the letter to the office"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), SPANS)
def test_spans(parser: Parser, text: str, words: list[str]) -> None:
    assert [("*" if p.statement else "") + p.span.of(text) for p in propositions(parser, text)] == words


CHAINS = [
    ("The ferry sank.", ["Gullhaven Gazette"]),
    ("Ilse Brandt said the ferry sank.", ["Gullhaven Gazette", "Ilse Brandt"]),
]


@pytest.mark.parametrize(("text", "chain"), CHAINS)
def test_chains(parser: Parser, text: str, chain: list[str]) -> None:
    assert [voice.name for voice in only(parser, text).chain] == chain


def test_according_to_vouches_for_the_frame_before_it(parser: Parser) -> None:
    text = "Ilse Brandt warned Tom Weir in writing that the valve was broken, according to a clerk."
    told, content = propositions(parser, text)
    assert [v.name for v in told.chain] == ["Gullhaven Gazette", "a clerk"]
    assert [v.name for v in content.chain] == ["Gullhaven Gazette", "a clerk", "Ilse Brandt"]
    assert told.span.of(text) == "Ilse Brandt warned Tom Weir in writing that the valve was broken"


MOODS = [
    ("The ferry sank.", Factuality.CERTAIN, False),
    ("The ferry never sank.", Factuality.CERTAINLY_NOT, True),
    ("Nobody sank the ferry.", Factuality.CERTAINLY_NOT, True),
    ("No search of the ferry took place.", Factuality.CERTAINLY_NOT, True),
    ("There was no search.", Factuality.CERTAINLY_NOT, True),
    ("The company failed to pay the crew.", Factuality.CERTAINLY_NOT, True),
    ("Neither Ilse Brandt nor Tom Weir attended the meeting.", Factuality.CERTAINLY_NOT, True),
    ("The ferry no longer runs.", Factuality.CERTAINLY_NOT, True),
    ("The ferry is no slower than the train.", Factuality.CERTAINLY_NOT, True),
    ("The council has no record of it.", Factuality.CERTAINLY_NOT, True),
    ("Ilse Brandt said the council failed to pay.", Factuality.CERTAINLY_NOT, True),
    ("Ilse Brandt denied that nobody was paid.", Factuality.CERTAIN, True),  # the denial of a negation
    ("The ferry may have sunk.", Factuality.POSSIBLE, False),
    ("Did the ferry sink?", Factuality.UNKNOWN, False),
    ("If the valve had failed, the ferry would have sunk.", Factuality.UNKNOWN, False),
    ("Send the letter to the office.", Factuality.UNKNOWN, False),  # an order
    ("Ilse Brandt denied that the ferry sank.", Factuality.CERTAINLY_NOT, False),  # the denial is hers
    ("Ilse Brandt denied having met Tom Weir.", Factuality.CERTAINLY_NOT, False),
    ("Ilse Brandt asked whether the ferry sank.", Factuality.UNKNOWN, False),
    ("“The ferry did not sink,” Ilse Brandt said.", Factuality.CERTAINLY_NOT, True),
]


@pytest.mark.parametrize(("text", "factuality", "negated"), MOODS)
def test_moods(parser: Parser, text: str, factuality: Factuality, negated: bool) -> None:
    found = only(parser, text)
    assert (found.factuality, found.negated) == (factuality, negated)


PREDICATES = [
    # text, predicate, roles as "role head" or "role Name"
    ("The company paid Ilse Brandt.", "pay", ["subject company", "object Ilse Brandt"]),
    ("Ilse Brandt was paid by the company.", "pay", ["subject company", "object Ilse Brandt"]),  # turned around
    ("The company made a payment to Ilse Brandt.", "pay", ["subject company", "to Ilse Brandt"]),
    ("The police carried out a search of the depot.", "search", ["subject police", "object depot"]),
    ("Ilse Brandt gave Tom Weir a call.", "call", ["subject Ilse Brandt", "to Tom Weir"]),
    ("Three meetings were held between Ilse Brandt and Tom Weir.", "meet",
     ["subject Ilse Brandt", "subject Tom Weir"]),
    ("The council tendered its resignation.", "resign", ["subject council"]),
    ("Ilse Brandt had lunch with Tom Weir.", "dine", ["subject Ilse Brandt", "with Tom Weir"]),
    ("They sold six boats, each of them painted in the old way.", "sell", ["subject they", "object boat"]),
    ("The captain sat through five of those meetings.", "sit", ["subject captain", "through meeting"]),
    ("The captain was in the office to fetch his keys.", "be", ["subject captain", "in office"]),
    ("Tom Weir spoke on behalf of Ilse Brandt.", "speak", ["subject Tom Weir", "for Ilse Brandt"]),
    ("They met in advance of the vote.", "meet", ["subject they", "before vote"]),
    ("The report was wrong.", "wrong", ["subject report"]),
    ("The ferry began to sink.", "sink", ["subject ferry"]),  # the verb behind it carries the meaning
    ("It was in June that Ilse Brandt left the office.", "leave", ["subject Ilse Brandt", "object office"]),
    ("Ilse Brandt and Tom Weir sold the ferries.", "sell",
     ["subject Ilse Brandt", "subject Tom Weir", "object ferry"]),
    ("The captain, Tom Weir, signed the letter.", "sign", ["subject Tom Weir", "object letter"]),  # who he is
    ("“I sold the ferry,” said Ilse Brandt.", "sell", ["subject Ilse Brandt", "object ferry"]),  # "I" is who speaks
]  # fmt: skip


@pytest.mark.parametrize(("text", "predicate", "roles"), PREDICATES)
def test_predicates_and_roles(parser: Parser, text: str, predicate: str, roles: list[str]) -> None:
    found = findings(parser, text)
    names = {entity.id: entity.name for entity in found.entities}
    [p] = found.propositions
    assert p.predicate == predicate
    assert [f"{r.role} {names[r.entity] if r.entity else r.head}" for r in p.roles] == roles


def test_a_relative_pronoun_is_whom_it_stands_for(parser: Parser) -> None:
    text = "Ilse Brandt, who sold the ferry in May, said the owner fled."
    found = findings(parser, text)
    [brandt] = [entity.id for entity in found.entities if entity.name == "Ilse Brandt"]
    assert ("subject", brandt) in [(r.role, r.entity) for r in found.propositions[0].roles]


QUANTITIES = [
    # text, and its numbers as value, unit, bound
    ("The company paid £40,000.", [(40_000, "£", Bound.EXACT)]),
    ("The company paid $1.2 million.", [(1_200_000, "$", Bound.EXACT)]),
    ("The company paid about 3,500 euros.", [(3_500, "€", Bound.ABOUT)]),
    ("The company paid two hundred and forty thousand dollars.", [(240_000, "$", Bound.EXACT)]),
    ("They held five meetings.", [(5, "meeting", Bound.EXACT)]),
    ("They held no fewer than five long meetings.", [(5, "meeting", Bound.AT_LEAST)]),
    ("They met at least five times.", [(5, "time", Bound.AT_LEAST)]),
    ("They met twice.", [(2, "time", Bound.EXACT)]),
    ("She sat through five of those meetings.", [(5, "meeting", Bound.EXACT)]),
    ("They tested half a dozen panels.", [(6, "panel", Bound.EXACT)]),
    ("Dozens of panels broke.", [(24, "panel", Bound.ABOUT)]),
    ("Up to 300 workers left.", [(300, "worker", Bound.AT_MOST)]),
    ("Some 40 percent of the workers left.", [(40, "%", Bound.ABOUT)]),
    ("The council voted 5-2 to close the bridge.", [(5, "vote", Bound.EXACT), (2, "vote", Bound.EXACT)]),
    ("The board renewed the lease by five votes to two.", [(5, "vote", Bound.EXACT), (2, "vote", Bound.EXACT)]),
    ("The board approved the lease, four members in favor and three against.",
     [(4, "vote", Bound.EXACT), (3, "vote", Bound.EXACT)]),
    ("The crew worked on panel 14 in section 3.", []),  # labels count nothing
    ("The crew worked on panels 3 through 9.", []),
    ("Many Fortune 500 companies own ferries.", []),  # part of a name
    ("Once they had left, the ferry sank.", []),  # no count of times
    ("A five-member panel met.", [(5, "member", Bound.EXACT)]),
    ("They earned between $30,000 and $60,000.", [(30_000, "$", Bound.AT_LEAST), (60_000, "$", Bound.AT_MOST)]),
    ("They own forty-five to sixty boats.", [(45, "boat", Bound.AT_LEAST), (60, "boat", Bound.AT_MOST)]),
    ("The motion carried, four to two.", [(4, "vote", Bound.EXACT), (2, "vote", Bound.EXACT)]),
    ("The crew left on May 3, 2020.", []),  # nor do dates
    ("One of them left.", []),
    ("The ferry took 41 minutes to arrive.", [(41, "minute", Bound.EXACT)]),
    ("The meeting lasted more than two hours.", [(2, "hour", Bound.AT_LEAST)]),
    ("They met three days later.", []),  # a date
    ("She is 41 years old.", []),  # an age
]  # fmt: skip


@pytest.mark.parametrize(("text", "numbers"), QUANTITIES)
def test_quantities(parser: Parser, text: str, numbers: list[tuple[float, str, Bound]]) -> None:
    found = only(parser, text)
    assert [(q.value, q.unit, q.bound) for q in found.quantities] == numbers
    assert all(found.span.contains(q.span) for q in found.quantities)


TIMES = [
    ("The ferry sank in March 2021.", ["2021-03"]),
    ("In May 2020 the board met and Ilse Brandt resigned.", ["2020-05"]),  # before the clause that it is joined to
    ("The firm paid them between February and May of 2020.", ["2020-02/2020-05"]),  # not in February
    ("On May 19, 2020, Ilse Brandt said, the ferry sank.", ["2020-05-19"]),
    ("Ilse Brandt said on May 19, 2020 that the ferry sank.", []),  # that was when she spoke
]


@pytest.mark.parametrize(("text", "times"), TIMES)
def test_times_of_the_last_proposition(parser: Parser, text: str, times: list[str]) -> None:
    assert [str(t) for t in propositions(parser, text)[-1].times] == times


def test_terms_are_words_of_content(parser: Parser) -> None:
    found = only(parser, "In May 2020 Ilse Brandt sold three leaking ferries to the harbour's owners.")
    assert found.terms == ("sell", "leak", "ferry", "harbour", "owner")


def test_entities_are_those_referred_to(parser: Parser) -> None:
    found = findings(parser, "Ilse Brandt met Tom Weir. She gave him the letter.")
    names = {entity.id: entity.name for entity in found.entities}
    assert [[names[e] for e in p.entities] for p in found.propositions] == [["Ilse Brandt", "Tom Weir"]] * 2


def test_headings_and_boilerplate_state_nothing(parser: Parser) -> None:
    text = "Ferry Sinks Off Gullhaven\n\nThe ferry sank.\n\nShe subscribed to our letter."
    heading = Mark(MarkKind.HEADING, Span(0, 25))
    kept = Mark(MarkKind.BOILERPLATE, Span(text.index("She"), len(text)))
    assert [p.span.of(text) for p in findings(parser, text, heading, kept).propositions] == ["The ferry sank"]


def test_no_proposition_ends_inside_of_an_edit(parser: Parser) -> None:
    text = "The clerk paid the man [REDACTED] and the ferry sank."
    mark = Span(text.index("["), text.index(" the ferry"))  # its last word is no part of the clause
    edited = Text(text, edits=(Edit(mark, "redaction", "", 1),))
    found = find(Document("d0", "a.txt", "", "text/plain", Metadata(), edited), parser, learned()).propositions
    assert found
    for p in found:
        assert p.span.contains(mark) or not p.span.overlaps(mark)


def test_ids_are_unique_and_stable(parser: Parser) -> None:
    text = "Ilse Brandt told Tom Weir that the valve was broken. The ferry sank and the owner fled."
    first, second = (propositions(parser, text) for _ in range(2))
    assert first == second
    assert len({p.id for p in first}) == len(first)


WORDS = st.sampled_from(
    ("Ilse Brandt", "the ferry", "said", "that", "sank", "“", "”", ",", ".", ";", "who", "if", "five", "$3", "by which",
     "was", "told", "Tom Weir", "to", "deny", "no", "May 3, 2020", "(", ")", "—", "?", "meetings", "4-3", "\n\n", "and")
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, max_size=30))
def test_whatever_is_written_what_is_found_stands_there(parser: Parser, words: list[str]) -> None:
    text = " ".join(words)
    found = findings(parser, text)
    entities, statements = {e.id for e in found.entities}, {s.id for s in found.statements}
    assert len({p.id for p in found.propositions}) == len(found.propositions)
    for p in found.propositions:
        assert p.span.of(text).strip()
        assert all(p.span.contains(q.span) for q in p.quantities)
        assert entities.issuperset(p.entities)
        assert {r.entity for r in p.roles} <= entities | {None}
        assert p.statement is None or p.statement in statements
        assert p.chain


def test_nothing(parser: Parser) -> None:
    assert propositions(parser, "") == ()
