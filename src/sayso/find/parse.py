"""Text to tokens, tags, dependencies and names. The only file that knows the NLP library (spaCy)."""

import re
import warnings
from collections.abc import Sequence

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from sayso.errors import ModelError
from sayso.find.models import installed, verify
from sayso.find.parsed import NameSpan, Parsed, Token
from sayso.model.span import Span

__all__ = ["NameSpan", "Parsed", "Parser", "Token"]

_UNREAD_COMPONENTS = ("lemmatizer", "attribute_ruler")
_BATCH = 32
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
        with warnings.catch_warnings():
            # The 3.7 model runs on 3.8 and was measured there; the warning would greet every user.
            warnings.filterwarnings("ignore", message=r"\[W095\]")
            try:
                self._nlp: Language = spacy.load(self.name, exclude=list(_UNREAD_COMPONENTS))
            except (OSError, ValueError) as error:
                raise ModelError(
                    f"The language model {self.name!r} can't be loaded ({error}). Run `make install`, or name another."
                ) from error
        self.version = f"{self._nlp.meta['lang']}_{self._nlp.meta['name']} {self._nlp.meta['version']}"

    def parse(self, text: str, blocks: Sequence[Span]) -> Parsed:
        """Parse the `blocks` (paragraphs, in order, not overlapping) of `text`; no sentence spans two of them.

        Line breaks inside a block count as spaces, so that hard-wrapped lines parse as the sentences they are. A run of
        over 500 characters without a blank is no words; it counts as spaces too.
        """
        tokens: list[Token] = []
        sentences: list[range] = []
        names: list[NameSpan] = []
        # The zone frees what the vocabulary learned from this text, so a worker's memory does not grow with the pile.
        with self._nlp.memory_zone():
            pieces = (_parsable(block.of(text)) for block in blocks)
            for block, doc in zip(blocks, self._nlp.pipe(pieces, batch_size=_BATCH), strict=True):
                _append(doc, block.start, tokens, sentences, names)
        children: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.i:
                children[token.head].append(token.i)
        return Parsed(tuple(tokens), tuple(sentences), tuple(names), tuple(map(tuple, children)))


def _parsable(block: str) -> str:
    """The block on one line, same length; what would keep the tokenizer busy for minutes (its time grows with the
    square of a run without blanks) made blank.
    """
    return _UNBROKEN.sub(lambda run: " " * len(run[0]), block.replace("\n", " ").replace("\r", " "))


def _append(doc: Doc, offset: int, tokens: list[Token], sentences: list[range], names: list[NameSpan]) -> None:
    """Take over what the library found in one block that starts at `offset`."""
    index_of = {}
    kept = [t for t in doc if not t.is_space]
    for position, t in enumerate(kept, start=len(tokens)):
        index_of[t.i] = position
    for t in kept:
        head = _kept_head(t, index_of)
        start = offset + t.idx
        tokens.append(Token(index_of[t.i], start, start + len(t.text), t.text, t.tag_, t.dep_, head, t.ent_type_))
    for sentence in doc.sents:
        inside = [index_of[t.i] for t in sentence if t.i in index_of]
        if inside:
            sentences.append(range(inside[0], inside[-1] + 1))
    for entity in doc.ents:
        names.append(NameSpan(Span(offset + entity.start_char, offset + entity.end_char), entity.label_))


def _kept_head(token: "spacy.tokens.Token", index_of: dict[int, int]) -> int:
    """The nearest ancestor that is no white space; the token itself at the top."""
    at = token
    while at.head.i != at.i:
        at = at.head
        if at.i in index_of:
            return index_of[at.i]
    return index_of[token.i]
