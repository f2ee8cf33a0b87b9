"""`sayso documents --duplicates`: groups of documents that are nearly one text. They are grouped, never hidden: where
they differ may be the story.
"""

from collections.abc import Iterator, Sequence

from rich.text import Text

from sayso.casebook import Case, DocumentRow
from sayso.cli.console import folded, output, print_json, shorten, table
from sayso.cli.listing import doubtful_day
from sayso.export.claim_words import counted
from sayso.model.claim import Copy


def show_copies(book: Case, *, as_json: bool) -> None:
    """Each group with what shows that its documents are copies, the original first where the texts tell."""
    rows = {row.id: row for row in book.documents()}
    copies = [copy for copy in book.copies() if copy.first in rows and copy.second in rows]
    if as_json:
        print_json([_json(copy, rows[copy.first], rows[copy.second]) for copy in copies])
        return
    groups = list(_groups(copies))
    for group in groups:
        held = [copy for copy in copies if copy.first in group]
        originals = {copy.original for copy in held}
        order = sorted(group, key=lambda id: (id not in originals, _date(rows[id]), rows[id].name))
        output().print(
            table(
                (("published", 0), ("outlet or author", 3), ("title", 5), ("file", 4), ("id", 0)),
                [_row(rows[id], original=id in originals) for id in order],
            )
        )
        for copy in held:
            pair = f"{folded(rows[copy.first].name)} and {folded(rows[copy.second].name)}"
            output().print(Text(f"  {pair}: {copy.share:.0%} of the shorter; {folded(copy.reason)}", "dim"))
        output().print()
    count = sum(len(group) for group in groups)
    output().print(
        f"{counted(len(groups), 'group')} of {count} documents." if groups else "No two documents are nearly one text."
    )


def _groups(copies: Sequence[Copy]) -> Iterator[frozenset[str]]:
    """Documents joined by copies, directly or not, in order of their ids."""
    group: dict[str, frozenset[str]] = {}
    for copy in copies:
        joined = group.get(copy.first, frozenset({copy.first})) | group.get(copy.second, frozenset({copy.second}))
        group.update(dict.fromkeys(joined, joined))
    yield from sorted(set(group.values()), key=lambda found: min(found))


def _row(row: DocumentRow, *, original: bool) -> list[str | Text]:
    known = row.metadata
    outlet = folded(known.publisher or ", ".join(known.authors))
    return [
        doubtful_day(known.published, known.published_sure),
        Text.assemble(outlet, ("  copied by others" if original else "", "dim")),
        shorten(known.title or "", 80),
        folded(row.name),
        row.id,
    ]


def _date(row: DocumentRow) -> str:
    return row.metadata.published.edtf if row.metadata.published else "9999"


def _json(copy: Copy, first: DocumentRow, second: DocumentRow) -> dict[str, object]:
    return {
        "first": {"id": first.id, "name": first.name},
        "second": {"id": second.id, "name": second.name},
        "share": round(copy.share, 4),
        "original": copy.original,
        "reason": copy.reason,
    }
