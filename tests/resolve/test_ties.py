"""Names that a document ties to a fuller one, and variants that are one full name."""

import random

import pytest

from sayso.model.entity import Entity, EntityKind, Person
from sayso.resolve import resolve

PERSON, ORG, BODY, PLACE = (
    EntityKind.PERSON,
    EntityKind.ORGANIZATION,
    EntityKind.PUBLIC_BODY,
    EntityKind.PLACE,
)
Named = tuple[EntityKind, str, tuple[str, ...]]


def case(*documents: Named) -> list[tuple[str, Entity]]:
    """One entity a document."""
    return [(f"d{n}", Entity(f"e{n}", name, kind, aliases, ())) for n, (kind, name, aliases) in enumerate(documents)]


def together(people: tuple[Person, ...]) -> set[str]:
    """The documents of each person, as digits."""
    return {"".join(sorted(document[1:] for document, _ in person.members)) for person in people}


ROWS: list[tuple[list[Named], set[str]]] = [
    # an acronym joins across documents where one ties it
    ([(BODY, "Harbour Safety Board", ("HSB",)), (ORG, "HSB", ()), (BODY, "the Harbour Safety Board", ())], {"012"}),
    # none does
    ([(BODY, "Harbour Safety Board", ()), (ORG, "HSB", ())], {"0", "1"}),
    # two documents tie it to two bodies: it could be either
    (
        [(BODY, "Harbour Safety Board", ("HSB",)), (ORG, "Holm Savings Bank", ("HSB",)), (ORG, "HSB", ())],
        {"0", "1", "2"},
    ),
    # a firm's short name
    ([(ORG, "Okello Shipping", ("Okello",)), (ORG, "Okello", ())], {"01"}),
    # which is somebody's surname in another document
    ([(ORG, "Okello Shipping", ("Okello",)), (ORG, "Okello", ()), (PERSON, "Ann Okello", ())], {"0", "1", "2"}),
    # which is a place
    ([(ORG, "Okello Shipping", ("Okello",)), (PLACE, "Okello", ())], {"0", "1"}),
    # two short forms of one, tied in two documents
    ([(ORG, "Okello Marine Works", ("Okello Marine",)), (ORG, "Okello Marine", ("OMW",)), (ORG, "OMW", ())], {"012"}),
    # a word for what kind of body it is belongs to nobody
    ([(BODY, "Harbour Committee", ("Committee",)), (BODY, "Committee", ())], {"0", "1"}),
    # legal forms left out, or the same; but not two against each other
    ([(ORG, "Okello Shipping Ltd", ()), (ORG, "Okello Shipping", ()), (ORG, "Okello Shipping Limited", ())], {"012"}),
    (
        [(ORG, "Okello Shipping GmbH", ()), (ORG, "Okello Shipping AG", ()), (ORG, "Okello Shipping", ())],
        {"0", "1", "2"},
    ),
    # names of one country
    ([(PLACE, "the United Kingdom", ()), (PLACE, "Britain", ())], {"01"}),
    # a nickname joins across documents where one ties it
    ([(PERSON, "Theresa Abara", ("Tess Abara",)), (PERSON, "Tess Abara", ()), (PERSON, "Theresa Abara", ())], {"012"}),
    ([(PERSON, "Theresa (Tess) Abara", ()), (PERSON, "Tess Abara", ())], {"01"}),
    # no chain: one document's tie of names that can't be one person's is not followed
    (
        [
            (PERSON, "Theresa Abara", ("Tess Abara", "Carla Abara")),
            (PERSON, "Tess Abara", ()),
            (PERSON, "Carla Abara", ()),
        ],
        {"0", "1", "2"},
    ),
    # a surname in a document that ties it says nothing about another document's
    ([(PERSON, "Theresa Abara", ("Abara",)), (PERSON, "Abara", ()), (PERSON, "T. Abara", ())], {"0", "1", "2"}),
    # romanised one way or another
    ([(PERSON, "Sergei Volkonin", ()), (PERSON, "Sergey Volkonin", ())], {"01"}),
    ([(PERSON, "Yuriy Volkonin", ()), (PERSON, "Yuri Volkonin", ())], {"01"}),
    ([(PERSON, "Yevgeniy Volkonin", ()), (PERSON, "Evgeny Volkonin", ())], {"01"}),
    ([(PERSON, "Aleksey Volkonin", ()), (PERSON, "Alexei Volkonin", ())], {"01"}),
    ([(PERSON, "Dmitry Volkonin", ()), (PERSON, "Dmitrii Volkonin", ())], {"01"}),
    # a man's and a woman's name, or two languages', are no ways of romanising
    ([(PERSON, "Henry Brandt", ()), (PERSON, "Henri Brandt", ())], {"0", "1"}),
    ([(PERSON, "Brian Brandt", ()), (PERSON, "Bryan Brandt", ())], {"0", "1"}),
    ([(PERSON, "Tony Brandt", ()), (PERSON, "Toni Brandt", ())], {"0", "1"}),
    # several initials together are a name, one is none
    ([(PERSON, "J. D. Brandt", ()), (PERSON, "J.D. Brandt", ())], {"01"}),
    ([(PERSON, "J. Brandt", ()), (PERSON, "J. Brandt", ())], {"0", "1"}),
    # a first initial says nothing against, but two do
    ([(PERSON, "W. Samuel Brandt", ()), (PERSON, "Samuel Brandt", ())], {"01"}),
    ([(PERSON, "W. Samuel Brandt", ()), (PERSON, "B. Samuel Brandt", ())], {"0", "1"}),
    # father and son, two brothers, two of a surname
    ([(PERSON, "Paul Harker", ()), (PERSON, "Paul Harker Jr.", ()), (PERSON, "Paul B. Harker Jr.", ())], {"0", "12"}),
    ([(PERSON, "Aras Volkonin", ()), (PERSON, "Emin Volkonin", ())], {"0", "1"}),
]


@pytest.mark.parametrize(("documents", "expected"), ROWS)
def test_ties(documents: list[Named], expected: set[str]) -> None:
    members = case(*documents)
    assert together(resolve(members)) == expected
    random.Random(7).shuffle(members)
    assert together(resolve(members)) == expected


def test_a_tie_is_the_reason() -> None:
    [person] = resolve(case((BODY, "Harbour Safety Board", ("HSB",)), (ORG, "HSB", ())))
    assert person.reason == "names that a document uses for one in 2 documents"
    assert (person.name, person.aliases) == ("Harbour Safety Board", ("HSB",))
