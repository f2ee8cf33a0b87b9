"""Documents that state something, and claims as weighing may make them of these."""

from sayso.model.claim import Claim, ClaimStatus, Origin, OriginKind, Position, Stance
from sayso.model.findings import Findings, finding_id
from sayso.model.proposition import Proposition
from sayso.model.span import Span
from sayso.model.statement import Factuality, Voice
from sayso.model.when import When
from sayso.store.pack import PackedFile
from sayso.store.stored import ShownPosition, WeighedClaim
from tests.store.made import packed, read_document

TEXTS = {
    "/pile/bugle.txt": "The bridge will close, the mayor said. The cables are sound.",
    "/pile/echo.txt": "The bridge is to close, the Bugle reported. Nobody has asked why.",
}


def stated(document: str, text: str, words: str) -> Proposition:
    """A proposition with these words and nothing else."""
    at = text.index(words)
    span = Span(at, at + len(words))
    return Proposition(
        finding_id("q", document, span),
        span,
        None,
        (Voice("The Bugle"),),
        Factuality.CERTAIN,
        negated=False,
        predicate="close",
        roles=(),
        entities=(),
        times=(),
        quantities=(),
        terms=("bridge", "close"),
    )


def stating(path: str, *words: str) -> PackedFile:
    """A file with propositions of these words."""
    text = TEXTS[path]
    document = read_document(text, path=path).document
    findings = Findings(propositions=tuple(stated(document.id, text, w) for w in words))
    return packed(read_document(text, findings, path=path), path=path)


def document_of(path: str) -> str:
    """The id of the document."""
    return read_document(TEXTS[path], path=path).document.id


def weighed(id: str, *places: tuple[str, str, Stance], status: ClaimStatus, urgency: float = 0.0) -> WeighedClaim:
    """A claim with positions: (path, words, stance)."""
    positions = []
    for path, words, stance in places:
        proposition = stated(document_of(path), TEXTS[path], words)
        positions.append(
            Position(document_of(path), proposition.id, None, proposition.span, stance, "o1", ("the same words",))
        )
    claim = Claim(
        id=id,
        text=places[0][1],
        document=positions[0].document,
        span=positions[0].span,
        positions=tuple(positions),
        origins=(Origin("o1", "the mayor", OriginKind.NAMED, Stance.SUPPORTS),),
        links=(),
        conflicts=(),
        status=status,
        independent=1,
        independent_max=1,
        first=When.parse("2031-03-04"),
    )
    shown = tuple(ShownPosition(words, ("The Bugle", "the mayor"), None) for _, words, _ in places)
    return WeighedClaim(claim, shown, ("the mayor",), urgency)
