"""`sayso review claims`, by options and at the keyboard, and `sayso review statements` and `events`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.errors import UsageError
from tests.cli.conftest import Run

Found = dict[str, object]
Decide = Callable[..., str]


def claims(run: Run, *query: str) -> list[Found]:
    found: list[Found] = json.loads(run("claims", *query, "--json").stdout)["claims"]
    return found


def release(run: Run) -> Found:
    """The claim of the fisherman's words: that solvent was released."""
    return next(claim for claim in claims(run) if at(claim, "herald.txt", "released solvent"))


def meeting(run: Run) -> Found:
    return next(claim for claim in claims(run) if at(claim, "ledger.txt", "Bram Teague"))


def positions(claim: Found) -> list[Found]:
    held = claim["statements"]
    assert isinstance(held, list)
    return held


def at(claim: Found, document: str, words: str) -> int | None:
    """The number of the passage of a document that holds these words."""
    for number, position in enumerate(positions(claim), 1):
        if position["doc"] == document and words in str(position["words"]):
            return number
    return None


def with_letter(run: Run) -> list[str]:
    """The other documents of the claim in which the letter says that nothing was released."""
    [claim] = [claim for claim in claims(run) if at(claim, "letter.txt", "did not release")]
    return sorted({str(p["doc"]) for p in positions(claim) if "Solvent from" in str(p["words"])})


def number(claim: Found, document: str, words: str) -> str:
    found = at(claim, document, words)
    assert found is not None
    return str(found)


@pytest.fixture
def decide(change: Run) -> Decide:
    """Decides as Eva; gives what is said."""

    def decided(*arguments: str, stdin: str = "") -> str:
        return " ".join(change("review", "claims", *arguments, "--as", "Eva", stdin=stdin).stdout.split())

    return decided


def test_a_confirmed_claim_is_confirmed_in_all_its_passages(change: Run, decide: Decide) -> None:
    seen = {position["id"] for position in positions(release(change))}
    assert decide("--confirm", str(release(change)["id"])).startswith("The claim is right, says Eva (decision 1;")
    confirmed = {position["id"] for position in positions(release(change)) if position["confirmed"]}
    assert confirmed >= seen
    assert "]  confirmed" in change("claims", str(release(change)["id"])).stdout


def test_a_split_passage_goes_elsewhere_and_comes_back(change: Run, decide: Decide) -> None:
    before = release(change)
    out = number(before, "letter.txt", "did not release")
    assert "something else" in decide("--split", str(before["id"]), out)
    assert with_letter(change) == []  # the claim was shown with what the ledger and its reprint say
    assert "undone" in decide("--undo", "1")
    assert with_letter(change) == ["courier.txt", "ledger.txt"]


def test_joined_claims_are_one(change: Run, decide: Decide) -> None:
    one, other = release(change), meeting(change)
    assert one["id"] != other["id"]
    assert "The two claims are one" in decide("--join", str(one["id"]), str(other["id"]))
    assert at(release(change), "ledger.txt", "Bram Teague") is not None
    decide("--undo", "1")
    assert at(release(change), "ledger.txt", "Bram Teague") is None


@pytest.mark.parametrize("stance", ["denies", "reports"])
def test_a_stance_is_what_a_person_says(change: Run, decide: Decide, stance: str) -> None:
    before = release(change)
    which = number(before, "herald.txt", "released solvent")
    decide("--stance", str(before["id"]), which, stance)
    claim = release(change)
    [position] = [p for p in positions(claim) if p["doc"] == "herald.txt" and "released" in str(p["words"])]
    assert position["stance"] == stance
    assert int(str(claim["independent"])) < int(str(before["independent"]))  # Renn supports it no more


def test_two_passages_go_back_to_one_origin(change: Run, decide: Decide) -> None:
    before = release(change)
    first, second = number(before, "herald.txt", "released"), number(before, "ledger.txt", "Solvent from")
    decide("--one-origin", str(before["id"]), first, second)
    assert (before["independent"], release(change)["independent"]) == (2, 1)
    decide("--undo", "1")
    assert release(change)["independent"] == 2


