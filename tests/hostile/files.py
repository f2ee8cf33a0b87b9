"""Files made to hurt, or merely broken: what each is called, what makes it, and the problem that names it."""

import bz2
import gzip
import lzma
import tarfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from random import Random

from tests.read.made import (
    attribute,
    book,
    captured,
    linked,
    opendocument,
    presentation,
    relations,
    shape,
    tarred,
    winmail,
    zipped,
)

MEBIBYTE = 1 << 20
WORDS = "The harbour office was closed on Monday, said Ane Sørby.".encode()
ADDRESS = "https://kelpline.example/a"
NOISE = Random(7).randbytes(60_000)


@dataclass(frozen=True, slots=True)
class Hostile:
    """`says` is a pattern of the problem that names what is wrong; `kept` whether the rest of it is read."""

    name: str
    make: Callable[[], bytes]
    says: str
    kept: bool = False


def archive_of(files: Mapping[str, bytes]) -> bytes:
    """A zip archive with these files and one that is well."""
    return zipped({**files, "well.txt": WORDS})


def nested(depth: int) -> bytes:
    data = WORDS
    for level in range(depth):
        data = zipped({f"{level}.zip" if level else "memo.txt": data})
    return data


def many_in_many(levels: int) -> bytes:
    data = WORDS
    for level in range(levels):
        data = zipped({f"{n}.zip" if level else f"{n}.txt": data for n in range(9)})
    return data


def locked_zip() -> bytes:
    data = bytearray(archive_of({"a.txt": WORDS}))
    for start, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(start) + at] |= 1
    return bytes(data)


def lying_zip() -> bytes:
    stated, true = (6_000_000).to_bytes(4, "little"), (12_000_000).to_bytes(4, "little")
    return archive_of({"a.txt": b"words " * 2_000_000}).replace(true, stated)


def wrong_sum() -> bytes:
    return zipped({"a.txt": b"words " * 900, "well.txt": WORDS}, stored=True).replace(b"words ", b"wordz ", 1)


def claims_to_be_huge() -> bytes:
    entry = tarfile.TarInfo("a.txt")
    entry.size = 1 << 40
    return entry.tobuf(tarfile.GNU_FORMAT) + b"words"


def long_names() -> bytes:
    held = BytesIO()
    with tarfile.open(fileobj=held, mode="w", format=tarfile.PAX_FORMAT) as archive:
        archive.addfile(tarfile.TarInfo("a/" * 500_000))
    return held.getvalue()


def wants_memory() -> bytes:
    """An xz file whose head asks for a dictionary of 4 GiB."""
    data = bytearray(lzma.compress(WORDS))
    size = (data[12] + 1) * 4
    data[16] = 40
    data[12 + size - 4 : 12 + size] = zlib.crc32(bytes(data[12 : 12 + size - 4])).to_bytes(4, "little")
    return bytes(data)


LAUGHS = "<!DOCTYPE d [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {b} '{f'&{a};' * 40}'>" for a, b in zip("abcdefg", "bcdefgh", strict=True)
)
LAUGHS += "]>"
REACHES_OUT = "<!DOCTYPE d [<!ENTITY h SYSTEM 'file:///etc/passwd'>]>"


def word(head: str) -> bytes:
    body = f"{head}<d><body><p><r><t>&h;</t></r></p></body></d>"
    return zipped({"_rels/.rels": relations({"r": ("officeDocument", "word/document.xml")}), "word/document.xml": body})


def workbook(sheet: str | bytes, strings: str = "<sst/>") -> bytes:
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return zipped(
        {
            "_rels/.rels": relations({"r": ("officeDocument", "xl/workbook.xml")}),
            "xl/workbook.xml": f'<w xmlns:r="{namespace}"><sheets><sheet name="One" r:id="r1"/></sheets></w>',
            "xl/_rels/workbook.xml.rels": relations(
                {"r1": ("worksheet", "sheet.xml"), "r2": ("sharedStrings", "strings.xml")}
            ),
            "xl/sheet.xml": sheet,
            "xl/strings.xml": strings,
        }
    )


ROW = '<row><c t="inlineStr"><is><t>{}</t></is></c></row>'


def rows(*words: str) -> str:
    return "".join(ROW.format(w) for w in words)


