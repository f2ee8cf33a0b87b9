"""How fast each reader of containers, Office formats and records is: processor time for about 10 MB of it.

`python -m benchmarks.readers` makes each file of invented words, reads it with all that is inside, and prints the
megabytes of the file and of its text, and the processor time. Finding is not part of it.
"""

import gzip
import tarfile
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from email.message import EmailMessage
from io import BytesIO
from random import Random

import openpyxl

from benchmarks.table import rows, write
from sayso.read import read

_SIZE = 10_000_000
_MOST = 400 << 20
_HEADER = ("format", "file, MB", "text, MB", "documents", "seconds of processor", "MB of text a second")
_WORDS = (
    "the", "harbour", "office", "was", "closed", "on", "Monday", "said", "Sørby", "of", "Larchway", "who", "had", "not",
    "seen", "a", "contract", "and", "paid",
)  # fmt: skip


def main() -> None:
    """Make, read, print and write the table."""
    found: list[Sequence[str]] = []
    for name, make in _FORMATS.items():
        data = make()
        started = time.process_time()
        documents, characters = _read(name, data)
        seconds = time.process_time() - started
        speed = f"{characters / 1e6 / max(seconds, 0.01):.1f}"
        found.append(
            (name, f"{len(data) / 1e6:.1f}", f"{characters / 1e6:.1f}", f"{documents:,}", f"{seconds:.1f}", speed)
        )
    write("readers", "Readers of containers, Office formats and records", rows(_HEADER, found))


def _read(name: str, data: bytes) -> tuple[int, int]:
    """How many documents there are in a file, and how many characters they have."""
    reading = read(name, data, most_bytes=_MOST)
    documents, characters = (1, len(reading.text.characters)) if reading.text else (0, 0)
    for member in reading.members:
        inside = _read(member.name, member.data)
        documents, characters = documents + inside[0], characters + inside[1]
    return documents, characters


def _sentences(seed: int = 0) -> Iterator[str]:
    chance = Random(seed)
    while True:
        yield " ".join(chance.choices(_WORDS, k=14)).capitalize() + "."


def _paragraphs(size: int = _SIZE) -> list[str]:
    sentences, made, length = _sentences(), [], 0
    while length < size:
        made.append(" ".join(next(sentences) for _ in range(4)))
        length += len(made[-1])
    return made


def _zip(files: Mapping[str, str]) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def _tar() -> bytes:
    held = BytesIO()
    with tarfile.open(fileobj=held, mode="w:gz") as archive:
        for number, words in enumerate(_groups(20)):
            entry = tarfile.TarInfo(f"{number}.txt")
            content = words.encode()
            entry.size = len(content)
            archive.addfile(entry, BytesIO(content))
    return held.getvalue()


def _groups(count: int) -> list[str]:
    made = _paragraphs()
    return ["\n\n".join(made[at : at + count]) for at in range(0, len(made), count)]


def _workbook() -> bytes:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Payments")
    for number, words in enumerate(_paragraphs(_SIZE * 9 // 10)):
        sheet.append([number, words[:60], words[60:200], number / 7])
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def _opendocument() -> bytes:
    paragraphs = "".join(f"<text:p>{words}</text:p>" for words in _paragraphs())
    spaces = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "text"))
    content = f"<office:d {spaces}><office:body><office:text>{paragraphs}</office:text></office:body></office:d>"
    return _zip({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def _slides() -> bytes:
    base = "http://schemas.openxmlformats.org"
    spaces = f'xmlns:a="{base}/a" xmlns:p="{base}/p" xmlns:r="{base}/officeDocument/2006/relationships"'
    kind = f"{base}/officeDocument/2006/relationships"
    groups = _groups(5)
    relation = "<R>{}</R>".format
    files = {
        "_rels/.rels": relation(f'<R Id="r" Type="{kind}/officeDocument" Target="ppt/presentation.xml"/>'),
        "ppt/presentation.xml": f"<p:p {spaces}><p:sldIdLst>"
        + "".join(f'<p:sldId r:id="r{n}"/>' for n in range(len(groups)))
        + "</p:sldIdLst></p:p>",
        "ppt/_rels/presentation.xml.rels": relation(
            "".join(f'<R Id="r{n}" Type="{kind}/slide" Target="slides/{n}.xml"/>' for n in range(len(groups)))
        ),
    }
    for number, words in enumerate(groups):
        lines = "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in words.split("\n\n"))
        files[f"ppt/slides/{number}.xml"] = (
            f"<p:sld {spaces}><p:cSld><p:spTree><p:sp><p:txBody>{lines}</p:txBody></p:sp></p:spTree></p:cSld></p:sld>"
        )
    return _zip(files)


def _rich_text() -> bytes:
    body = "\\par\n".join(words.replace("ø", "\\'f8") for words in _paragraphs())
    return b"{\\rtf1\\ansi\\ansicpg1252 " + body.encode("ascii") + b"}"


def _book() -> bytes:
    groups = _groups(60)
    items = "".join(
        f'<item id="c{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>' for n in range(len(groups))
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(groups)))
    return _zip(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<c xmlns="x"><rootfile full-path="b.opf"/></c>',
            "b.opf": f'<package xmlns="x"><manifest>{items}</manifest><spine>{spine}</spine></package>',
            **{
                f"{n}.xhtml": "<html><body><p>" + words.replace("\n\n", "</p><p>") + "</p></body></html>"
                for n, words in enumerate(groups)
            },
        }
    )


