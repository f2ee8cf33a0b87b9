from sayso.model.document import MarkKind, Text
from sayso.model.span import Spans


def find_boilerplate(text: Text) -> Spans:
    """x"""
    return text.marked(MarkKind.BOILERPLATE)
