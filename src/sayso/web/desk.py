"""What every page has at hand: the case, the templates, the parameters of the request."""

import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from sayso import casebook
from sayso.casebook import Case
from sayso.errors import UsageError
from sayso.page_pictures import PagePictures
from sayso.settings import Settings
from sayso.web import wording
from sayso.web.adding import Adding
from sayso.web.drafts import Drafts
from sayso.web.remembered import Remembered
from sayso.web.security import FORM, Secrets
from sayso.web.visits import Visits

ROWS = 50
"""Rows on a page of a list."""
_MOST = 1000


class Desk:
    """The case behind the pages. Pages that only show share one opening of it, since opening checks the whole file;
    each decision opens it for itself. The database takes care of who writes when.
    """

    def __init__(self, path: Path, settings: Settings, known: Secrets) -> None:
        self.path = path
        self._settings = settings
        self._known = known
        self._pages = _environment()
        self.pictures = PagePictures()
        """Pages of PDFs, drawn in a process of their own."""
        self.adding = Adding(path, settings)
        """Reads documents that are added in the browser."""
        self.remembered = Remembered()
        """Figures of the case as it is."""
        self.drafts = Drafts(path, settings)
        """Drafts that are laid beside the case."""
        self.visits = Visits(path, settings)
        """Who was here when."""
        self._weigher = ThreadPoolExecutor(1, "weigh")
        self._waiting = threading.Event()
        self._opening = threading.Lock()
        self._open: tuple[Case, object] | None = None

    @contextmanager
    def reading(self) -> Iterator[Case]:
        """The case, for looking."""
        yield self._opened()

    def _opened(self) -> Case:
        """The case that is open; another one if the file is another now. Raises `CaseError`."""
        with self._opening:
            there = self._file()
            if self._open is None or there is None or self._open[1] != there:
                self._open = (casebook.open(self.path, self._settings, write=False), there)
            return self._open[0]

    def _file(self) -> object:
        """Which file lies at the case's path: a restored copy, say, is another."""
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def writing(self) -> Case:
        """The case, for decisions; a context manager."""
        return casebook.open(self.path, self._settings)

    def weigh_soon(self) -> None:
        """Bring the claims in step behind the reader's back; decisions that come meanwhile are weighed together."""
        if not self._waiting.is_set():
            self._waiting.set()
            self._weigher.submit(self._weigh)

    def _weigh(self) -> None:
        self._waiting.clear()
        with self.writing() as book:
            book.weigh()

    def close(self) -> None:
        """Wait until everything that was decided is weighed."""
        self.adding.close()
        self._weigher.shutdown()
        self.pictures.close()
        with self._opening:
            if self._open is not None:
                self._open[0].close()
                self._open = None

    @property
    def form_token(self) -> str:
        """What every form must hold."""
        return self._known.form

    def page(self, request: Request, template: str, status: int = 200, /, **values: object) -> Response:
        """A page of the desk; everything in it that is not of the template is escaped."""
        made = self._pages.get_template(template).render(
            **values, here=request.url.path, case_name=self.path.stem, token=self._known.form
        )
        return HTMLResponse(made, status)


def desk_of(request: Request) -> Desk:
    """The desk that a request is for."""
    desk = request.app.state.desk
    assert isinstance(desk, Desk)
    return desk


def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(wording.FILTERS)
    made.globals.update(wording.NAMES)
    return made


@dataclass(frozen=True, slots=True)
class Part:
    """Which rows of a list a request wants: `asked` is the query, `others` further parameters kept in the address."""

    asked: str
    limit: int
    offset: int
    others: Mapping[str, str]

    def address(self, offset: int) -> str:
        """The query string of another part of the same list."""
        kept = {"q": self.asked, **self.others}
        numbers = {"offset": offset or "", "limit": self.limit if self.limit != ROWS else ""}
        return "?" + urlencode({name: value for name, value in (kept | numbers).items() if value})

    def pages(self, there: int) -> Mapping[str, object]:
        """What the template of the pager needs, for a list of so many rows."""
        return {
            "first": self.offset + 1,
            "last": min(there, self.offset + self.limit),
            "there": there,
            "before": self.address(max(0, self.offset - self.limit)) if self.offset else "",
            "after": self.address(self.offset + self.limit) if self.offset + self.limit < there else "",
        }


def part_of(request: Request, *others: str) -> Part:
    """The part of a list that the parameters `q`, `limit` and `offset` ask for; `others` names further ones."""
    given = request.query_params
    return Part(
        given.get("q", "").strip(),
        min(_MOST, max(1, _number(given.get("limit", ""), ROWS, "limit"))),
        max(0, _number(given.get("offset", ""), 0, "offset")),
        {name: given[name].strip() for name in others if given.get(name, "").strip()},
    )


def _number(given: str, otherwise: int, what: str) -> int:
    if not given:
        return otherwise
    if not (given.isascii() and given.isdigit() and len(given) < 10):
        raise UsageError(f"{what} wants a number, not {given!r}.")
    return int(given)


def number_of(request: Request, name: str) -> int:
    """A number that a form must hold; raises `UsageError`."""
    given = field_of(request, name)
    if not given:
        raise UsageError(f"Choose a value for “{name}”.")
    return _number(given, 0, name)


def field_of(request: Request, name: str) -> str:
    """A field of the form, empty where it is not given."""
    return fields_of(request, name)[-1]


def fields_of(request: Request, name: str) -> Sequence[str]:
    """All values of a field of the form; one empty value where it is not given."""
    form: Mapping[str, Sequence[str]] = request.scope.get(FORM, {})
    return [value.strip() for value in form.get(name, ("",))]


def form_of(request: Request) -> Mapping[str, str]:
    """All fields of the form, the last value of each."""
    form: Mapping[str, Sequence[str]] = request.scope.get(FORM, {})
    return {name: values[-1].strip() for name, values in form.items()}


def wants_part(request: Request) -> bool:
    """Whether a page of the desk asks for what changed, to put it in its place, and not for another page."""
    return request.headers.get("x-sayso") == "part"


def back_to(address: str) -> Response:
    """Show a page after something was decided."""
    return RedirectResponse(address, 303)
