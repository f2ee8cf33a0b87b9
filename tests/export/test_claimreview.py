"""ClaimReview drafts: what the claim rests on, and no rating."""

import io
import json
from typing import Any

import pytest

from sayso.casebook import Case
from sayso.export.claimreview import write_claimreview


@pytest.fixture(scope="module")
def review(case: Case) -> dict[str, Any]:
    out = io.BytesIO()
    assert write_claimreview(case, "", out) == 1
    made = json.loads(out.getvalue())
    assert made["@context"][0] == "https://schema.org"
    [found] = made["@graph"]
    assert isinstance(found, dict)
    return found


def test_a_draft_has_no_rating(review: dict[str, Any]) -> None:
    assert review["@type"] == "ClaimReview"
    assert review["creativeWorkStatus"] == "Draft"
    assert not {"reviewRating", "author", "datePublished", "url"} & set(review)


def test_appearances_are_the_documents_that_have_it(review: dict[str, Any]) -> None:
    claim = review["itemReviewed"]
    first, second = claim["appearance"]
    assert first["url"] == "https://post.example/a?b=1&c={2}"
    assert first["text"] == "Stroud met Ilya Moreau at the quarry"
    assert (first["datePublished"], claim["datePublished"]) == ("2031-06-02", "2031-06-02")
    assert second["name"] == "scan.pdf"
    assert "datePublished" not in second  # only guessed
    assert (first["sayso:state"], second["sayso:state"]) == ("confirmed", "suggested")


def test_only_named_origins_are_authors(review: dict[str, Any]) -> None:
    assert review["itemReviewed"]["author"] == [{"@type": "Person", "name": "Ilya Moreau"}]


def test_denials_stand_apart(review: dict[str, Any]) -> None:
    [denial] = review["sayso:denials"]
    assert denial["text"] == "Moreau did not call Stroud"
    assert (review["sayso:independent"], review["sayso:independentMax"]) == (1, 2)
    assert review["sayso:state"] == "partly confirmed"
