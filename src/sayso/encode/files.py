"""The files of the model that ships in the package, checked against the hashes recorded with them."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec

from sayso.errors import ModelError

RECORD = "model.json"


class ChainParameters(msgspec.Struct, frozen=True):
    """Of the chain field: scores of the first label, of the last, and of each pair of neighbours."""

    start: Sequence[float]
    end: Sequence[float]
    step: Sequence[Sequence[float]]


class Record(msgspec.Struct, frozen=True):
    """What is recorded beside the files: what is no graph, and the SHA-256 of each file."""

    chain: ChainParameters
    files: Mapping[str, str]


def folder() -> Path:
    """Where the files lie."""
    return Path(__file__).parent / "model"


def recorded(at: Path) -> Record:
    """The record in the folder; raises `ModelError` if there is none."""
    try:
        return msgspec.json.decode((at / RECORD).read_bytes(), type=Record)
    except (OSError, msgspec.MsgspecError) as error:
        raise ModelError(f"The model of attributions can't be read ({error}). Install Sayso again.") from error


def verified(at: Path) -> Record:
    """The record, when all of its files have their recorded hash; raises `ModelError` if one has not."""
    record = recorded(at)
    wrong = [name for name, digest in record.files.items() if digest_of(at / name) != digest]
    if wrong:
        names = ", ".join(wrong)
        raise ModelError(f"The model of attributions holds other files than were recorded ({names}). Install it again.")
    return record


def encoder_version() -> str:
    """Which encoder ships: the start of its hash."""
    return recorded(folder()).files["encoder.onnx"][:12]


def digest_of(file: Path) -> str | None:
    """SHA-256 of a file's bytes, in hexadecimal; `None` if it can't be read."""
    try:
        return sha256(file.read_bytes()).hexdigest()
    except OSError:
        return None
