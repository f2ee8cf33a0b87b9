"""Findings say in which sheet, slide, chapter or at what time they stand, where there are no pages."""

from pathlib import Path

import sayso
from sayso.settings import Settings

SLIDES = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nThe quay was open.\n\n00:01:05.000 --> 00:01:09.000\n{}\n"
SAID = "“The bridge over the Larch was closed at noon,” Ane Sørby said."


def test_a_statement_in_a_transcript_has_a_time(tmp_path: Path) -> None:
    (tmp_path / "hearing.vtt").write_text(SLIDES.format(SAID))
    (tmp_path / "memo.txt").write_text(SAID)
    with sayso.open(tmp_path / "a.sayso", Settings(workers=1), create=True) as case:
        case.add([str(tmp_path / "hearing.vtt"), str(tmp_path / "memo.txt")])
        found = {statement.at.name: statement.at for statement in case.statements()}
    assert (found["hearing.vtt"].page, found["hearing.vtt"].place) == (None, "at 00:01:05")
    assert (found["memo.txt"].section, found["memo.txt"].place) == (None, "")
