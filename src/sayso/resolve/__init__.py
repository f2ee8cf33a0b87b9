"""Entities of documents to entities of the case, and the comparison of names."""

from sayso.resolve.known import with_known
from sayso.resolve.names import Comparison, Ground, Reason, same
from sayso.resolve.people import resolve
from sayso.resolve.presumed import presumed
from sayso.resolve.suggest import suggest

__all__ = ["Comparison", "Ground", "Reason", "presumed", "resolve", "same", "suggest", "with_known"]
