"""Documents made to be slow: weighing takes time in proportion to their length."""

import time

import pytest

from sayso.model.claim import Stance
from sayso.model.proposition import Proposition
from sayso.model.span import Span
from sayso.model.statement import Factuality, Voice
from sayso.weigh.cluster import Cluster, Member
from sayso.weigh.copies import find_copies
from sayso.weigh.origins import case_of, weigh_cluster
from sayso.weigh.source import Verdicts
from tests.weigh.made import known, source

_LENGTH = 60_000
_SECONDS = 3.0
_RUNS = (
    "A",
    "\n \n",
    " ",
    "“",
    '"',
    "’",
    "(A",
    ". A",
    "Mr. ",
    "Ada Brandt ",
    "lawyer for ",
    "Ada's lawyer, ",
    "the paper ",
)
_MORE = (
    "PLAINTIFF,\n v.\n",
    ", said ",
    "told her ",
    "From: x\nTo: y\n",
    "On wrote:\n",
    "the same a b ",
    "records of a b ",
)


@pytest.mark.parametrize("run", [*_RUNS, *_MORE])
@pytest.mark.parametrize("media_type", ["text/html", "message/rfc822"])
def test_long_runs(run: str, media_type: str) -> None:
    text = run * (_LENGTH // len(run))
    people = {"e": known("Ada Brandt")}
    one = source("a", text, publisher="The Bay Ledger", media_type=media_type, people=people)
    at = Span(_LENGTH // 3, _LENGTH // 3 + 40)
    said = Proposition("q", at, None, (Voice("x"),), Factuality.CERTAIN, False, "", (), (), (), (), ())
    start = time.process_time()
    find_copies([one, source("b", text[:-3], media_type=media_type)])
    weigh_cluster(Cluster("k", "q", (Member(one, said, Stance.SUPPORTS, ()),)), case_of({"a": one}, ()), Verdicts())
    assert time.process_time() - start < _SECONDS
