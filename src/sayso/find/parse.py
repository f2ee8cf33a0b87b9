"""Text to tokens, tags, dependencies and names. The only file that knows the NLP library (spaCy)."""

import re
import warnings
from collections.abc import Sequence
from contextlib import ExitStack

import numpy as np
import spacy
from spacy.attrs import DEP, ENT_TYPE, HEAD, IDX, IS_SPACE, LENGTH, SENT_START, TAG
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import use_ops

from sayso.errors import ModelError
from sayso.find.models import installed, verify
from sayso.find.parsed import NameSpan, Parsed, Token
from sayso.model.span import Span

__all__ = ["NameSpan", "Parsed", "Parser", "Token"]

_UNREAD_COMPONENTS = ("lemmatizer", "attribute_ruler")
_BATCH = 32
_COLUMNS = (IDX, LENGTH, TAG, DEP, ENT_TYPE)
_ZONE = 1_000_000
"""Characters after which what the vocabulary learned is forgotten"""
_UNBROKEN = re.compile(r"\S{501,}")


class Parser:
    """A loaded model. Loading takes seconds, so a process loads one and keeps it.

    `model` names an installed spaCy model or its folder; by default the first installed one that we know, whose
    files are verified. Raises `ModelError` if there is none or it can't be loaded.
    """

    def __init__(self, model: str | None = None) -> None:
        if model is None:
            known = installed()
            verify(known)
        self.name = model or known.package
        # Where BLIS does not know the processor it multiplies three times as slowly as what NumPy was built with.
        with warnings.catch_warnings(), use_ops("numpy", use_blis=False):
            # The 3.7 model runs on 3.8 and was measured there; the warning would greet every user.
            warnings.filterwarnings("ignore", message=r"\[W095\]")
            try:
                self._nlp: Language = spacy.load(self.name, exclude=list(_UNREAD_COMPONENTS))
            except (OSError, ValueError) as error:
                raise ModelError(
                    f"The language model {self.name!r} can't be loaded ({error}). Run `make install`, or name another."
                ) from error
        self.version = f"{self._nlp.meta['lang']}_{self._nlp.meta['name']} {self._nlp.meta['version']}"
        self._zone = ExitStack()
        self._left = 0

    def parse(self, text: str, blocks: Sequence[Span]) -> Parsed:
        """Parse the `blocks` (paragraphs, in order, not overlapping) of `text`; no sentence spans two of them.

        Line breaks inside a block count as spaces, so that hard-wrapped lines parse as the sentences they are. A run of
        over 500 characters without a blank is no words; it counts as spaces too.
        """
        tokens: list[Token] = []
        sentences: list[range] = []
        names: list[NameSpan] = []
        self._forget(len(text))
        pieces = (_parsable(block.of(text)) for block in blocks)
        for block, doc in zip(blocks, self._nlp.pipe(pieces, batch_size=_BATCH), strict=True):
            _append(doc, block.start, tokens, sentences, names)
        children: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.i:
                children[token.head].append(token.i)
        return Parsed(tuple(tokens), tuple(sentences), tuple(names), tuple(map(tuple, children)))

    def _forget(self, coming: int) -> None:
        """Free what the vocabulary learned from the texts so far, if many more characters are `coming`: a process's
        memory does not grow with the pile, and yet a word that comes again is not new in each text.
        """
        self._left -= coming
        if self._left < 0:
            self._zone.close()
            self._zone.enter_context(self._nlp.memory_zone())
            self._left = _ZONE


def _parsable(block: str) -> str:
    """The block on one line, same length; what would keep the tokenizer busy for minutes (its time grows with the
    square of a run without blanks) made blank.
    """
    return _UNBROKEN.sub(lambda run: " " * len(run[0]), block.replace("\n", " ").replace("\r", " "))


def _append(doc: Doc, offset: int, tokens: list[Token], sentences: list[range], names: list[NameSpan]) -> None:
    """Take over what the library found in one block that starts at `offset`."""
    text, strings = doc.text, doc.vocab.strings
    # One array of the whole is several times as fast as asking every token for each of its attributes.
    words = doc.to_array([IS_SPACE]) == 0
    heads = (doc.to_array([HEAD]).astype(np.int64) + np.arange(len(doc))).tolist()
    begins = (doc.to_array([SENT_START]) == 1).tolist()
    places = (len(tokens) + np.cumsum(words) - words).tolist()
    kept = words.tolist()
    first = len(tokens)
    for i, (start, length, tag, dep, name) in enumerate(doc.to_array(list(_COLUMNS)).tolist()):
        place = places[i]
        if begins[i] and place > first:
            sentences.append(range(first, place))
            first = place
        if kept[i]:
            head = places[_kept_head(i, heads, kept)]
            at = offset + start
            word = text[start : start + length]
            tokens.append(Token(place, at, at + length, word, strings[tag], strings[dep], head, strings[name]))
    if len(tokens) > first:
        sentences.append(range(first, len(tokens)))
    for entity in doc.ents:
        names.append(NameSpan(Span(offset + entity.start_char, offset + entity.end_char), entity.label_))


def _kept_head(token: int, heads: Sequence[int], kept: Sequence[bool]) -> int:
    """The nearest ancestor that is no white space; the token itself at the top."""
    at = token
    while heads[at] != at:
        at = heads[at]
        if kept[at]:
            return at
    return token
