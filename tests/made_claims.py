"""A small invented case in which documents agree, copy each other and deny; read and weighed as a user's would be."""

from pathlib import Path

from sayso import casebook
from sayso.casebook import Case
from sayso.settings import Settings

_STORY = """\
Solvent from the Selby mill ran into the Orrin River on the night of March 2, 2031, according to an engineer at the \
mill who asked not to be named. The mill released 4,000 gallons of solvent into the river, the engineer said.

The mill has stood above the weir for ninety years, and most families in the town have had somebody who worked there. \
Its pipes were laid when nobody asked where they led, and no map of them is known to exist outside the mill's own vault.

Greta Halloran, who owns the mill, denied that the mill released solvent into the river.

Bram Teague, the mayor of Selby, met Halloran at the town hall on March 3, 2031, a clerk said.
"""

PILE = {
    "ledger.txt": f"""\
The Oxbow Ledger
Mill's solvent reached the river, engineer says
By Nora Quist
March 4, 2031

{_STORY}""",
    # a reprint, which says so
    "courier.txt": f"""\
Orrin Valley Courier
Solvent in the river
By The Oxbow Ledger
March 5, 2031

{_STORY}""",
    # somebody else, who was there, and a number that does not agree
    "herald.txt": """\
The Weir Herald
Fisherman saw the river turn
By Paul Adeane
March 6, 2031

Tobias Renn, who fishes below the weir, said that the Selby mill released solvent into the Orrin River on March 2, \
2031. "I saw it come out of the pipe," Renn said. He put it at 9,000 gallons of solvent.

Three swans died below the weir on March 4, 2031, said Captain Ilse Brandt of the fire brigade.
""",
    # who denies it, in her own words
    "letter.txt": """\
Letter to the editor of The Oxbow Ledger
From: Greta Halloran
March 8, 2031

The Selby mill did not release solvent into the Orrin River on March 2, 2031. No pipe of the mill leads to the river.

Three swans did not die below the weir.
""",
    # nothing of either
    "minutes.txt": """\
Minutes of the Selby library board
March 9, 2031

The board voted four to one to keep the library open on Sundays. The librarian reported that 312 books were missing.
""",
}


def make_pile(folder: Path) -> Path:
    """The files, in a folder of their own below `folder`."""
    pile = folder / "pile"
    pile.mkdir()
    for name, text in PILE.items():
        (pile / name).write_text(text, encoding="utf-8")
    return pile


def make_case(folder: Path) -> Path:
    """The case file below `folder`, read and weighed."""
    path = folder / "mill.sayso"
    with opened(path, create=True) as case:
        case.add([str(make_pile(folder))])
    return path


def opened(path: Path, *, by: str = "Ana", create: bool = False) -> Case:
    """The case, for somebody who signs so."""
    return casebook.open(path, Settings(workers=1, signer=by), create=create)