def _mails() -> Iterator[bytes]:
    for number, words in enumerate(_groups(3)):
        message = EmailMessage()
        message["From"], message["To"] = "Ane Sørby <ane@kelpline.example>", "R. Oduya <r.oduya@kelpline.example>"
        message["Date"], message["Subject"] = "Mon, 3 May 2021 09:15:00 +0200", f"The office {number}"
        message["Message-ID"] = f"<{number}@kelpline.example>"
        message.set_content(words, cte="8bit")
        yield message.as_bytes()


def _mailbox() -> bytes:
    return b"".join(b"From ane@kelpline.example Mon May  3 09:15:00 2021\n" + mail + b"\n" for mail in _mails())


def _entries(start: str, entry: Callable[[int, str], str], end: str) -> bytes:
    return (start + "".join(entry(n, words) for n, words in enumerate(_paragraphs())) + end).encode()


def _event(number: int, words: str) -> str:
    fields = f"DTSTART:20210503T0915{number % 60:02}Z\r\nSUMMARY:{words[:60]}\r\nDESCRIPTION:{words}\r\n"
    return f"BEGIN:VEVENT\r\n{fields}END:VEVENT\r\n"


def _card(number: int, words: str) -> str:
    return f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ane Sørby {number}\r\nNOTE:{words}\r\nEND:VCARD\r\n"


def _cue(number: int, words: str) -> str:
    clock = f"{number // 3600:02}:{number // 60 % 60:02}:{number % 60:02}"
    return f"{number + 1}\n{clock},000 --> {clock},900\n{words}\n\n"


def _page(words: str) -> bytes:
    return ("<html><body><article><p>" + words.replace("\n\n", "</p><p>") + "</p></article></body></html>").encode()


def _web_archive() -> bytes:
    made = []
    for number, words in enumerate(_groups(40)):
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + _page(words)
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://larchway.example/{number}\r\n"
            f"WARC-Date: 2021-05-03T09:15:00Z\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        made.append(gzip.compress(head.encode() + answer + b"\r\n\r\n"))
    return b"".join(made)


_FORMATS: Mapping[str, Callable[[], bytes]] = {
    "text in a.zip": lambda: _zip({f"{n}.txt": words for n, words in enumerate(_groups(20))}),
    "text in a.tar.gz": _tar,
    "a.mbox": _mailbox,
    "a.warc.gz": _web_archive,
    "a.xlsx": _workbook,
    "a.csv": lambda: _entries("", lambda n, words: f'{n},"{words}"\r\n', ""),
    "a.pptx": _slides,
    "a.odt": _opendocument,
    "a.rtf": _rich_text,
    "a.epub": _book,
    "a.ics": lambda: _entries("BEGIN:VCALENDAR\r\n", _event, "END:VCALENDAR\r\n"),
    "a.vcf": lambda: _entries("", _card, ""),
    "a.srt": lambda: _entries("", _cue, ""),
}


if __name__ == "__main__":
    main()
