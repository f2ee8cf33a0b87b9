"""`sayso check`: is the case whole?"""

import typer

from sayso import casebook
from sayso.cli.console import output, print_json
from sayso.cli.options import DEFAULT_CASE, CaseOption, JsonOption


def check(case: CaseOption = DEFAULT_CASE, json: JsonOption = False) -> None:
    """Verify a case: the file, the bytes of each document against their hash, words against texts, the log's chain.

    Exit status 1 if something is wrong: then restore a backup.
    """
    with casebook.open(case, write=False) as book:
        found = list(book.check())
    if json:
        print_json({"whole": not found, "wrong": found})
    elif found:
        for sentence in found:
            output().print(sentence, markup=False)
        output().print("Restore a backup, or move the case away and add the documents again.")
    else:
        output().print("The case is whole: file, documents, findings and log are as they were written.")
    if found:
        raise typer.Exit(1)
