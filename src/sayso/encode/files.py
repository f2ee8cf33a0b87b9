"""The files of the model that ships in the package, checked against the hashes recorded with them."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import msgspec

from sayso.errors import ModelError

RECORD = "model.json"


class ChainParameters(msgspec.Struct, frozen=True):
    """Of the chain field: scores of the first label, of the last, and of each pair of neighbours."""

    start: Sequence[float]
    end: Sequence[float]
    step: Sequence[Sequence[float]]


class Files(msgspec.Struct, frozen=True):
    """What is recorded beside the files of a model: the SHA-256 of each."""

    files: Mapping[str, str]


class Record(Files, frozen=True):
    """What is recorded of the reader of attributions: also what is no graph."""

    chain: ChainParameters
    inner_chain: ChainParameters


R = TypeVar("R", bound=Files)


def folder() -> Path:
    """Where the files lie."""
    return Path(__file__).parent / "model"


def recorded(at: Path) -> Record:
    """The record in the folder; raises `ModelError` if there is none."""
    return read_record(at, Record, "attributions")


def verified(at: Path) -> Record:
    """The record, when all of its files have their recorded hash; raises `ModelError` if one has not."""
    return verify(at, recorded(at), "attributions")


def read_record(at: Path, kind: type[R], what: str) -> R:
    """The record of the model of `what` in the folder; raises `ModelError` if there is none."""
    try:
        return msgspec.json.decode((at / RECORD).read_bytes(), type=kind)
    except (OSError, msgspec.MsgspecError) as error:
        raise ModelError(f"The model of {what} can't be read ({error}). Install Sayso again.") from error


def verify(at: Path, record: R, what: str) -> R:
    """The same record, when all of its files have their recorded hash; raises `ModelError` if one has not."""
    wrong = [name for name, digest in record.files.items() if digest_of(at / name) != digest]
    if wrong:
        names = ", ".join(wrong)
        raise ModelError(f"The model of {what} holds other files than were recorded ({names}). Install it again.")
    return record


def encoder_version() -> str:
    """Which reader of attributions ships: the start of a hash over those of all its files."""
    held = recorded(folder()).files
    return sha256(" ".join(held[name] for name in sorted(held)).encode()).hexdigest()[:12]


def digest_of(file: Path) -> str | None:
    """SHA-256 of a file's bytes, in hexadecimal; `None` if it can't be read."""
    try:
        return sha256(file.read_bytes()).hexdigest()
    except OSError:
        return None