def slides_that_reach_out() -> bytes:
    return zipped(
        {
            "_rels/.rels": relations({"r": ("officeDocument", "ppt/presentation.xml")}),
            "ppt/presentation.xml": f"{REACHES_OUT}<p><sldIdLst/>&h;</p>",
        }
    )


def repeated() -> bytes:
    words = "x " * 40_000
    cell = f"<table:table-cell table:number-columns-repeated='16384'><text:p>{words}</text:p></table:table-cell>"
    row = f"<table:table-row table:number-rows-repeated='1048576'>{cell}</table:table-row>"
    return opendocument("spreadsheet", f"<table:table table:name='One'>{row}</table:table>")


MAIL = (
    b"From: Ane <ane@kelpline.example>\nTo: Bo <bo@kelpline.example>\nMessage-ID: <1@kelpline.example>\n"
    b"Date: Mon, 3 May 2021 09:15:00 +0000\nSubject: The office\n"
)


def mails_in_mails(depth: int) -> bytes:
    data = MAIL + b"\n" + WORDS
    for level in range(depth):
        mark = b"--b%d" % level
        head = MAIL + b"Content-Type: multipart/mixed; boundary=b%d\n" % level
        data = b"\n".join((head, mark, b"", WORDS, mark, b"Content-Type: message/rfc822\n", data, mark + b"--\n"))
    return data


PAGE = b"<html><body><p>" + WORDS + b" She said no more. Nobody else was there to ask.</p></body></html>"
PARTS = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n"
LOCKED = '<m xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:encryption-data/></m>'
OUTLOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

