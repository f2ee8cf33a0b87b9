"""The description of the API (OpenAPI 3.1.0), made of the table that makes its routes."""

import re
from collections.abc import Mapping, Sequence
from importlib.metadata import version

from sayso.export.contract import Json
from sayso.web.operations import Operation

_OBJECT: Mapping[str, Json] = {"type": "object"}
_NUMBER: Mapping[str, Json] = {"type": "integer"}
_TEXT: Mapping[str, Json] = {"type": "string"}


def _object(says: str, **fields: Mapping[str, Json]) -> Mapping[str, Json]:
    return {"type": "object", "description": says, "properties": fields, "required": list(fields)}


_SCHEMAS: Mapping[str, Mapping[str, Json]] = {
    "Error": _object("What went wrong, and what to do, in a sentence.", error=_TEXT),
    "Rows": _object(
        "A part of a list. Rows are those that `--json` of the command line prints; `there` counts all rows of the "
        "list, null where that is not known.",
        rows={"type": "array", "items": _OBJECT},
        offset=_NUMBER,
        limit=_NUMBER,
        there={"type": ["integer", "null"]},
    ),
    "Item": _object(
        "One item: what it is, its row, its notes. `version` is what a decision about it must name.",
        kind={
            "type": "string",
            "enum": ["document", "statement", "claim", "event", "gap", "person", "date", "citation", "entity"],
        },
        item=_OBJECT,
        notes={"type": "array", "items": _OBJECT},
    ),
    "Counts": {"type": "object", "description": "How much there is of each.", "additionalProperties": _NUMBER},
    "Progress": _object(
        "`progress` is null while nobody adds.",
        busy={"type": "boolean"},
        progress={
            "type": ["object", "null"],
            "properties": {"done": _NUMBER, "of": _NUMBER, "weighing": {"type": "boolean"}, "what": _TEXT},
        },
        documents=_NUMBER,
    ),
    "Completions": _object("Whole queries.", completions={"type": "array", "items": _TEXT}),
    "Token": _object("Holds until the desk ends.", token=_TEXT),
    "Decision": _object("The number of the decision, as the log has it.", decision=_NUMBER),
    "Note": _object(
        "A note or tag.", id=_NUMBER, at=_TEXT, by=_TEXT, item=_TEXT, document=_TEXT, kind=_TEXT, text=_TEXT
    ),
    "Description": {"type": "object", "description": "An OpenAPI description."},
}
_ERRORS: Mapping[str, str] = {
    "400": "The query or a value can't be what it is.",
    "403": "The cookie or the token is missing.",
    "409": "Somebody decided meanwhile: nothing was done.",
    "503": "The case can't be used just now.",
}


def description(operations: Sequence[Operation]) -> dict[str, Json]:
    """The description of these operations."""
    paths: dict[str, dict[str, Json]] = {}
    for one in operations:
        paths.setdefault(one.path, {})[one.method.lower()] = _operation(one)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Sayso",
            "version": version("sayso"),
            "summary": "A case, as the desk serves it to this machine alone.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "security": [{"cookie": []}],
        "paths": paths,
        "components": {
            "schemas": dict(_SCHEMAS),
            "securitySchemes": {
                "cookie": {
                    "type": "apiKey",
                    "in": "cookie",
                    "name": "sayso-PORT",
                    "description": "Given for the key of the address that `sayso serve` prints; PORT is its port.",
                }
            },
        },
    }


def _operation(one: Operation) -> dict[str, Json]:
    in_path: list[Json] = [
        {"name": name, "in": "path", "required": True, "schema": _TEXT, "description": "An id, or how it begins."}
        for name in re.findall(r"{(\w+)}", one.path)
    ]
    in_query: list[Json] = [
        {"name": p.name, "in": "query", "required": p.required, "schema": p.schema(), "description": p.says}
        for p in one.query
    ]
    made: dict[str, Json] = {
        "operationId": one.name,
        "summary": one.says,
        "responses": {
            "200": _response("All well.", one.gives),
            **{s: _response(w, "Error") for s, w in _ERRORS.items()},
        },
    }
    if in_path or in_query:
        made["parameters"] = [*in_path, *in_query]
    if one.form:
        fields: dict[str, Json] = {p.name: {**p.schema(), "description": p.says} for p in one.form}
        required: list[Json] = [p.name for p in one.form if p.required]
        schema: dict[str, Json] = {"type": "object", "properties": fields, "required": required}
        made["requestBody"] = {"required": True, "content": {"application/x-www-form-urlencoded": {"schema": schema}}}
    return made


def _response(says: str, schema: str) -> dict[str, Json]:
    return {
        "description": says,
        "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}},
    }
