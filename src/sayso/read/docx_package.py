"""The zip file that a Word document is (ECMA-376, part 2): its XML parts and how they refer to each other."""

import posixpath
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from sayso.errors import UnreadableError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_MOST_ENTRIES = 20_000
_MOST_XML_BYTES = 64 << 20
_MOST_RATIO = 400
_RATIO_FROM = 1 << 20


class Package:
    """An opened Word file; only the parts asked for are unpacked.

    Raises `UnreadableError` if `data` is no such file, is encrypted or damaged, or would unpack to more than
    `most_bytes`.
    """

    def __init__(self, data: bytes, most_bytes: int) -> None:
        if data.startswith(_OLE):
            if _ENCRYPTED_STREAM in data:
                raise UnreadableError("It is locked with a password; open it in Word, take the password off and save.")
            raise UnreadableError("It is a Word file of before 2007 (.doc); save it as .docx and add that.")
        try:
            self._zip = ZipFile(BytesIO(data))
            entries = self._zip.infolist()
        except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise UnreadableError(f"It is no Word file, or it is damaged ({error}).") from error
        unpacked = sum(entry.file_size for entry in entries)
        if unpacked > most_bytes or len(entries) > _MOST_ENTRIES:
            raise UnreadableError(
                f"It would unpack to {unpacked >> 20:,} MiB in {len(entries):,} files, more than the "
                f"{most_bytes >> 20:,} MiB in {_MOST_ENTRIES:,} files that are read."
            )
        self._sizes = {entry.filename.lower(): entry for entry in entries}

    def main(self) -> str:
        """The name of the document itself; raises `UnreadableError` if there is none."""
        name = self.related("", "/officeDocument")
        if name is None:
            raise UnreadableError("It is no Word file: nothing in it says which part is the document.")
        return name

    def related(self, part: str, kind: str) -> str | None:
        """The part that `part` (empty: the file as a whole) refers to by a relation whose type ends with `kind`."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        if root is None:
            return None
        for relation in root:
            if (relation.get("Type") or "").endswith(kind) and relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target") or ""))
                return target.lstrip("/")
        return None

    def xml(self, name: str) -> etree._Element | None:
        """A part's root element, `None` if there is no such part; raises `UnreadableError` if it can't be parsed."""
        entry = self._sizes.get(name.lower())
        if entry is None:
            return None
        packed = max(1, entry.compress_size)
        if entry.file_size > _MOST_XML_BYTES or (
            entry.file_size > _RATIO_FROM and entry.file_size / packed > _MOST_RATIO
        ):
            raise UnreadableError(
                f"Its part {name!r} would unpack from {packed:,} to {entry.file_size:,} bytes; no Word file needs that."
            )
        # Entities and the network stay off, so that a part can neither grow nor reach for other files.
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(self._zip.read(entry), parser)
        except (BadZipFile, etree.XMLSyntaxError, zlib.error, EOFError, ValueError, OSError, RuntimeError) as error:
            raise UnreadableError(f"Its part {name!r} is damaged ({error}).") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableError(f"Its part {name!r} declares a document type, which a Word file must not.")
        return root
