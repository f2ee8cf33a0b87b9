"""What one operation of the API is: the table of these makes both the routes and their description."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sayso.export.contract import Json

Answer: TypeAlias = "Callable[[Request], Response] | Callable[[Request], Awaitable[Response]]"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of the address, or a field of the form; `kind` is its type in JSON Schema."""

    name: str
    says: str
    kind: str = "string"
    required: bool = False
    one_of: Sequence[str] = ()

    def schema(self) -> dict[str, Json]:
        """Its JSON Schema."""
        return {"type": self.kind, **({"enum": list(self.one_of)} if self.one_of else {})}


@dataclass(frozen=True, slots=True)
class Operation:
    """One address and method. `gives` names the schema of the answer; a form is sent as browsers send forms."""

    path: str
    name: str
    says: str
    answer: Answer
    gives: str
    query: Sequence[Parameter] = ()
    form: Sequence[Parameter] = ()

    @property
    def method(self) -> str:
        """`GET` asks, `POST` changes something."""
        return "POST" if self.form else "GET"

    def route(self) -> Route:
        """What answers it."""
        return Route(self.path, self.answer, methods=[self.method])


def answered(value: Mapping[str, Json]) -> Response:
    """A JSON answer; a name of a file that is no valid text is escaped in it."""
    try:
        return JSONResponse(value)
    except UnicodeEncodeError:
        import json

        return Response(json.dumps(value), media_type="application/json")
