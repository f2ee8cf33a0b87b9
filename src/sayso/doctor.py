"""What Sayso runs on: is everything there, is the model the recorded one, does anything ask the network?"""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from sayso.errors import ModelError
from sayso.file_reader import FileReader, Source, text_recognition
from sayso.find.models import digest_of, folder_of, installed
from sayso.settings import Settings
from sayso.survey import FileOnDisk


@dataclass(frozen=True, slots=True)
class Part:
    """Something Sayso runs on: its version, where it is from, and whether it is there and verified."""

    name: str
    version: str | None
    note: str
    ok: bool


def doctor() -> Iterator[Part]:
    """What Sayso runs on: its own version, Python, the libraries, the language model and its hash."""
    yield Part("sayso", version("sayso"), "", ok=True)
    yield Part("Python", sys.version.split()[0], "3.11 or later", ok=sys.version_info >= (3, 11))
    for library in _LIBRARIES:
        try:
            yield Part(library, version(library), _LIBRARIES[library], ok=True)
        except PackageNotFoundError:
            yield Part(library, None, f"{_LIBRARIES[library]}: not installed", ok=False)
    yield _model()
    yield _recognition()
    yield _network()
    yield _confined()


def _network() -> Part:
    """Read a page with every way out watched: what asks for an address or a connection beyond loopback is named."""
    asked: list[str] = []

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"):
            asked.append(f"{event} {arguments[1:]}")

    sys.addaudithook(watch)  # for the rest of this process: a hook can't be taken out again
    page = b"<html><body><article><p>The board met, the mayor said.</p></article></body></html>"
    try:
        FileReader(Settings()).read_file(Source(FileOnDisk("-", "page.html", len(page), 0), page))
    except ModelError as error:
        return Part("network", None, f"not tried: {error}", ok=False)
    note = "; ".join(asked) if asked else "a page was read, and nothing asked for the network"
    return Part("network", None, note, ok=not asked)


def _confined() -> Part:
    """What keeps in the processes that read documents; tried in a process of its own, for it can't be undone."""
    command = [sys.executable, "-P", "-c", "from sayso.confinement import shut_in; print(shut_in())"]
    tried = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    note = "limits on time, memory, open files and output; no core dumps"
    if tried.stdout.strip() == "True":
        return Part("reading processes", None, f"{note}; cut off from the network by the kernel", ok=True)
    return Part(
        "reading processes", None, f"{note}; this system does not let them be cut off from the network", ok=True
    )


def _recognition() -> Part:
    """Tesseract is optional: without it scanned pages are named as problems."""
    engine = text_recognition()
    if engine is None:
        return Part("tesseract", None, "not installed: scanned pages and images are named, and not read", ok=True)
    version_, languages = engine
    return Part("tesseract", version_, f"scanned pages and images; languages {', '.join(languages)}", ok=True)


def _model() -> Part:
    try:
        model = installed()
    except ModelError as error:
        return Part("language model", None, str(error), ok=False)
    folder = folder_of(model.package)
    digest = digest_of(folder) if folder else ""
    if model.digest is None:
        return Part(model.package, model.version, f"{model.origin}; not verified, sha256 {digest}", ok=True)
    verified = "verified" if digest == model.digest else "NOT THE RECORDED FILES"
    note = f"{model.origin}; {model.licence}; {verified}, sha256 {digest}"
    return Part(model.package, model.version, note, ok=digest == model.digest)


_LIBRARIES: Mapping[str, str] = {
    "spacy": "tokens, tags, dependencies, names",
    "trafilatura": "main text of web pages",
    "pypdfium2": "PDF",
    "pillow": "images of pages",
    "python-docx": "Word documents",
    "sqlalchemy": "the case",
    "py3langid": "languages",
}
