"""Pages saved with all that belongs to them (MHTML, RFC 2557): the page's main text, its address, when it was saved."""

from collections.abc import Iterator
from dataclasses import replace
from email.utils import parsedate_to_datetime

from sayso.errors import UnreadableError
from sayso.read.html import read_html
from sayso.read.mail_headers import shown
from sayso.read.mime import Part, parse
from sayso.read.reading import Reading


def read_saved_page(data: bytes) -> Reading:
    """Read the page of an MHTML file; the offsets of the source map count in its decoded HTML part.

    Frames, pictures and styles are left out. Raises `UnreadableError` if there is no page in it, or one without words.
    """
    saved = parse(data.removeprefix(b"\xef\xbb\xbf"))
    pages = [part for part in _parts(saved) if part.media_type in ("text/html", "application/xhtml+xml")]
    if not pages:
        raise UnreadableError("It is a saved page that holds no HTML; save it again as HTML and add that.")
    root = str(saved.headers.get_param("start") or "")
    page = next((part for part in pages if root and str(part.headers.get("Content-ID", "")).strip() == root), pages[0])
    content, intact = page.decoded()
    reading = read_html(content)
    address = str(saved.headers.get("Snapshot-Content-Location") or page.headers.get("Content-Location") or "")
    problems = list(reading.problems)
    if not intact:
        problems.append("The transfer encoding of the page is damaged; words may be missing.")
    if len(pages) > 1:
        problems.append(f"Not in the text: {len(pages) - 1:,} frames of the page; open it in a browser to see them.")
    known = reading.metadata
    return replace(
        reading,
        media_type="multipart/related",
        metadata=replace(
            known,
            title=known.title or shown(str(saved.headers.get("Subject", ""))) or None,
            address=known.address or (shown(address) if address.startswith(("http:", "https:")) else None),
            captured=_moment(str(saved.headers.get("Date", ""))),
        ),
        problems=tuple(problems),
    )


def _parts(part: Part) -> Iterator[Part]:
    todo = [part]
    while todo:
        at = todo.pop()
        yield at
        todo.extend(reversed(at.children))


def _moment(field: str) -> str | None:
    try:
        return parsedate_to_datetime(shown(field)[:200]).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
