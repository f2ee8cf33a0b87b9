"""Who is likely meant where a document gives no full name: the only one in the case who bears the name.

Nothing is merged on that: a surname or an initial alone never makes two one. Claims are compared, and voices counted,
on the presumption that there is no second one, until a person says otherwise.
"""

from collections.abc import Iterable, Mapping

from sayso.model.entity import EntityKind
from sayso.model.identity import Suggestion
from sayso.resolve.keys import full_key
from sayso.resolve.suggest import ONLY_BEARER


def presumed(names: Mapping[str, str], suggestions: Iterable[Suggestion]) -> Mapping[str, str]:
    """Person of the case without a full name → the one in full that it is presumed to be (ids).

    `names` are those of all people (no other entities), by id. What a person held is open, and presumed of nobody.
    """
    found: dict[str, set[str]] = {}
    for suggestion in suggestions:
        pair = (suggestion.first, suggestion.second)
        only = any(evidence.ground == ONLY_BEARER for evidence in suggestion.evidence)
        if suggestion.held or not only or not names.keys() >= set(pair):
            continue
        short = [id for id in pair if full_key(names[id], EntityKind.PERSON) is None]
        if len(short) == 1:
            [full] = set(pair) - set(short)
            found.setdefault(short[0], set()).add(full)
    return {id: next(iter(full)) for id, full in found.items() if len(full) == 1}
