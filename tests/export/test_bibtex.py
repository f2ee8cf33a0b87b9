"""Documents as BibTeX: an entry each, in which nothing of a document is TeX."""

import io
import re

from sayso.casebook import Case
from sayso.export.bibtex import write_bibtex


def entries(case: Case, query: str = "") -> list[str]:
    out = io.BytesIO()
    written = write_bibtex(case, query, out)
    found = re.split(r"\n(?=@)", out.getvalue().decode().strip())
    assert written == len(found)
    return found


def depth(text: str) -> int:
    """Open braces at the end, as BibTeX counts them: a backslash changes nothing."""
    open_ = 0
    for character in text:
        open_ += {"{": 1, "}": -1}.get(character, 0)
        assert open_ >= 0
    return open_


def test_braces_match(case: Case) -> None:
    for entry in entries(case):
        assert depth(entry) == 0
        for line in entry.splitlines()[1:-1]:
            assert re.fullmatch(r"  [a-z]+ = \{.*\},", line)
            assert depth(line) == 0


def test_an_entry_has_what_is_known(case: Case) -> None:
    [entry] = entries(case, "outlet:Quarry")
    kind, *fields = entry.splitlines()[:-1]
    assert kind == "@online{ruiz2031safe,"
    assert r"  title = {{Safe, \textbraceleft{}says\textbraceright{} 100\% of Stroud \& Co\_}}," in fields
    assert "  author = {Ana Ruiz and {Dam, Inc.}}," in fields
    assert "  date = {2031-06-02}," in fields
    assert "  month = {6}," in fields
    assert "  url = {https://post.example/a?b=1&c=%7B2%7D}," in fields


def test_a_guessed_date_is_none(case: Case) -> None:
    [entry] = entries(case, "doc:scan")
    assert entry.startswith("@misc{")
    assert "date" not in entry


def test_keys_differ(case: Case) -> None:
    keys = [entry.split("{", 1)[1].split(",", 1)[0] for entry in entries(case)]
    assert len(set(keys)) == len(keys) == 3
    assert all(re.fullmatch(r"[a-z0-9-]+", key) for key in keys)
