"""Makes the files that readers of archives and Office formats are tested with."""

import tarfile
import zipfile
from collections.abc import Mapping
from io import BytesIO

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def zipped(files: Mapping[str, bytes | str], *, stored: bool = False) -> bytes:
    """A zip archive of these files."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def tarred(files: Mapping[str, bytes], mode: str = "w") -> bytes:
    """A tar archive of these files; `mode` as `tarfile` has it ("w:gz")."""
    held = BytesIO()
    with tarfile.open(fileobj=held, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, BytesIO(content))
    return held.getvalue()


def linked(name: str, target: str, kind: bytes = tarfile.SYMTYPE) -> bytes:
    """A tar archive that holds a link (or what else `kind` says) and a text."""
    held = BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        entry = tarfile.TarInfo(name)
        entry.type, entry.linkname = kind, target
        archive.addfile(entry)
        text = tarfile.TarInfo("memo.txt")
        text.size = 6
        archive.addfile(text, BytesIO(b"A memo"))
    return held.getvalue()


def relations(targets: Mapping[str, tuple[str, str]]) -> str:
    """A part that says what another refers to: id → (kind, target)."""
    rows = "".join(f'<Relationship Id="{i}" Type="{RELATIONS}/{k}" Target="{t}"/>' for i, (k, t) in targets.items())
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def opendocument(kind: str, body: str, *, before: str = "", **parts: str) -> bytes:
    """An OpenDocument file whose body is `body`; `before` stands before its root (a document type)."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table", "drawing", "presentation", "meta")
    )
    content = (
        f"{before}<office:document-content {spaces} xmlns:dc='http://purl.org/dc/elements/1.1/'><office:body>"
        f"<office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
    mimetype = f"application/vnd.oasis.opendocument.{kind}"
    return zipped({"mimetype": mimetype, "content.xml": content, **{f"{k}.xml": v for k, v in parts.items()}})


def presentation(slides: Mapping[str, str], notes: Mapping[str, str] | None = None) -> bytes:
    """A presentation: part name → the shapes of its tree; `notes` part name → the same of its notes."""
    spaces = (
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        f'xmlns:r="{RELATIONS}"'
    )
    ids = "".join(f'<p:sldId id="{n}" r:id="r{n}"/>' for n in range(len(slides)))
    files: dict[str, bytes | str] = {
        "_rels/.rels": relations({"r1": ("officeDocument", "ppt/presentation.xml")}),
        "ppt/presentation.xml": f"<p:presentation {spaces}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": relations(
            {f"r{n}": ("slide", f"slides/{name}.xml") for n, name in enumerate(slides)}
        ),
    }
    for name, shapes in slides.items():
        hidden = ' show="0"' if name.startswith("hidden") else ""
        files[f"ppt/slides/{name}.xml"] = (
            f"<p:sld {spaces}{hidden}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:sld>"
        )
    for name, shapes in (notes or {}).items():
        files[f"ppt/slides/_rels/{name}.xml.rels"] = relations({"n": ("notesSlide", f"../notes/{name}.xml")})
        files[f"ppt/notes/{name}.xml"] = f"<p:notes {spaces}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:notes>"
    return zipped(files)


def shape(*paragraphs: str, kind: str = "") -> str:
    """A shape with these paragraphs; `kind` is that of its placeholder."""
    place = f'<p:nvSpPr><p:nvPr><p:ph type="{kind}"/></p:nvPr></p:nvSpPr>' if kind else ""
    words = "".join(f"<a:p><a:r><a:t>{p}</a:t></a:r></a:p>" for p in paragraphs)
    return f"<p:sp>{place}<p:txBody>{words}</p:txBody></p:sp>"


def book(chapters: Mapping[str, str], **parts: str) -> bytes:
    """An e-book with these chapters (name → HTML)."""
    items = "".join(f'<item id="{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>' for n in chapters)
    spine = "".join(f'<itemref idref="{n}"/>' for n in chapters)
    content = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        "<dc:title>The Quay</dc:title><dc:creator>Ane Sørby</dc:creator><dc:publisher>Kelp House</dc:publisher>"
        f"</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/content.opf"/></rootfiles></container>'
    )
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OEBPS/content.opf": content,
            **{f"OEBPS/{name}.xhtml": chapter for name, chapter in chapters.items()},
            **{name.replace("_", "/", 1).replace("_", "-"): part for name, part in parts.items()},
        }
    )


def attribute(level: int, id: int, content: bytes) -> bytes:
    """One attribute of a `winmail.dat`."""
    size = len(content).to_bytes(4, "little")
    return bytes([level]) + id.to_bytes(4, "little") + size + content + (sum(content) % 65536).to_bytes(2, "little")


def winmail(*attributes: bytes) -> bytes:
    """A `winmail.dat` of these attributes."""
    return b"\x78\x9f\x3e\x22\x01\x00" + b"".join(attributes)


def mapi(*properties: tuple[int, int, bytes]) -> bytes:
    """A list of properties of varying length: type, id, content."""
    made = len(properties).to_bytes(4, "little")
    for kind, id, content in properties:
        made += kind.to_bytes(2, "little") + id.to_bytes(2, "little") + (1).to_bytes(4, "little")
        made += len(content).to_bytes(4, "little") + content + bytes(-len(content) % 4)
    return made


def captured(
    address: str, body: bytes, content_type: str = "text/html", *, status: str = "200 OK", head: str = ""
) -> bytes:
    """A record of a web archive that holds an answer."""
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n{head}\r\n".encode() + body
    fields = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2021-05-03T09:15:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return fields.encode() + answer + b"\r\n\r\n"