def test_two_passages_go_back_to_two_origins(change: Run, decide: Decide) -> None:
    before = meeting(change)
    assert before["independent"] == 1
    first, second = number(before, "ledger.txt", "Bram"), number(before, "courier.txt", "Bram")
    decide("--two-origins", str(before["id"]), first, second)
    assert meeting(change)["independent"] == 2


def test_decisions_are_signed_and_logged(change: Run, decide: Decide) -> None:
    decide("--confirm", str(release(change)["id"]))
    decide("--undo", "1")
    log = json.loads(change("log", "--json").stdout)
    assert [(row["by"], row["action"]) for row in log[:2]] == [("Eva", "undone"), ("Eva", "claim confirmed")]
    assert "fits" in change("log", "--verify").stdout


def test_decisions_hold_when_documents_are_read_again_and_others_come(
    change: Run, decide: Decide, tmp_path: Path
) -> None:
    before = release(change)
    decide("--stance", str(before["id"]), number(before, "herald.txt", "released"), "reports")
    decide("--split", str(before["id"]), number(before, "letter.txt", "did not release"))
    change("anchors", "add", "the river", "2031-03-02")  # whatever names it is read anew
    (tmp_path / "more.txt").write_text(
        "The Selby mill released solvent into the river on March 2, 2031, a diver said.\n"
    )
    done = change("add", str(tmp_path / "more.txt"), "--workers", "1").stdout
    assert "Read" in done
    claim = release(change)
    assert at(claim, "more.txt", "released") is not None
    [position] = [p for p in positions(claim) if p["doc"] == "herald.txt" and "released" in str(p["words"])]
    assert position["stance"] == "reports"
    assert with_letter(change) == []


def test_a_rejected_statement_bears_on_no_claim(change: Run) -> None:
    [statement] = {str(p["statement"]) for p in positions(release(change)) if "9,000" not in str(p["words"])
                   and p["doc"] == "herald.txt" and "released" in str(p["words"])}  # fmt: skip
    said = change("review", "statements", "--reject", statement, "--as", "Eva").stdout
    assert f"{statement} is wrong, says Eva (decision 1)." in said
    assert not any(at(claim, "herald.txt", "released") for claim in claims(change))
    change("review", "statements", "--undo", statement)
    assert at(release(change), "herald.txt", "released")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--confirm", "k0", "--undo", "1"), "Give one of"),
        (("--confirm", "k000000000000"), "k000000000000"),
        (("--undo", "7"), "no decision 7"),
        (("--split", "ID", "99"), "no number 99"),
        (("--split", "ID", "0"), "no number 0"),
        (("--join", "ID", "ID"), "one claim already"),
        (("--one-origin", "ID", "1", "99"), "no number 99"),
    ],
)
def test_what_is_not_there_is_told_and_decides_nothing(
    change: Run, decide: Decide, arguments: tuple[str, ...], words: str
) -> None:
    id = str(release(change)["id"])
    with pytest.raises(UsageError, match=words):
        decide(*(id if argument == "ID" else argument for argument in arguments))
    assert not [row for row in json.loads(change("log", "--json").stdout) if row["by"] == "Eva"]


# --- at the keyboard: a letter a line, as whoever has no terminal types it


def test_a_sitting_shows_a_claim_and_takes_a_letter(change: Run, decide: Decide) -> None:
    id = str(release(change)["id"])
    shown = decide(id, stdin="y\n")
    assert "1 of 1 claims" in shown
    assert "Supports it (" in shown
    assert shown.endswith("1 decided. `sayso log` shows who decided what.")
    assert positions(release(change))[0]["confirmed"]


def test_a_sitting_goes_on_skips_and_leaves(change: Run, decide: Decide) -> None:
    shown = decide(stdin="s\nq\n")
    assert "2 of" in shown
    assert "3 of" not in shown
    assert shown.endswith("Nothing was decided.")


