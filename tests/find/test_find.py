"""What holds for every finding of every text."""

import re
import time

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sayso.find import find
from sayso.find.parse import Parser
from sayso.model.document import Document, Edit, Mark, MarkKind, Metadata, Text
from sayso.model.findings import Findings
from sayso.model.gap import GapKind
from sayso.model.span import Span, merge
from tests.find.loaded import learned

INVENTED = (
    "Gullhaven Gazette\n\n"
    "Two officials, who asked not to be named, said on Tuesday that Mayor Ilse Brandt had been told about the valve."
    "\n\n"
    "“I never saw the memo,” Brandt said. “Ask [REDACTED].” According to the Courier, Orla Finch told the board:\n"
    "“It failed in May.\n\n“It failed again in June.”\n\n"
    "> On May 3, 2031 Finch wrote that she hoped to leave\n> the harbor before the fall.\n\n"
    "MS. FINCH: I don’t know who signed it.\n\nTHE CHAIR: Did the mayor?\n\n"
    "Sign up for our morning newsletter\n\nShare Tweet Print\n\nBrandt declined to comment. Finch could not be reached."
)
_CUTS = st.lists(
    st.tuples(
        st.integers(0, len(INVENTED)), st.integers(0, 40), st.sampled_from(["", " ", "\n", "\n\n", "“", '"', "’", "é"])
    ),
    max_size=4,
)


def mutated(cuts: list[tuple[int, int, str]]) -> str:
    text = INVENTED
    for at, length, instead in cuts:
        text = text[:at] + instead + text[at + length :]
    return text


def spans_of(found: Findings) -> list[Span]:
    spans = [
        s for x in found.statements for r in (x.attribution.source, x.attribution.cue, x.attribution.content) for s in r
    ]
    spans += [g.span for g in found.gaps if g.kind is not GapKind.REDACTION]  # those are the reader's own
    return spans


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(cuts=[(0, 37, ""), (6, 0, "“")], edits=[])  # a quotation that opens in a word: two contents share words
@given(cuts=_CUTS, edits=st.lists(st.tuples(st.integers(0, 900), st.integers(1, 12)), max_size=3))
def test_spans_are_exact(parser: Parser, cuts: list[tuple[int, int, str]], edits: list[tuple[int, int]]) -> None:
    text = mutated(cuts)
    places = merge(Span(a, min(a + n, len(text))) for a, n in edits if a < len(text))
    redacted = [Span(m, m + len("[REDACTED]")) for m in [text.find("[REDACTED]")] if m >= 0]
    document = Document(
        "d0",
        "a.txt",
        "",
        "text/plain",
        Metadata(),
        Text(
            text,
            edits=tuple(Edit(p, "other", "") for p in places),
            marks=tuple(Mark(MarkKind.REDACTION, s) for s in redacted),
        ),
    )
    found = find(document, parser, learned())
    for span in spans_of(found):
        assert 0 <= span.start < span.end <= len(text)
        for edit in places:
            assert not edit.start < span.start < edit.end
            assert not edit.start < span.end < edit.end
        inside_edits = any(e.contains(Span(i, i + 1)) for e in places for i in (span.start, span.end - 1))
        if not inside_edits:
            assert span == span.strip(text)
    for statement in found.statements:
        for span in (*statement.attribution.source, *statement.attribution.cue, *statement.attribution.content):
            assert not any(b.contains(span) for b in found.boilerplate)
        assert statement.chain
        assert 0 <= statement.confidence <= 1
    ids = [s.id for s in found.statements] + [g.id for g in found.gaps]
    assert len(ids) == len(set(ids))


def test_everything_at_once(parser: Parser) -> None:
    found = find(Document("d0", "a.txt", "", "text/plain", Metadata(), Text(INVENTED)), parser, learned())
    assert [b.of(INVENTED) for b in found.boilerplate] == ["Sign up for our morning newsletter", "Share Tweet Print"]
    assert {g.kind for g in found.gaps} >= {"withheld-source", "no-comment", "no-response"}
    assert len(found.statements) >= 5


def test_nothing_from_nothing(parser: Parser) -> None:
    assert find(Document("d0", "a.txt", "", "text/plain", Metadata(), Text("")), parser, learned()) == Findings()


def test_a_redaction_is_taken_whole(parser: Parser) -> None:
    text = "[REDACTED] said that the valve had failed. Ms. [REDACTED] told Brandt that [REDACTED] had paid."
    marks = tuple(Mark(MarkKind.REDACTION, Span(m.start(), m.end())) for m in re.finditer(r"\[REDACTED\]", text))
    found = find(
        Document("d0", "a.txt", "", "text/plain", Metadata(language="en"), Text(text, marks=marks)), parser, learned()
    )
    assert [s.attribution.source[0].of(text) for s in found.statements] == ["[REDACTED]"] * 2
    for span in spans_of(found):
        assert not any(m.span.start < edge < m.span.end for m in marks for edge in (span.start, span.end))


def test_a_run_without_blanks_costs_no_minutes(parser: Parser) -> None:
    text = "Ann Bell said the lock was open. " + "(" * 100_000 + " Tom Roe denied that."
    began = time.process_time()
    parsed = parser.parse(text, [Span(0, len(text))])
    assert time.process_time() - began < 5
    assert [t.text for t in parsed.tokens][-5:] == ["Tom", "Roe", "denied", "that", "."]
