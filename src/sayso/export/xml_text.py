"""Words of documents as text that every XML parser takes."""

import re

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 (section 2.2, Char) can't hold, not even escaped."""


def xml_text(text: str) -> str:
    """The text with U+FFFD in place of each character that XML has no room for; not escaped."""
    return _NOT_XML.sub("\ufffd", text)
