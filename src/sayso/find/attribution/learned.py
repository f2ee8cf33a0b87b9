"""Everything about attributions that was learned from the corpus, loaded."""

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.encode import Attributor
from sayso.find.attribution.judge import JudgeWeights, judge_weights
from sayso.find.lexicon import weights


@dataclass(frozen=True, slots=True)
class Learned:
    """The encoder, the linear model of candidates (score.py) and the models that judge between them (judge.py)."""

    encoder: Attributor
    linear: Mapping[str, float]
    judge: JudgeWeights

    @classmethod
    def shipped(cls) -> "Learned":
        """What ships in the package; raises `ModelError` if the encoder's files are not the recorded ones."""
        return cls(Attributor(), weights("attribution"), judge_weights())
