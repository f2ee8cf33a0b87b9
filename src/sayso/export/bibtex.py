"""Documents as BibTeX, for BibLaTeX and for programs that keep references (Zotero, JabRef)."""

import re
import unicodedata
from collections.abc import Mapping
from typing import IO
from urllib.parse import quote

from sayso.casebook import Case, DocumentRow
from sayso.export.prefix_dates import prefix_dates
from sayso.model.document import Sureness

_TEX: Mapping[str, str] = {
    "\\": r"\textbackslash{}",
    # BibTeX counts braces whether or not a backslash stands before them.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_IN_ADDRESSES = ":/?&=+,;@!*()-._~%#[]'$"
"""Characters that mean something in an address, or are harmless in it; others are percent-encoded."""


def write_bibtex(case: Case, query: str, out: IO[bytes]) -> int:
    """Write an entry for each document that the query asks for; returns how many."""
    used: set[str] = set()
    for number, row in enumerate(case.documents(query)):
        entry = _entry(row, _key(row, used))
        out.write((("\n" if number else "") + entry).encode("utf-8", "replace"))
    return len(used)


def _entry(row: DocumentRow, key: str) -> str:
    known = row.metadata
    # What is only guessed is no date of a reference.
    when = known.published if known.published_sure is not Sureness.GUESSED else None
    address = known.address if known.address and known.address.startswith(("http://", "https://")) else None
    is_article = bool(known.publisher and known.title and not address)
    first = (prefix_dates(when).first or "").split("-") if when else []
    fields = {
        "author": " and ".join(_author(name) for name in known.authors),
        # In braces of its own, so that no style changes its capitals.
        "title": f"{{{_tex(known.title or row.name)}}}",
        "journal" if is_article else "organization": f"{{{_tex(known.publisher)}}}" if known.publisher else "",
        "date": when.edtf if when else "",
        "year": first[0] if first else "",
        "month": str(int(first[1])) if len(first) > 1 else "",
        "url": quote(address, safe=_IN_ADDRESSES) if address else "",
        "note": _tex(f"Sayso {row.id}, {row.name}"),
    }
    kind = "online" if address else "article" if is_article else "misc"
    return (
        f"@{kind}{{{key},\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value) + "}\n"
    )


def _author(name: str) -> str:
    """A name as BibTeX takes it apart; one that it would take apart wrongly in braces, as a whole."""
    whole = "," in name or " and " in f" {name.lower()} "
    return f"{{{_tex(name)}}}" if whole else _tex(name)


def _tex(text: str) -> str:
    """Words on one line in which no character means anything to TeX."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return "".join(_TEX.get(c, c) for c in line)


def _key(row: DocumentRow, used: set[str]) -> str:
    """Family name, year and first long word of the title, in ASCII; with a letter where that was used already."""
    known = row.metadata
    first = known.authors[0] if known.authors else ""
    names = first.partition(",")[0].split()
    # "Holm, Theodora" begins with the family name, "Theodora Holm" ends with it.
    family = (" ".join(names) if "," in first else names[-1] if names else "") or known.publisher or "anon"
    year = str(known.published.earliest or known.published.latest)[:4] if known.published else ""
    word = next((w for w in _plain(known.title or row.name).split() if len(w) > 3), "")
    base = "".join(_plain(f"{family} {year} {word}").split()) or row.id
    key, number = base, 0
    while key in used:
        number += 1
        key = f"{base}{_LETTERS[number - 1] if number <= len(_LETTERS) else f'-{number}'}"
    used.add(key)
    return key


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", " ", folded)
