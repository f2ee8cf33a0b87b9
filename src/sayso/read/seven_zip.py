"""7-Zip archives, through the optional library py7zr: their files, unpacked in memory alone."""

import importlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from sayso.errors import UnreadableError
from sayso.model.document import Member
from sayso.read.archive_limits import in_words, refusal
from sayso.read.item_names import ItemNames, is_left_by_system
from sayso.read.reading import Reading

if TYPE_CHECKING:
    from py7zr import SevenZipFile

MEDIA_TYPE = "application/x-7z-compressed"
LIBRARY = "py7zr"
_MOST_IN_ALL = 3
"""How many times the size that one file may have the files of an archive may have: they are unpacked all at once."""
_MOST_ENTRIES = 100_000


def read_seven_zip(data: bytes, most_bytes: int) -> Reading:
    """The files of a 7-Zip archive as members, each with the path it has inside.

    Links, and files of more than `most_bytes`, are lost members. Raises `UnreadableError` if the library is not
    installed, or the archive is locked, damaged or unpacks to more than three times `most_bytes`.
    """
    try:
        library = importlib.import_module(LIBRARY)
    except ImportError:
        raise UnreadableError(
            f"It is a 7-Zip archive: install {LIBRARY} to have it read (pip install {LIBRARY}), or unpack it and add "
            "the folder."
        ) from None
    try:
        with library.SevenZipFile(BytesIO(data), max_extract_size=_MOST_IN_ALL * most_bytes) as archive:
            if archive.needs_password():
                raise UnreadableError("It is locked with a password; unpack it with that and add the folder.")
            return Reading(MEDIA_TYPE, None, members=tuple(_members(archive, library, most_bytes)))
    except UnreadableError:
        raise
    except library.exceptions.PasswordRequired as error:
        raise UnreadableError("It is locked with a password; unpack it with that and add the folder.") from error
    except library.exceptions.DecompressionBombError as error:
        most = in_words(_MOST_IN_ALL * most_bytes)
        raise UnreadableError(f"It unpacks to more than {most} in all; unpack it and add the folder.") from error
    except Exception as error:  # whatever it trips over, the library raises all kinds of errors for damage
        raise UnreadableError(f"It is a damaged 7-Zip archive ({error}); get a whole copy.") from error


def _members(archive: "SevenZipFile", library: object, most_bytes: int) -> Iterator[Member]:
    entries = [e for e in archive.list() if not e.is_directory and not is_left_by_system(e.filename)]
    total = sum(entry.uncompressed for entry in entries)
    if total > _MOST_IN_ALL * most_bytes or len(entries) > _MOST_ENTRIES:
        raise UnreadableError(
            f"It would unpack to {in_words(total)} in {len(entries):,} files, more than are unpacked at once; "
            "unpack it and add the folder."
        )
    names = ItemNames()
    lost = {
        entry.filename: "It is a link, which is not followed; add the file it leads to."
        if entry.is_symlink
        else refusal(entry.uncompressed, None, most_bytes)
        for entry in entries
    }
    kept = [name for name, why in lost.items() if not why]
    products = _unpacked(archive, kept, most_bytes)
    for entry in entries:
        name, problem = names.harmless(entry.filename)
        why = lost[entry.filename] or (
            "" if entry.filename in products else "It could not be taken out of the archive."
        )
        yield Member(name, b"" if why else products[entry.filename], why or problem, lost=bool(why))


def _unpacked(archive: "SevenZipFile", names: list[str], most_bytes: int) -> dict[str, bytes]:
    from py7zr.io import BytesIOFactory

    factory = BytesIOFactory(most_bytes)
    archive.reset()
    archive.extract(targets=names, factory=factory)
    found = {}
    for name, product in factory.products.items():
        product.seek(0)
        found[name] = product.read()
    return found