FILES: Mapping[str, Hostile] = {
    # archives that grow
    "zip bomb": Hostile("a.zip", lambda: archive_of({"a.txt": bytes(7 * MEBIBYTE)}), "fill memories", True),
    "zip of one huge file": Hostile(
        "a.zip", lambda: archive_of({"a.txt": bytes(9 * MEBIBYTE)}), "would unpack to 9 MiB", True
    ),
    "zip of many large files": Hostile(
        "a.zip", lambda: zipped({f"{n}.bin": bytes(4 * MEBIBYTE) for n in range(45)}), "more than 160 MiB in all"
    ),
    "zip in zip in zip, fifty deep": Hostile("a.zip", lambda: nested(50), "lie 9 deep"),
    "nine zips in each of nine": Hostile("a.zip", lambda: many_in_many(5), "more than the 60 documents", True),
    "zip of 90 files": Hostile(
        "a.zip", lambda: zipped({f"{n}.txt": b"" for n in range(90)}), "more than the 60 documents"
    ),
    "zip that lies about a size": Hostile("a.zip", lying_zip, "damaged inside|unpacks to more", True),
    "gzip bomb": Hostile("a.txt.gz", lambda: gzip.compress(bytes(30 * MEBIBYTE)), "unpacks to more than 8 MiB"),
    "bzip2 bomb": Hostile("a.txt.bz2", lambda: bz2.compress(bytes(30 * MEBIBYTE)), "unpacks to more than 8 MiB"),
    "xz bomb": Hostile("a.txt.xz", lambda: lzma.compress(bytes(30 * MEBIBYTE)), "unpacks to more than 8 MiB"),
    "xz that wants memory": Hostile("a.txt.xz", wants_memory, "can't be unpacked here"),
    "gzip in gzip": Hostile("a.gz", lambda: gzip.compress(gzip.compress(WORDS)), "compressed twice"),
    "tar that unpacks for long": Hostile(
        "a.tgz",
        lambda: tarred({f"{n}.bin": bytes(7 * MEBIBYTE) for n in range(25)}, "w:gz"),
        "unpacks to more than 160 MiB",
    ),
    "tar of a file of a tebibyte": Hostile("a.tar", claims_to_be_huge, "would unpack to 1,048,576 MiB"),
    "tar of a name of a megabyte": Hostile("a.tar", long_names, "an empty file|damaged"),
    "web archive bomb": Hostile(
        "a.warc.gz", lambda: gzip.compress(captured(ADDRESS, bytes(9 * MEBIBYTE))), "would unpack to 9 MiB"
    ),
    # archives that lead elsewhere
    "zip with a way out": Hostile(
        "a.zip", lambda: archive_of({"../../etc/a.txt": WORDS}), "leads out of the archive", True
    ),
    "zip with a drive": Hostile("a.zip", lambda: archive_of({"C:\\a.txt": WORDS}), "leads out of the archive", True),
    "tar with a path from the root": Hostile(
        "a.tar", lambda: tarred({"/etc/a.txt": WORDS}), "leads out of the archive", True
    ),
    "tar with a link": Hostile("a.tar", lambda: linked("a.txt", "/etc/passwd"), "a link to /etc/passwd", True),
    "tar with a hard link": Hostile("a.tar", lambda: linked("a.txt", "../b", tarfile.LNKTYPE), "a link to ../b", True),
    "tar with a device": Hostile("a.tar", lambda: linked("a", "", tarfile.CHRTYPE), "a device", True),
    # archives that are locked or broken
    "locked zip": Hostile("a.zip", locked_zip, "locked with a password", True),
    "zip with a wrong sum": Hostile("a.zip", wrong_sum, "damaged inside of the archive", True),
    "zip cut off": Hostile("a.zip", lambda: archive_of({"a.txt": NOISE})[:30_000], "damaged zip archive"),
    "zip with nothing in it": Hostile("a.zip", lambda: b"PK\x05\x06" + bytes(18), "nothing in it"),
    "tar cut off": Hostile(
        "a.tgz",
        lambda: tarred({"well.txt": WORDS, "a.bin": NOISE, "b": NOISE}, "w:gz")[:70_000],
        "archive is damaged",
        True,
    ),
    "7-Zip that is none": Hostile("a.7z", lambda: b"7z\xbc\xaf\x27\x1c" + NOISE, "7-Zip archive"),
    "RAR": Hostile("a.rar", lambda: b"Rar!\x1a\x07\x00" + NOISE, "RAR archive, which is not read"),
    # XML that grows or reaches out
    "Word file that reaches for a file": Hostile("a.docx", lambda: word(REACHES_OUT), "declares a document type"),
    "Word file that laughs": Hostile("a.docx", lambda: word(LAUGHS), "document type|amplification|entit"),
    "workbook that reaches for a file": Hostile(
        "a.xlsx", lambda: workbook(f"{REACHES_OUT}<s>{rows('a', '&h;')}</s>"), "declares a document type"
    ),
    "workbook that laughs": Hostile(
        "a.xlsx",
        lambda: workbook(f"<s>{rows('a')}</s>", f"{LAUGHS}<sst><si><t>&h;</t></si></sst>"),
        "document type|amplification|entit",
    ),
    "workbook of one huge sheet": Hostile(
        "a.xlsx", lambda: workbook(b"<s>" + b" " * 20_000_000), "no Excel workbook needs that"
    ),
    "workbook that refers to one long string": Hostile(
        "a.xlsx",
        lambda: workbook(
            "<s><row>" + '<c t="s"><v>0</v></c>' * 16_384 + "</row></s>",
            f"<sst><si><t>{'a long string ' * 9_000}</t></si></sst>",
        ),
        "Not all of it was read",
        True,
    ),
    "workbook that breaks off": Hostile(
        "a.xlsx", lambda: workbook(f"<s>{rows('The office was closed.')}<row"), "not read to its end", True
    ),
    "slides that reach for a file": Hostile("a.pptx", slides_that_reach_out, "declares a document type"),
    "slides without words": Hostile("a.pptx", lambda: presentation({"one": shape("")}), "without words"),
    "OpenDocument that reaches for a file": Hostile(
        "a.odt", lambda: opendocument("text", "<text:p>&h;</text:p>", before=REACHES_OUT), "declares a document type"
    ),
    "OpenDocument that laughs": Hostile(
        "a.odt",
        lambda: opendocument("text", "<text:p>&h;</text:p>", before=LAUGHS),
        "document type|amplification|entit",
    ),
    "OpenDocument of 17 billion cells": Hostile("a.ods", repeated, "repetitions of rows or cells", True),
    "locked OpenDocument": Hostile(
        "a.odt",
        lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": LOCKED}),
        "locked with a password",
    ),
    "locked Office file": Hostile(
        "a.docx", lambda: OUTLOOK + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "old Office file|password"
    ),
    "e-book without chapters": Hostile("a.epub", lambda: book({}), "without words"),
    # rich text
    "rich text of groups in groups": Hostile(
        "a.rtf", lambda: b"{\\rtf1 " + WORDS + b"{" * 50_000, "more than 2,000 deep", True
    ),
    "rich text that claims to hold much": Hostile(
        "a.rtf", lambda: b"{\\rtf1 " + WORDS + b"\\bin2147483647 x", "may have been cut off", True
    ),
    # text
    "table of one line": Hostile("a.csv", lambda: b"word;" * 300_000, "1,500,000 characters: it is kept", True),
    "table of bytes": Hostile("a.csv", lambda: NOISE, "not read"),
    "text in two encodings": Hostile(
        "a.txt", lambda: WORDS + "ø".encode() * 20 + b"\xe9 " + WORDS, "but for 1 bytes", True
    ),
    "text in an encoding nobody states": Hostile(
        "a.txt", lambda: "Контора была закрыта в понедельник, сказала Анна. ".encode("cp1251") * 9, "a guess", True
    ),
    "half of a UTF-16 text": Hostile(
        "a.txt", lambda: b"\xff\xfe" + "words ".encode("utf-16-le") * 9 + b"\x3d\xd8", "no utf-16-le", True
    ),
    "nothing": Hostile("a.txt", lambda: b"", "an empty file"),
    "noise": Hostile("a", lambda: NOISE, "which is not read"),
    # mail
    "mails in mails": Hostile("a.eml", lambda: mails_in_mails(30), "lie 9 deep", True),
    "mail without a boundary": Hostile(
        "a.eml", lambda: MAIL + b"Content-Type: multipart/mixed\n\n" + WORDS, "names no boundary", True
    ),
    "mail with damaged base64": Hostile(
        "a.eml",
        lambda: MAIL + b"Content-Transfer-Encoding: base64\n\n" + b"VGhlIG9mZmlj" * 9 + b"V",
        "encoding of the body is damaged",
        True,
    ),
    "mail in another encoding than it states": Hostile(
        "a.eml", lambda: MAIL + b"Content-Type: text/plain; charset=us-ascii\n\n" + b"caf\xe9 " * 9, "encoding", True
    ),
    "encrypted mail": Hostile(
        "a.eml", lambda: MAIL + b"Content-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--\n", "encrypted", True
    ),
    "mail received before it was sent": Hostile(
        "a.eml",
        lambda: b"Received: from a by b; Sat, 1 May 2021 07:00:00 +0000\n" + MAIL + b"\n" + WORDS,
        "before it was sent",
        True,
    ),
    "mail on a day that is not": Hostile(
        "a.eml", lambda: MAIL.replace(b"3 May", b"31 Feb") + b"\n" + WORDS, "No day can be read", True
    ),
    "mailbox that is none": Hostile("a.mbox", lambda: WORDS, "no mailbox"),
    "winmail.dat cut off": Hostile(
        "winmail.dat",
        lambda: winmail(attribute(1, 0x2800C, WORDS), attribute(2, 0x6800F, NOISE))[:500],
        "ends inside of a part",
        True,
    ),
    "Outlook mailbox that is none": Hostile("a.pst", lambda: b"!BDN" + NOISE, "Outlook mailbox|readpst"),
    # records and saved pages
    "web archive cut off": Hostile(
        "a.warc",
        lambda: captured(ADDRESS, PAGE) + captured(ADDRESS, PAGE)[:-90],
        "ends inside of a record",
        True,
    ),
    "web archive with a coding nobody knows": Hostile(
        "a.warc", lambda: captured(ADDRESS, PAGE, head="Content-Encoding: br\r\n"), "compressed with br"
    ),
    "saved page without a page": Hostile(
        "a.mht", lambda: PARTS + b"\n--b\nContent-Type: text/css\n\nx\n--b--", "no HTML"
    ),
    "calendar cut off": Hostile(
        "a.ics", lambda: b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:" + WORDS, "ends inside of an entry", True
    ),
    "contacts without contacts": Hostile("a.vcf", lambda: b"BEGIN:VCARD\nPHOTO:" + b"A" * 100_000, "no contacts"),
    "subtitles without words": Hostile("a.vtt", lambda: b"WEBVTT\n\n00:01.000 --> 00:02.000\n\n", "without words"),
}
