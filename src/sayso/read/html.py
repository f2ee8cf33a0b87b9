"""HTML: the main text of a page with a map back to its source, and what the page says about itself."""

import logging
from dataclasses import replace

import htmldate

from sayso.errors import UnreadableError
from sayso.model.document import Metadata, Sureness
from sayso.model.when import When
from sayso.read.decode import decode
from sayso.read.html_choice import SILENT, extracted_lines, main_blocks
from sayso.read.html_meta import metadata_of, titles_of
from sayso.read.html_page import Block, Hint, Page
from sayso.read.html_text import text_of
from sayso.read.html_walk import walk
from sayso.read.reading import Reading

_DEEPEST = 250
"""Elements inside each other; deeper pages are cut short by the parser under trafilatura."""
_LARGEST = 20_000_000
"""Code points of source; of larger pages the parsers' trees don't fit into a worker's memory."""
_FURNITURE = Hint.FOOTER | Hint.PROMO | Hint.COMMENTS
_CHECK = "Check what was taken."


def decode_html(data: bytes) -> str:
    """The source of a page as the offsets of `Text.source_map` count it (code points)."""
    return decode(data, markup=True).characters


def read_html(data: bytes) -> Reading:
    """Read an HTML page: its main text without headline, navigation, captions and advertising.

    The text's `source_map` leads to `decode_html(data)`. Where no main text can be told apart, all the page's visible
    text is taken, and a problem says so. Raises `UnreadableError` for a page without words.
    """
    decoded = decode(data, markup=True)
    source = decoded.characters
    page = walk(source)
    problems = list(decoded.problems)
    if not page.blocks:
        raise UnreadableError("It is an HTML page without words; save it again when the browser shows its text.")
    blocks, problem = _main(page, source)
    if problem:
        problems.append(problem)
    text, recovered = text_of(source, blocks)
    if not text.characters:
        raise UnreadableError("It is an HTML page without words; save it again when the browser shows its text.")
    metadata = metadata_of(page, page.blocks.index(blocks[0]))
    if metadata.published is None and metadata.address:
        metadata = _guess_date(metadata, source)
    return Reading("text/html", text, metadata, problems=tuple(problems), recovered=recovered)


def _main(page: Page, source: str) -> tuple[list[Block], str]:
    """The blocks of the main text, and a problem if they had to be taken without choosing."""
    if page.depth > _DEEPEST:
        return (
            page.blocks,
            f"Its elements stand {page.depth} deep inside each other, so all its text was taken. {_CHECK}",
        )
    if len(source) > _LARGEST:
        return page.blocks, f"Its source has {len(source):,} characters, so all its text was taken. {_CHECK}"
    blocks = main_blocks(page, extracted_lines(source), titles_of(page))
    if blocks:
        return blocks, ""
    kept = [block for block in page.blocks if not _is_furniture(page, block)]
    return kept or page.blocks, f"Its main text could not be told from the rest, so all its text was taken. {_CHECK}"


def _is_furniture(page: Page, block: Block) -> bool:
    return block.linked > block.visible * 0.8 or any(
        page.elements[element].hints & _FURNITURE for element in page.ancestors(block.element)
    )


def _guess_date(metadata: Metadata, source: str) -> Metadata:
    """Add the date that htmldate finds, as a guess. Only pages that know their address are asked: on bare ones it takes
    any day that is mentioned. A January 1 is what it makes of a year alone.
    """
    logging.getLogger("htmldate").addHandler(SILENT)
    try:
        found = htmldate.find_date(source, extensive_search=False, original_date=True)
        day = When.parse(found) if found and not found.endswith("-01-01") else None
    except Exception:  # a guess is never worth the document
        return metadata
    return replace(metadata, published=day, published_sure=Sureness.GUESSED) if day else metadata
