"""A model whose files are not the recorded ones is refused."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import ModelError
from sayso.find.models import KNOWN, digest_of, installed, verify


def test_the_installed_model_is_the_recorded_one() -> None:
    verify(installed())


def test_other_files_are_refused() -> None:
    with pytest.raises(ModelError, match=re.escape("are not the recorded ones")):
        verify(replace(installed(), digest="0" * 64))


def test_the_digest_sees_names_and_contents(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    first = digest_of(tmp_path)
    (tmp_path / "a").write_bytes(b"2")
    second = digest_of(tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    assert len({first, second, digest_of(tmp_path)}) == 3


def test_every_known_model_says_where_it_is_from() -> None:
    assert all(m.origin and m.licence for m in KNOWN)