def test_what_was_confirmed_is_not_asked_again(change: Run, decide: Decide) -> None:
    assert "1 of 1 claims" in decide("swans", stdin="y\n")
    assert decide("swans", stdin="q\n") == "Nothing was decided."


def test_a_letter_that_is_none_is_explained(change: Run, decide: Decide) -> None:
    shown = decide(str(release(change)["id"]), stdin="x\nq\n")
    assert shown.count("y right · n take a passage out") == 2


def test_a_passage_is_taken_out(change: Run, decide: Decide) -> None:
    claim = release(change)
    decide(str(claim["id"]), stdin=f"n\n{number(claim, 'letter.txt', 'did not release')}\n")
    assert with_letter(change) == []


def test_a_number_that_is_none_is_asked_again(change: Run, decide: Decide) -> None:
    shown = decide(str(release(change)["id"]), stdin="n\n99\ns\n")
    assert "there is no number 99" in shown
    assert shown.endswith("Nothing was decided.")


def test_a_stance_is_set(change: Run, decide: Decide) -> None:
    claim = release(change)
    decide(str(claim["id"]), stdin=f"e\n{number(claim, 'herald.txt', 'released')}\nr\n")
    [position] = [p for p in positions(release(change)) if p["doc"] == "herald.txt" and "released" in str(p["words"])]
    assert position["stance"] == "reports"


@pytest.mark.parametrize(("answer", "independent"), [("y", 1), ("n", 2)])
def test_origins_are_joined_or_kept_apart(change: Run, decide: Decide, answer: str, independent: int) -> None:
    claim = release(change)
    first, second = number(claim, "herald.txt", "released"), number(claim, "ledger.txt", "Solvent from")
    decide(str(claim["id"]), stdin=f"o\n{first}\n{second}\n{answer}\n")
    assert release(change)["independent"] == independent


def test_a_claim_stays_open(change: Run, decide: Decide) -> None:
    decide(str(release(change)["id"]), stdin="h\n")
    assert json.loads(change("log", "--json").stdout)[0]["action"] == "claim held"


def test_the_last_letter_is_undone_and_asked_again(change: Run, decide: Decide) -> None:
    shown = decide(stdin="y\nu\nq\n")
    assert "Decision 1 is undone." in shown
    assert shown.count("1 of ") == 2
    assert shown.endswith("Nothing was decided.")
    assert not any(position["confirmed"] for claim in claims(change) for position in positions(claim))


def states(run: Run, *query: str) -> list[str]:
    return [row["state"] for row in json.loads(run(*query, "--json").stdout)]


def test_statements_and_events_are_decided_letter_by_letter(change: Run) -> None:
    shown = change("review", "statements", "speaker:Renn", "--as", "Eva", stdin="y\nu\ny\nq\n").stdout
    assert shown.count("1 of ") == 2
    assert "1 decided. `sayso log` shows" in shown
    assert states(change, "statements", "speaker:Renn").count("confirmed") == 1
    change("review", "events", "--as", "Eva", stdin="n\nq\n")
    assert states(change, "events", "state:rejected") == ["rejected"]


def test_what_can_not_be_told_yet_is_asked_again_last(change: Run) -> None:
    first = change("review", "statements", "speaker:Renn", stdin="h\nq\n").stdout
    again = change("review", "statements", "speaker:Renn", stdin="q\n").stdout
    asked = first.split("2 of ")[0].split("how sure")[0]
    assert asked.split()[0] == "1"
    assert asked != again.split("how sure")[0]


def test_one_unknown_id_decides_nothing(change: Run) -> None:
    [first, *_] = json.loads(change("statements", "--json").stdout)
    with pytest.raises(UsageError, match="s000"):
        change("review", "statements", "--confirm", first["id"], "--confirm", "s000000000000")
    assert json.loads(change("statements", "--json").stdout)[0]["state"] == "suggested"


def test_one_id_is_not_right_and_wrong(change: Run) -> None:
    with pytest.raises(UsageError, match="twice"):
        change("review", "statements", "--confirm", "s1", "--reject", "s1")
