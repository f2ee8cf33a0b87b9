"""Transcripts with times: WebVTT (W3C) and SubRip (`.srt`)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from sayso.errors import UnreadableError
from sayso.model.document import SectionKind
from sayso.read.decode import decode
from sayso.read.reading import Reading
from sayso.read.writer import Writer

_BLOCKS = re.compile(r"\n[ \t]*\n+")
_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMING = re.compile(rf"[ \t]*{_TIME}[ \t]+-->[ \t]+{_TIME}")
_VOICE = re.compile(r"<v(?:\.[^\s>]{0,60})?[ \t]+([^>]{1,100})>")
_TAG = re.compile(r"</?[a-zA-Z0-9][^<>]{0,200}>|\{\\[^{}]{0,100}\}")
_SENTENCE_END = (".", "!", "?", "…", "”", '"')
_PAUSE = 2.0
_LONG_PARAGRAPH = 800


@dataclass(frozen=True, slots=True)
class _Cue:
    """Words shown from `start` to `end` (seconds), and by whom where that is stated."""

    start: float
    end: float
    lines: tuple[tuple[str, str], ...]
    """(voice, words) of each line; the voice empty where none is stated"""


def read_subtitles(data: bytes) -> Reading:
    """Read a transcript: what is said, one cue after another, each a section named by the time it starts at.

    White space is folded. A paragraph ends where another voice is stated (which then stands before its words, with a
    colon), at a pause after a sentence, and before a dash. A line that only repeats the one before it, as automatic
    captions do, is left out. Raises `UnreadableError` if it has no cue.
    """
    decoded = decode(data)
    cues = sorted(_cues(decoded.characters), key=lambda cue: cue.start)
    writer = Writer()
    voice, before, ended, begun = "", "", 0.0, 0
    for cue in cues:
        writer.begin(SectionKind.TIME, _clock(cue.start))
        for speaker, words in cue.lines:
            if words == before and cue.start - ended < _PAUSE:
                continue
            is_other = bool(speaker) and speaker != voice
            is_long = writer.length - begun > _LONG_PARAGRAPH
            if (
                is_other
                or words.startswith(("- ", "– ", "— "))
                or (before.endswith(_SENTENCE_END) and (cue.start - ended >= _PAUSE or is_long))
            ):
                writer.gap("\n\n")
                begun = writer.length
            else:
                writer.gap(" ")
            writer.write(f"{speaker}: {words}" if is_other else words)
            voice, before = speaker or voice, words
        ended = max(ended, cue.end)
    if not writer.length:
        raise UnreadableError("It is a transcript without words: no line stands under a time.")
    kind = "text/vtt" if decoded.characters.lstrip().startswith("WEBVTT") else "application/x-subrip"
    return Reading(kind, writer.text(), problems=decoded.problems)


def _cues(characters: str) -> Iterator[_Cue]:
    """The cues; notes, styles and regions hold no times and so are none."""
    for block in _BLOCKS.split(characters.replace("\r\n", "\n").replace("\r", "\n")):
        lines = block.strip("\n").split("\n")
        for number, line in enumerate(lines[:2]):
            if timing := _TIMING.match(line):
                times = timing.groups()
                lines_said = tuple(_said(lines[number + 1 :]))
                yield _Cue(_seconds(times[:4]), _seconds(times[4:]), lines_said)
                break


def _said(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        voice = _VOICE.search(line)
        words = " ".join(unescape(_TAG.sub("", _VOICE.sub("", line))).split())
        if words:
            yield (" ".join(unescape(voice[1]).split()) if voice else ""), words


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{fraction}")


def _clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"
