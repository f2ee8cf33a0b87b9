"""One document as a person reads it."""

from collections import Counter

from rich.text import Text

from sayso.casebook import Case, StoredDocument
from sayso.cli.console import folded, printable
from sayso.cli.gaps import show_gaps
from sayso.cli.listing import day
from sayso.cli.sheet import Sheet
from sayso.cli.show_recognized import recognized_lines
from sayso.cli.show_thread import show_thread
from sayso.cli.statements import show_statements
from sayso.export.wording import ACTS, SURENESS
from sayso.model.findings import Findings
from sayso.model.redaction import redacted_share

_STATEMENTS = 20
_GAPS = 8
_BEGINNING = 600
_HEADERS = ("from", "to", "cc", "subject", "in-reply-to")


def show_document(book: Case, stored: StoredDocument) -> None:
    """What it is, how it begins, what was found in it."""
    sheet, document = Sheet(), stored.document
    known = document.metadata
    sheet.headline(Text(folded(known.title or stored.name), "bold"), document.id)
    sheet.fact("publisher", folded(known.publisher or ""))
    sheet.fact("by", folded(", ".join(known.authors)))
    sure = f" ({SURENESS[known.published_sure]})" if known.published_sure else ""
    sheet.fact("published", day(known.published) + sure if known.published else "not known")
    sheet.fact("address", folded(known.address or ""))
    sheet.fact("captured", folded(known.captured or ""))
    for name, value in known.headers:
        if name.lower() in _HEADERS:
            sheet.fact(name.lower(), folded(value))
    for number, place in enumerate(stored.locations):
        sheet.fact("" if number else "file", folded(place.path + (f"!{place.member}" if place.member else "")))
    if stored.state.value != "present":
        sheet.fact("state", f"the file is {stored.state.value}")
    pages = document.text.layout
    size = [f"{len(pages.pages):,} pages" if pages else "", f"{stored.words:,} words", known.language or ""]
    sheet.fact("size", " · ".join(part for part in (*size, document.media_type) if part))
    black = redacted_share(document.text)
    sheet.fact("blacked out", f"{black:.1%} of what is printed" if black else "")
    for line in recognized_lines(document.text):
        sheet.fact("recognized", line)
    findings = book.findings(document.id)
    sheet.fact("found", _counts(findings))
    sheet.fact("read", f"{stored.read_at:%Y-%m-%d %H:%M} with {folded(stored.read_with)}")
    for problem in stored.problems:
        sheet.fact("problem", folded(f"{problem.what} {problem.todo}"))
    sheet.blank()
    sheet.paragraph(Text(printable(_beginning(document.text.characters))))
    if known.headers:
        show_thread(book, document.id)
    if findings.statements:
        sheet.title(f"Who says what ({_of(_STATEMENTS, len(findings.statements))})")
        show_statements(list(book.statements(f"doc:{document.id}", limit=_STATEMENTS)), of_one_document=True)
    if findings.gaps:
        sheet.title(f"What is missing ({_of(_GAPS, len(findings.gaps))})")
        show_gaps(list(book.gaps(f"doc:{document.id}", limit=_GAPS)))


def _of(most: int, there: int) -> str:
    return f"the first {most} of {there:,}" if there > most else f"{there:,}"


def _counts(findings: Findings) -> str:
    """ "41 statements (30 says, 8 denies, …), 5 gaps, 12 people and organisations"."""
    acts = Counter(s.act for s in findings.statements)
    by_act = ", ".join(f"{ACTS[act]} {count:,}" for act, count in acts.most_common())
    parts = [
        f"{len(findings.statements):,} statements ({by_act})" if acts else "no statements",
        f"{len(findings.gaps):,} gaps",
        f"{len(findings.entities):,} people, organisations and places",
        f"{len(findings.citations):,} cited records" if findings.citations else "",
    ]
    return "; ".join(part for part in parts if part)


def _beginning(text: str) -> str:
    text = text.strip()
    if len(text) <= _BEGINNING:
        return text
    cut = text[:_BEGINNING]
    return (cut[: cut.rfind(" ")] if " " in cut else cut).rstrip() + " …"
