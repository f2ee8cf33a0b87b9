"""Bytes to characters: no character is lost, and what was guessed is said."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UnreadableError
from sayso.read.decode import decode

WORDS = "“Déjà vu,” said Bjørn — 40 € a night…"
RUSSIAN = "Мэр отказался говорить о мосте, сообщил журналисту его помощник в понедельник утром. " * 4

READ = [
    # declared by a mark
    (WORDS.encode("utf-8-sig"), WORDS, "utf-8"),
    (WORDS.encode("utf-16"), WORDS, "utf-16-le"),
    (b"\xfe\xff" + WORDS.encode("utf-16-be"), WORDS, "utf-16-be"),
    (WORDS.encode("utf-32"), WORDS, "utf-32-le"),
    # valid UTF-8 is UTF-8
    (WORDS.encode(), WORDS, "utf-8"),
    (b"plain\r\nlines\r", "plain\r\nlines\r", "utf-8"),
    # statistics
    (WORDS.encode("cp1252"), WORDS, "cp1252"),
    (RUSSIAN.encode("cp1251"), RUSSIAN, "cp1251"),
]


@pytest.mark.parametrize(("data", "characters", "encoding"), READ)
def test_encoding(data: bytes, characters: str, encoding: str) -> None:
    decoded = decode(data)
    assert (decoded.characters, decoded.encoding) == (characters, encoding)


DECLARED = [
    # a page's own word counts, in all spellings
    (b'<meta charset="windows-1251"><p>' + "мост".encode("cp1251"), "мост"),
    (b"<meta http-equiv=Content-Type content='text/html; charset=shift_jis'>" + "橋".encode("shift_jis"), "橋"),
    (b'<?xml version="1.0" encoding="iso-8859-2"?>' + "łódź".encode("iso-8859-2"), "łódź"),
    # what calls itself Latin-1 is Windows-1252 to every browser
    (b"<meta charset=iso-8859-1>\x93so\x94", "“so”"),
    # a lie is found out: the bytes are UTF-8
    (b"<meta charset=iso-8859-1>" + WORDS.encode(), WORDS),
    # neither a codec that is none for text nor one that does not exist is followed
    (b"<meta charset=rot13>caf\xe9", "café"),
    (b"<meta charset=klingon>caf\xe9", "café"),
]


@pytest.mark.parametrize(("data", "words"), DECLARED)
def test_declared_encoding(data: bytes, words: str) -> None:
    assert decode(data, markup=True).characters.endswith(words)


def test_a_declaration_in_plain_text_is_only_words() -> None:
    assert decode(b"<meta charset=windows-1251> caf\xe9").characters.endswith("café")


def test_stray_bytes_of_another_encoding_are_read_and_named() -> None:
    data = ("Björn said so. " * 40).encode() + b"\x93Not I,\x94 said Dag."
    decoded = decode(data)
    assert decoded.characters.endswith("“Not I,” said Dag.")
    assert "2 bytes" in decoded.problems[0]


def test_a_cut_file_with_a_mark_is_read_to_its_end() -> None:
    decoded = decode("words".encode("utf-16")[:-1])
    assert decoded.characters.startswith("word")
    assert decoded.problems


def test_a_guess_is_named() -> None:
    assert "guess" in decode(b"caf\xe9 au lait").problems[0]


@pytest.mark.parametrize("data", [bytes(range(256)) * 8, b"\0\0\1\0" * 100])
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="binary"):
        decode(data)


def test_a_zero_byte_in_a_text_is_kept() -> None:
    assert decode(b"words\0 and words").characters == "words\0 and words"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_whatever_is_utf8_is_read_as_it_is(characters: str) -> None:
    assert decode(characters.encode()) == decode(characters.encode(), markup=True)
    assert decode(characters.encode()).characters == characters
    assert decode(characters.encode()).problems == ()


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(UnreadableError):
        decode(data, markup=True)
