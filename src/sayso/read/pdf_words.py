"""The words of one page of a PDF, from its characters and their boxes."""

import ctypes
import math

import pypdfium2 as pdfium
import pypdfium2.raw as c

from sayso.model.document import Box
from sayso.read.pdf_sheet import Edges, TooLargeError, View, Word

_MAX_CHARACTERS = 400_000
_LINE_END_HYPHENS = (0x02, 0xFFFE)
"""what PDFium puts in place of a hyphen at the end of a line"""
_BOLD = (b"bold", b"black", b"heavy", b"cmbx", b"sfbx", b"-bd")


def words_of(page: pdfium.PdfPage, view: View) -> tuple[list[Word], int]:
    """The page's words in the order of the file, and how many characters the file does not say the letters of.

    Raises `TooLargeError` for a page of more characters than are read.
    """
    textpage = page.get_textpage()
    try:
        count = textpage.count_chars()
        if count > _MAX_CHARACTERS:
            raise TooLargeError(f"it holds {count} characters, more than the {_MAX_CHARACTERS} we read")
        return _Words(textpage, view).read(count)
    finally:
        textpage.close()


class _Words:
    """Builds the words of one page from its characters."""

    def __init__(self, textpage: pdfium.PdfTextPage, view: View) -> None:
        self._page = textpage.raw
        self._view = view
        self._words: list[Word] = []
        self._text: list[str] = []
        self._boxes: list[Edges] = []
        self._first = 0
        self._glued = False
        self._font = ctypes.create_string_buffer(256)
        self._drawn: dict[int, tuple[bool, bool, bool]] = {}

    def read(self, count: int) -> tuple[list[Word], int]:
        """All characters, one call of the library each for letter and box: this loop is most of reading a page."""
        page, view, loose = self._page, self._view, c.FS_RECTF()
        upright, left, top = view.rotation == 0, view.left, view.top
        get_unicode, get_box = c.FPDFText_GetUnicode, c.FPDFText_GetLooseCharBox
        unmapped = 0
        text, boxes = self._text, self._boxes
        for i in range(count):
            code = get_unicode(page, i)
            if code in _LINE_END_HYPHENS:
                code = 0x2D
            letter = chr(code)
            if letter.isspace():
                if boxes:
                    self._end(glued=False)
                else:
                    self._glued = False
                continue
            if code < 0x20 or 0xD800 <= code < 0xE000:
                letter = "\ufffd"
                unmapped += 1
            get_box(page, i, loose)
            box = (
                (loose.left - left, top - loose.top, loose.right - left, top - loose.bottom)
                if upright
                else view.place(loose.left, loose.bottom, loose.right, loose.top)
            )
            if boxes:
                last = boxes[-1]
                # Nearly all characters stand as high as the one before, and close to it.
                if box[1] == last[1] and box[3] == last[3]:
                    size = last[3] - last[1]
                    if not -size < box[0] - last[2] < 0.35 * size and box != last:
                        self._part(last, box)
                elif box != last:
                    self._part(last, box)
            if not boxes:
                self._first = i
            text.append(letter)
            boxes.append(box)
        self._end(glued=False)
        return self._words, unmapped

    def _part(self, last: Edges, box: Edges) -> None:
        """End the word if the next character stands elsewhere or is of another size."""
        x0, y0, x1, y1 = last
        left, top, _, bottom = box
        size = max(y1 - y0, bottom - top)
        if top >= y1 or bottom <= y0 or not -size < left - x1 < 0.35 * size:
            # Text that runs upwards moves in y, not in x; its characters stay together while they touch.
            if abs(left - x0) > 0.2 * size or min(abs(top - y1), abs(y0 - bottom)) > 0.35 * size:
                self._end(glued=False)
        elif abs((bottom - top) - (y1 - y0)) > 0.12 * size or abs(bottom - y1) > 0.2 * size:
            self._end(glued=True)

    def _end(self, *, glued: bool) -> None:
        boxes = self._boxes
        if boxes:
            x0s, y0s, x1s, y1s = zip(*boxes, strict=True)
            bold, upright, unseen = self._look()
            if upright:
                middle = len(boxes) // 2
                top = y0s[0] if y0s.count(y0s[0]) == len(y0s) else sorted(y0s)[middle]
                bottom = y1s[0] if y1s.count(y1s[0]) == len(y1s) else sorted(y1s)[middle]
            else:
                top, bottom = min(y0s), max(y1s)
            box = Box(min(x0s), top, max(x1s), bottom)
            edges = (*x0s, x1s[-1])
            self._words.append(Word("".join(self._text), box, edges, bold, self._glued, upright, unseen))
            self._text.clear()
            boxes.clear()
        self._glued = glued

    def _look(self) -> tuple[bool, bool, bool]:
        """Whether the word is bold, upright and unseen. All words of one text object of the file look alike."""
        item = c.FPDFText_GetTextObject(self._page, self._first)
        key = ctypes.cast(item, ctypes.c_void_p).value or 0
        look = self._drawn.get(key) if key else None
        if look is None:
            unseen = bool(key) and c.FPDFTextObj_GetTextRenderMode(item) == c.FPDF_TEXTRENDERMODE_INVISIBLE
            look = self._drawn[key] = self._bold(), self._upright(), unseen
        return look

    def _bold(self) -> bool:
        flags = ctypes.c_int()
        length = c.FPDFText_GetFontInfo(self._page, self._first, self._font, len(self._font), flags)
        name = self._font.value.lower() if 0 < length <= len(self._font) else b""
        return any(part in name for part in _BOLD) or c.FPDFText_GetFontWeight(self._page, self._first) >= 600

    def _upright(self) -> bool:
        angle = math.degrees(c.FPDFText_GetCharAngle(self._page, self._first))
        return abs((angle - self._view.rotation + 180) % 360 - 180) < 20
