"""Copies of documents: what is one, what only looks like one, and which came first."""

import random
from collections.abc import Collection
from dataclasses import replace

import pytest

from sayso.model.span import Span
from sayso.weigh.copies import Looked, copies_in, find_copies, look
from sayso.weigh.copy_direction import original_of
from sayso.weigh.source import Source
from tests.weigh.made import source

_SYLLABLES = ("har", "cil", "fer", "bud", "let", "qua", "riv", "mar", "bri", "win", "tow", "lam", "gar", "led", "mo")


def _story(seed: int, length: int = 240) -> str:
    dice = random.Random(seed)
    words = ["".join(dice.choices(_SYLLABLES, k=2)) for _ in range(length)]
    sentences = [" ".join(words[at : at + 12]).capitalize() + "." for at in range(0, length, 12)]
    return "\n\n".join(" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3))


def _replaced(text: str, share: float) -> str:
    dice = random.Random(7)
    return " ".join("other" + str(dice.randrange(999)) if dice.random() < share else word for word in text.split())


def _pairs(*texts: str, media_type: str = "text/html", publisher: str | None = None) -> list[tuple[str, str]]:
    sources = [source(f"d{n}", text, media_type=media_type, publisher=publisher) for n, text in enumerate(texts)]
    return [(copy.first, copy.second) for copy in find_copies(sources)]


STORY, OTHER = _story(1), _story(2)
SPEECH = " ".join(_story(3, 120).split())
NOTICE = " ".join(_story(4, 60).split())

COPIES = [
    (STORY, STORY),  # the same words
    (STORY, "\n\n".join(STORY.split("\n\n")[:3])),  # cut from the end
    (STORY, "\n\n".join(reversed(STORY.split("\n\n")))),  # paragraphs moved
    (STORY, _replaced(STORY, 0.2)),  # every fifth word another: half of the runs of three are left
    (STORY, _replaced(STORY, 0.3)),  # a third of them is left
    (STORY, STORY.upper()),  # capitals
    (STORY, STORY.replace("\n\n", "\n")),  # other line breaks
    (STORY, NOTICE + "\n\n" + STORY + "\n\n" + _story(5, 48)),  # with a new lead and a paragraph of its own
]


@pytest.mark.parametrize(("one", "other"), COPIES)
def test_copies(one: str, other: str) -> None:
    assert _pairs(one, other) == [("d0", "d1")]


NO_COPIES = [
    (STORY, OTHER),  # nothing in common
    (f"{STORY} “{SPEECH}”", f"{OTHER} “{SPEECH}”"),  # one speech in two stories
    (f'{STORY}\n\n"{SPEECH}"', f'{OTHER}\n\n"{SPEECH}"'),  # in straight quotation marks
    (f"{STORY}\n\n{NOTICE}", f"{OTHER}\n\n{NOTICE}"),  # one notice at the end
    (STORY, OTHER + "\n\n" + STORY.split("\n\n")[2]),  # a paragraph of the other
    ("", ""),  # nothing at all
    ("Too short.", "Too short."),  # too little to tell
]


@pytest.mark.parametrize(("one", "other"), NO_COPIES)
def test_no_copies(one: str, other: str) -> None:
    assert _pairs(one, other) == []


def test_a_release_in_part_is_cited_and_not_copied() -> None:
    release = _story(6, 300)
    assert _pairs(release, OTHER + "\n\n" + "\n\n".join(release.split("\n\n")[:2])) == []


def test_boilerplate_does_not_count() -> None:
    notice = _story(10, 900)
    one, other = source("a", f"{STORY}\n\n{notice}"), source("b", f"{OTHER}\n\n{notice}")
    assert find_copies([one, other])
    kept_out = [replace(s, boilerplate=(Span(s.text.index(notice), len(s.text)),)) for s in (one, other)]
    assert find_copies(kept_out) == ()


def test_documents_of_one_publisher_repeat_their_background() -> None:
    assert _pairs(_replaced(STORY, 0.33), STORY) == [("d0", "d1")]
    assert _pairs(_replaced(STORY, 0.33), STORY, publisher="The Bay Herald") == []


def test_a_reply_is_no_copy_of_the_mail_quoted_below() -> None:
    reply = f"Thanks, I will look at it tonight and call the board.\n\nOn Mon, 3 May 2021, Ada Brandt wrote:\n{STORY}"
    assert _pairs(STORY, reply, media_type="message/rfc822") == []
    assert _pairs(STORY, STORY, media_type="message/rfc822") == [("d0", "d1")]


def test_disclaimers_under_many_mails_make_no_copies() -> None:
    mails = [f"{_story(20 + n, 36)}\n\n{_story(4, 90).replace(chr(10), ' ')}" for n in range(4)]
    assert _pairs(*mails, media_type="message/rfc822") == []


def test_every_pair_of_a_group_whatever_the_order() -> None:
    sources = [source(f"d{n}", _replaced(STORY, 0.05 * n)) for n in range(4)]
    told = find_copies(sources)
    assert len(told) == 6
    assert find_copies(sources[::-1]) == told


def test_one_by_one_comes_to_the_same_and_looks_at_no_pair_again() -> None:
    stories = [source(f"d{n}", _replaced(STORY, 0.05 * n), media_type="text/html") for n in range(3)]
    notice = _story(4, 90).replace("\n", " ")
    mails = [source(f"m{n}", f"{_story(20 + n, 36)}\n\n{notice}", media_type="message/rfc822") for n in range(4)]
    every = {s.id: s for s in (*stories, *mails)}
    looked, asked = Looked({}, {}), list[str]()

    def sources(ids: Collection[str]) -> list[Source]:
        asked.extend(ids)
        return [every[id] for id in ids]

    for there, id in enumerate(("m3", "d1", "m0", "d2", "d0", "m2", "m1"), 1):
        looked = look({id}, looked.prints, looked.outcomes, sources)
        given = [s for s in every.values() if s.id in looked.prints]
        assert len(given) == there
        assert copies_in(looked.outcomes) == find_copies(given)
    asked.clear()
    assert look((), looked.prints, looked.outcomes, sources) == looked
    assert not asked
    without = {id: one for id, one in looked.prints.items() if id != "m2"}
    assert copies_in(look((), without, looked.outcomes, sources).outcomes) == find_copies(
        [s for s in every.values() if s.id != "m2"]
    )


def test_a_crowd_is_joined_without_all_its_pairs() -> None:
    sources = [source(f"d{n:03}", STORY) for n in range(80)]
    told = find_copies(sources)
    assert {c.second for c in told} | {c.first for c in told} == {s.id for s in sources}
    assert len(told) < 200


# (first publisher, its text, second publisher, its text, the id of the original)
DIRECTIONS = [
    ("The Mirror", "This article first appeared in the Bay Ledger on May 3.", "Bay Ledger", "Text.", "b"),  # a notice
    ("The Mirror", "HEXAM (CW) – Text.", "Coastal Wire", "Text.", "b"),  # a code in the dateline
    ("The Mirror", "HEXAM (Reuters) - Text.", "Reuters", "Text.", "b"),  # a name in the dateline
    ("The Mirror", "By Ann Oak\nCoastal Wire\n\nText.", "Coastal Wire", "Text.", "b"),  # a byline
    ("The Mirror", "Text.", "Coastal News Service", "Text.", "b"),  # who writes for others
    (
        "The Mirror",
        "Oak told the Ledger that it was late.",
        "Bay Ledger",
        "Oak told the Ledger that.",
        "b",
    ),  # whose work
    ("The Mirror", "Text.", "Bay Ledger", "Text.", None),  # nothing tells
    (None, "Text.", None, "Text.", None),
]


@pytest.mark.parametrize(("publisher", "text", "other", "other_text", "original"), DIRECTIONS)
def test_direction(publisher: str | None, text: str, other: str | None, other_text: str, original: str | None) -> None:
    one, two = source("a", text, publisher=publisher), source("b", other_text, publisher=other)
    assert original_of(one, two)[0] == original
    assert original_of(two, one)[0] == original


def test_the_earlier_one_is_the_original() -> None:
    one, two = source("a", "Text.", published="2021-05-04"), source("b", "Text.", published="2021-05-03")
    assert original_of(one, two)[0] == "b"
    assert original_of(one, replace(two, metadata=one.metadata))[0] is None
    assert original_of(one, source("c", "Text.", published="2021-05"))[0] is None  # may be later
