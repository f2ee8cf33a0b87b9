"""Makes the words that mean the same, and how rare each is, from WordNet 3.0.

`python -m training.claims.words FOLDER` reads WordNet's database (the folder with `data.verb`, `index.verb` and
`cntlist.rev`; Debian's package `wordnet-base` has them) and writes src/sayso/weigh/lexicon/words.tsv: a word, ten times
the logarithm of how rare it is in the texts that WordNet counted, and its groups. Two words with a group in common can
mean the same: the group is a synset, that of the verb for nouns derived from it ("payment", "pay").
"""

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.table import ROOT

OUT = ROOT / "src" / "sayso" / "weigh" / "lexicon" / "words.tsv"
KINDS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
LEAST_SHARE = 0.12
"""of a word's counted uses, for a sense to be kept"""
UNCOUNTED_SENSES = 2
"""of verbs whose senses WordNet did not count; other words that it did not count are left out"""
_HEADER = """\
# word, 10 x ln(rarity), groups of words that can mean the same. Made by training/claims/words.py from WordNet 3.0,
# Copyright 2006 by Princeton University. All rights reserved. Licence: WORDNET-LICENSE.txt beside this file.
"""


@dataclass(frozen=True, slots=True)
class Synset:
    """Words of one meaning; `kin` are synsets that it is derived from or grouped with, by word."""

    id: str
    words: tuple[str, ...]
    kin: tuple[tuple[str, str], ...]


def main(folder: Path) -> None:
    """Write the file."""
    counts = _counts(folder)
    synsets = {s.id: s for kind, letter in KINDS.items() for s in _synsets(folder / f"data.{kind}", letter)}
    uses: Counter[str] = Counter()
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for kind, letter in KINDS.items():
        for word, ids in _index(folder / f"index.{kind}", letter):
            if not any(counts.get((word, letter, i + 1)) for i in range(len(ids))) and kind != "verb":
                continue
            if not word.isascii() or not word.replace("-", "").isalpha() or len(word) < 3:
                continue
            counted = [counts.get((word, letter, i + 1), 0) for i in range(len(ids))]
            total = sum(counted)
            uses[word] += total
            for i, id in enumerate(ids):
                kept = counted[i] >= LEAST_SHARE * total if total else i < UNCOUNTED_SENSES
                if kept:
                    groups[word] |= _groups(word, synsets[id], synsets)
    shared = Counter(g for of_word in groups.values() for g in of_word)
    number = {g: i for i, g in enumerate(sorted(g for g, n in shared.items() if n > 1))}
    all_uses = sum(uses.values())
    lines = []
    for word in sorted(groups):
        mine = sorted(number[g] for g in groups[word] if g in number)
        rarity = round(10 * math.log(all_uses / (uses[word] + 0.5)))
        if mine or uses[word]:
            lines.append(f"{word}\t{rarity}\t{' '.join(_short(n) for n in mine)}\n")
    OUT.write_text(_HEADER + "".join(lines), encoding="utf-8")
    print(f"{len(lines)} words, {len(number)} groups, {OUT.stat().st_size} bytes")


def _groups(word: str, synset: Synset, synsets: dict[str, Synset]) -> set[str]:
    found = {synset.id}
    for kin, by in synset.kin:
        # "search" the noun and the verb, "payment" and "pay"; not every word that the meaning has another word for.
        if by in ("", word) and any(w[:3] == word[:3] for w in synsets[kin].words):
            found.add(kin)
    return found


def _short(number: int) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    out = ""
    while True:
        number, rest = divmod(number, 36)
        out = digits[rest] + out
        if not number:
            return out


def _counts(folder: Path) -> dict[tuple[str, str, int], int]:
    """Uses by word, kind and number of the sense."""
    letters = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
    found: dict[tuple[str, str, int], int] = {}
    for line in (folder / "cntlist.rev").read_text(encoding="ascii").splitlines():
        key, number, count = line.split()
        word, _, rest = key.partition("%")
        found[word, letters[rest[0]], int(number)] = int(count)
    return found


def _index(path: Path, letter: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for line in path.read_text(encoding="ascii").splitlines():
        if not line.startswith(" "):
            parts = line.split()
            senses = int(parts[2])
            yield parts[0], tuple(letter + offset for offset in parts[-senses:])


def _synsets(path: Path, letter: str) -> Iterator[Synset]:
    for line in path.read_text(encoding="ascii").splitlines():
        if line.startswith(" "):
            continue
        parts = line.partition("|")[0].split()
        count = int(parts[3], 16)
        words = tuple(parts[4 + 2 * i].partition("(")[0].lower() for i in range(count))
        at = 4 + 2 * count
        kin = []
        for i in range(int(parts[at])):
            sign, offset, kind, place = parts[at + 1 + 4 * i : at + 5 + 4 * i]
            if kind == "v" and sign in ("+", "$") and letter in "nv":
                source = int(place[:2], 16)
                kin.append(("v" + offset, words[source - 1] if source else ""))
        yield Synset(letter + parts[0], words, tuple(kin))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
