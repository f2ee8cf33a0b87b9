"""A question typed by a person → the condition that a list of the store takes. docs/query.md explains the language."""

from sayso.query.compile import compile_query, condition_for
from sayso.query.fields import KNOWN_FIELDS
from sayso.query.parse import parse
from sayso.query.syntax import Query

__all__ = ["KNOWN_FIELDS", "Query", "compile_query", "condition_for", "parse"]
