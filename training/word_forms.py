"""Base forms of verbs and nouns, from the tables of the language model: `python -m training.word_forms`.

The tables are WordNet's (Fellbaum 1998), as spaCy's English models carry them. Kept are verbs of one word, and forms
that the rules of find/propositions/lemmas.py do not lead back by themselves.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

import spacy
from spacy.lookups import Lookups

from sayso.find import lexicon
from sayso.find.attribution.nouns import singular
from sayso.find.models import installed
from sayso.find.propositions.lemmas import regular_bases

FOLDER = Path(lexicon.__file__).parent
NOTE = "# From WordNet 3.0 (Princeton University; see SOURCES-propositions.md); made by training/word_forms.py."


def main() -> None:
    """Write both lists."""
    lemmatizer = spacy.load(installed().package).get_pipe("lemmatizer")
    tables: Lookups = lemmatizer.lookups
    index, exceptions = tables.get_table("lemma_index"), tables.get_table("lemma_exc")
    verbs = sorted(word for word in index["verb"] if word.isascii() and word.isalpha() and len(word) > 1)
    write("verb-bases", verbs)
    bases = frozenset(verbs)
    found = [f"V {form} {base}" for form, base in pairs(exceptions["verb"])
             if base in bases and next(regular_bases(form, bases), None) != base]  # fmt: skip
    found += [f"N {form} {base}" for form, base in pairs(exceptions["noun"]) if singular(form) != base]
    write("irregular-forms", found)


def pairs(table: Mapping[str, Iterable[str]]) -> list[tuple[str, str]]:
    """Forms of one word with the first base that is none of them."""
    plain = ((form, next((b for b in bases if b != form), form)) for form, bases in table.items())
    return sorted((f, b) for f, b in plain if f != b and f.isascii() and f.isalpha() and b.isalpha())


def write(name: str, lines: Iterable[str]) -> None:
    """Write one list of the lexicon."""
    (FOLDER / f"{name}.txt").write_text("\n".join([NOTE, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
