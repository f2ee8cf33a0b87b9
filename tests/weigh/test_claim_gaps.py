"""What is missing about a claim: the gaps of documents that bear on it."""

from dataclasses import replace

import pytest

from sayso.model.findings import finding_id
from sayso.model.gap import Gap, GapKind
from sayso.weigh.claim_gaps import gaps_of
from sayso.weigh.cluster import Member
from tests.weigh.made import Said, known, members, span_of, told

EHRLICH, SORN = known("Rosa Ehrlich"), known("Greta Sorn")
TOLD = "the cable had lost a third of its strands"
HEAD = "A foreman said that the cable had lost a third of its strands, and that Greta Sorn knew."
FAR = "\n\nThe bridge carries forty thousand cars.\n\nIt was built in 1931.\n\nThe river is wide there."
NO_COMMENT, NO_RESPONSE = GapKind.NO_COMMENT, GapKind.NO_RESPONSE

# (text, the gap's sentence, its kind, whether it bears on the claim)
ROWS = [
    (f"{HEAD} Sorn declined to comment.", "Sorn declined to comment.", NO_COMMENT, True),  # right behind
    (f"{HEAD}\n\nSorn declined to comment.", "Sorn declined to comment.", NO_COMMENT, True),  # names somebody of it
    (f"{HEAD}\n\nThe mayor had no comment.", "The mayor had no comment.", NO_COMMENT, False),  # somebody else
    (
        f"{HEAD}\n\nThe mayor would not discuss the cable or its strands.",
        "The mayor would not discuss the cable or its strands.",
        NO_COMMENT,
        True,
    ),  # speaks to it
    (f"{HEAD}{FAR}\n\nSorn declined to comment.", "Sorn declined to comment.", NO_COMMENT, False),  # far off
    (f"Sorn did not call back.\n\n{HEAD}", "Sorn did not call back.", NO_RESPONSE, False),  # before it
    (f"{HEAD} It is not clear who cut it.", "It is not clear who cut it.", GapKind.OPEN_QUESTION, True),
    (f"{HEAD} He asked not to be named.", "He asked not to be named.", GapKind.WITHHELD_SOURCE, True),
    (f"{HEAD}\n\nHe asked not to be named.", "He asked not to be named.", GapKind.WITHHELD_SOURCE, True),
    (f"{HEAD}{FAR} She asked not to be named.", "She asked not to be named.", GapKind.WITHHELD_SOURCE, False),
    (f"{HEAD} [REDACTED] signed it.", "[REDACTED]", GapKind.REDACTION, False),  # in another sentence
    (f"{HEAD[:-1]} and [REDACTED] knew.", "[REDACTED]", GapKind.REDACTION, True),
]


@pytest.mark.parametrize(("text", "words", "kind", "bears"), ROWS)
def test_what_bears_on_a_claim(text: str, words: str, kind: GapKind, bears: bool) -> None:
    (member,) = members(told("a", text, Said(TOLD, ("A foreman",), (1, 1)), people=(EHRLICH, SORN)))
    span = span_of(text, words)
    gap = Gap(finding_id("g", "a", span), kind, span, None, None)
    within = Member(replace(member.source, gaps=(gap,)), member.proposition, member.stance, member.why)
    assert gaps_of([within]) == ((gap.id,) if bears else ())
