"""Values of the model in the words a reporter uses, for every place that shows them to people."""

from collections.abc import Mapping

from sayso.model.document import Sureness
from sayso.model.gap import GapKind
from sayso.model.statement import Act, Factuality, Mode

ACTS: Mapping[Act, str] = {
    Act.ASSERT: "says",
    Act.CONFIRM: "confirms",
    Act.DENY: "denies",
    Act.DECLINE: "no comment",
    Act.NO_RESPONSE: "no answer",
    Act.ASK: "asks",
    Act.INTEND: "intends",
    Act.BELIEVE: "believes",
}
"""In a word or two."""
FACTUALITY: Mapping[Factuality, str] = {
    Factuality.CERTAIN: "as certain",
    Factuality.PROBABLE: "as probable",
    Factuality.POSSIBLE: "as possible",
    Factuality.POSSIBLY_NOT: "as possibly not so",
    Factuality.PROBABLY_NOT: "as probably not so",
    Factuality.CERTAINLY_NOT: "as certainly not so",
    Factuality.UNKNOWN: "without saying whether it is so",
}
MODES: Mapping[Mode, str] = {
    Mode.DIRECT: "in the speaker's own words (direct)",
    Mode.INDIRECT: "in the writer's words (indirect)",
    Mode.MIXED: "partly in the speaker's own words (mixed)",
}
GAPS: Mapping[GapKind, str] = {
    GapKind.REDACTION: "words are blacked out",
    GapKind.NO_COMMENT: "no comment",
    GapKind.NO_RESPONSE: "a request without an answer",
    GapKind.WITHHELD_SOURCE: "a source whose name is withheld",
    GapKind.OPEN_QUESTION: "an open question",
    GapKind.CITED_DOCUMENT: "a cited document that is not in the case",
    GapKind.UNHEARD_PERSON: "a person who was not heard",
    GapKind.SINGLE_UNNAMED_ORIGIN: "it rests on one source without a name",
}
SURENESS: Mapping[Sureness, str] = {
    Sureness.PERSON: "a person says so",
    Sureness.STATED: "the document says so",
    Sureness.INFERRED: "read from its text or address",
    Sureness.GUESSED: "a guess",
}
