"""Zip files that hold one document in parts (ECMA-376, part 2; OpenDocument, part 3; EPUB OCF)."""

import posixpath
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from lzma import LZMAError
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from sayso.errors import UnreadableError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_MOST_ENTRIES = 20_000
_MOST_XML_BYTES = 64 << 20
_MOST_STREAM_BYTES = 1 << 30
_MOST_RATIO = 400
_RATIO_FROM = 1 << 20
DAMAGE = (BadZipFile, etree.XMLSyntaxError, zlib.error, LZMAError, EOFError, ValueError, OSError, RuntimeError)
"""What the libraries raise for a damaged part."""


class Package:
    """An opened file of one of these kinds; only the parts asked for are unpacked. `kind` names it in sentences.

    Raises `UnreadableError` if `data` is no such file, is encrypted or damaged, or would unpack to more than
    `most_bytes`.
    """

    def __init__(self, data: bytes, most_bytes: int, kind: str = "Word file") -> None:
        self._kind = kind
        if data.startswith(_OLE):
            if _ENCRYPTED_STREAM in data:
                raise UnreadableError(
                    "It is locked with a password; open it in its program, take the password off and save."
                )
            raise UnreadableError(
                f"It is a {kind} of before 2007 (.doc, .xls, .ppt); save it in the new format and add that."
            )
        try:
            self._zip = ZipFile(BytesIO(data))
            entries = self._zip.infolist()
        except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise UnreadableError(f"It is no {kind}, or it is damaged ({error}).") from error
        unpacked = sum(entry.file_size for entry in entries)
        if unpacked > most_bytes or len(entries) > _MOST_ENTRIES:
            raise UnreadableError(
                f"It would unpack to {unpacked >> 20:,} MiB in {len(entries):,} files, more than the "
                f"{most_bytes >> 20:,} MiB in {_MOST_ENTRIES:,} files that are read."
            )
        self._entries = {entry.filename.lower(): entry for entry in entries}

    @property
    def names(self) -> Sequence[str]:
        """The names of all parts, in lower case."""
        return list(self._entries)

    def main(self) -> str:
        """The name of the document itself; raises `UnreadableError` if there is none."""
        name = self.related("", "/officeDocument")
        if name is None:
            raise UnreadableError(f"It is no {self._kind}: nothing in it says which part is the document.")
        return name

    def related(self, part: str, kind: str) -> str | None:
        """The part that `part` (empty: the file as a whole) refers to by a relation whose type ends with `kind`."""
        return next((target for _, type_, target in self._relations(part) if type_.endswith(kind)), None)

    def relations(self, part: str) -> dict[str, str]:
        """The parts that a part refers to, by the id it refers with."""
        return {id: target for id, _, target in self._relations(part)}

    def _relations(self, part: str) -> Iterator[tuple[str, str, str]]:
        """Id, type and part of each reference; what leads out of the file is none."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        for relation in () if root is None else root:
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target") or ""))
                yield relation.get("Id") or "", relation.get("Type") or "", target.lstrip("/")

    def xml(self, name: str) -> etree._Element | None:
        """A part's root element, `None` if there is no such part; raises `UnreadableError` if it can't be parsed."""
        data = self.data(name)
        if data is None:
            return None
        try:
            root = etree.fromstring(data, safe_parser())
        except DAMAGE as error:
            raise UnreadableError(f"Its part {name!r} is damaged ({error}).") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableError(f"Its part {name!r} declares a document type, which a {self._kind} must not.")
        return root

    def data(self, name: str) -> bytes | None:
        """A part's bytes, `None` if there is no such part; raises `UnreadableError` if it is damaged or too large."""
        entry = self._entry(name, _MOST_XML_BYTES)
        if entry is None:
            return None
        try:
            return self._zip.read(entry)
        except DAMAGE as error:
            raise UnreadableError(f"Its part {name!r} is damaged ({error}).") from error

    @contextmanager
    def stream(self, name: str) -> Iterator[IO[bytes] | None]:
        """A part to be read piece by piece, `None` if there is no such part; what breaks on the way is an
        `UnreadableError`.
        """
        entry = self._entry(name, _MOST_STREAM_BYTES)
        if entry is None:
            yield None
            return
        try:
            with self._zip.open(entry) as stream:
                yield stream
        except DAMAGE as error:
            raise UnreadableError(f"Its part {name!r} is damaged ({error}).") from error

    def _entry(self, name: str, most_bytes: int) -> ZipInfo | None:
        entry = self._entries.get(name.lower())
        if entry is None:
            return None
        packed = max(1, entry.compress_size)
        if entry.file_size > most_bytes or (entry.file_size > _RATIO_FROM and entry.file_size / packed > _MOST_RATIO):
            raise UnreadableError(
                f"Its part {name!r} would unpack from {packed:,} to {entry.file_size:,} bytes; no {self._kind} needs "
                "that."
            )
        return entry


def safe_parser() -> etree.XMLParser:
    """Entities and the network stay off, so that a part can neither grow nor reach for other files."""
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
