"""Names that the language model passed over: behind a title, known from elsewhere in the document, or in brackets."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.find.attribution.transcript import find_turns
from sayso.find.blocks import find_blocks
from sayso.find.body_nouns import body_nouns
from sayso.find.defined_terms import NEAR, defined_terms
from sayso.find.lexicon import groups as word_groups
from sayso.find.name_kinds import is_wordlike, kind_by_words, last_word
from sayso.find.name_runs import KINDS, NameRun
from sayso.find.name_words import is_title, plain
from sayso.find.parsed import Parsed, Token
from sayso.model.entity import EntityKind


def with_missed(names: Sequence[NameRun], parsed: Parsed) -> list[NameRun]:
    """The names and those that were passed over, in order of the text."""
    found = [*names, *_short_in_brackets(names, parsed)]
    taken = {i for name in found for i in name.tokens}
    edges = {sentence[0] for sentence in parsed.sentences}
    people = _people_words(found, parsed)
    forms = _forms(found, parsed)
    i = 0
    while i < len(parsed.tokens):
        if i in taken or not _could_be_name(parsed.tokens[i]):
            i += 1
            continue
        end = i + 1
        while end < len(parsed.tokens) and end not in taken and end not in edges and _could_be_name(parsed.tokens[end]):
            end += 1
        run = _person_in(range(i, end), people, parsed)
        if run:
            found.append(NameRun(run, EntityKind.PERSON))
        else:
            kind = forms.get(tuple(parsed.tokens[n].text for n in range(i, end)))
            if kind is not None:
                found.append(NameRun(range(i, end), kind))
        i = end
    taken = {i for name in found for i in name.tokens}
    for run in _otherwise(parsed):
        kind = forms.get(tuple(parsed.tokens[i].text for i in run))
        if kind is not None and taken.isdisjoint(run):
            found.append(NameRun(run, kind))
    return sorted(found, key=lambda name: name.tokens[0])


def _otherwise(parsed: Parsed) -> Iterator[range]:
    """What the model took for the name of a work, a product, a creed, without the article."""
    starts = [token.start for token in parsed.tokens]
    for name in parsed.names:
        if name.label in ("WORK_OF_ART", "PRODUCT", "NORP", "EVENT", "LAW"):
            run = range(bisect_left(starts, name.span.start), bisect_left(starts, name.span.end))
            yield run[1:] if run and parsed.tokens[run[0]].lower == "the" else run


def with_labels(text: str, names: Sequence[NameRun], parsed: Parsed) -> list[NameRun]:
    """The names with those that label the turns of a transcript, which are people's ("MS. QUILL:", "Ada Quill:")."""
    labels = {turn.label for turn in find_turns(text, find_blocks(text))}
    if not labels:
        return list(names)
    starts = [token.start for token in parsed.tokens]
    found = {i: name for name in names for i in name.tokens}
    for label in sorted(labels):
        run = range(bisect_left(starts, label.start), bisect_left(starts, label.end))
        said = [parsed.tokens[i].text for i in run if parsed.tokens[i].text[0].isalnum()]
        bare = [word for word in said if not is_title(word)]
        roles = any(plain(word) in word_groups("turns")["roles"] for word in bare)
        if (
            not bare
            or roles
            or len(plain(bare[-1])) < 2
            or not all(is_wordlike(word) and word[0].isupper() for word in bare)
        ):
            continue
        held = {found[i] for i in run if i in found}
        if len(bare) == len(said) == 1 and any(name.kind is not EntityKind.PERSON for name in held):
            continue  # an outlet that asks
        for name in held:
            for i in name.tokens:
                found.pop(i, None)
        found.update(dict.fromkeys(run, NameRun(run, EntityKind.PERSON)))
    return sorted(set(found.values()), key=lambda name: name.tokens[0])


def with_terms(text: str, names: Sequence[NameRun], parsed: Parsed) -> list[NameRun]:
    """The names and the terms that the text defines for them, wherever they stand as they were defined."""
    starts = [token.start for token in parsed.tokens]
    ends = [name.span(parsed).end for name in names]
    terms: dict[tuple[str, ...], EntityKind] = {}
    for at, span in defined_terms(text):
        before = bisect_right(ends, at) - 1
        term = range(bisect_left(starts, span.start), bisect_left(starts, span.end))
        if before < 0 or not term or at - ends[before] > NEAR:
            continue
        kind = names[before].kind
        if kind is not EntityKind.PERSON or plain(span.of(text)) not in body_nouns():
            terms.setdefault(tuple(parsed.tokens[i].text for i in term), kind)
    if not terms:
        return list(names)
    found = {name.tokens[0]: name for name in names}
    taken = {i for name in names for i in name.tokens}
    lengths = {term[0]: sorted({len(other) for other in terms if other[0] == term[0]}, reverse=True) for term in terms}
    for token in parsed.tokens:
        for length in lengths.get(token.text, ()):
            run = range(token.i, min(token.i + length, len(parsed.tokens)))
            kind_of_term = terms.get(tuple(parsed.tokens[i].text for i in run))
            same = token.i in found and found[token.i].tokens == run
            if kind_of_term is not None and (same or taken.isdisjoint(run)):
                found[token.i] = NameRun(run, kind_of_term)
                taken.update(run)
    return sorted(found.values(), key=lambda name: name.tokens[0])


def _short_in_brackets(names: Sequence[NameRun], parsed: Parsed) -> Iterator[NameRun]:
    """ "(WHO)" behind the name whose initials it is."""
    taken = {i for name in names for i in name.tokens}
    for name in names:
        at = name.tokens[-1] + 2
        if at + 1 >= len(parsed.tokens) or at in taken:
            continue
        opening, short, closing = parsed.tokens[at - 1], parsed.tokens[at], parsed.tokens[at + 1]
        initials = "".join(word[0] for word in name.words(parsed) if word[0].isupper())
        if (
            opening.text == "("
            and closing.text == ")"
            and short.text.replace(".", "") == initials
            and len(initials) > 1
        ):
            yield NameRun(range(at, at + 1), name.kind)


def _forms(names: Iterable[NameRun], parsed: Parsed) -> Mapping[tuple[str, ...], EntityKind]:
    """The names of the document as written, but for single words of people and places, which may be parts of others."""
    found = {}
    for name in names:
        if len(name.tokens) > 1 or name.kind not in (EntityKind.PERSON, EntityKind.PLACE):
            found[tuple(name.words(parsed))] = name.kind
    return found


def _people_words(names: Iterable[NameRun], parsed: Parsed) -> Mapping[str, int]:
    """How often each word is the surname, or the whole, of a person's name."""
    counts: Counter[str] = Counter()
    for name in names:
        said = name.words(parsed)
        if name.kind is EntityKind.PERSON:
            counts[plain(last_word(said))] += 1
    return counts


def _could_be_name(token: Token) -> bool:
    return (
        token.text[0].isupper()
        and token.tag in ("NNP", "NNPS")
        and token.name in ("", "WORK_OF_ART", "PRODUCT", *KINDS)
    )


def _person_in(run: range, people: Mapping[str, int], parsed: Parsed) -> range | None:
    """The person's name in a run of capitalised words, without the titles it begins with."""
    first = run[0]
    while first in run and is_title(parsed.tokens[first].text):
        first += 1
    rest = range(first, run[-1] + 1)
    if not rest:
        return None
    titled = first > run[0] and plain(parsed.tokens[first - 1].text) in _SHORT_TITLES
    said = [parsed.tokens[i].text for i in rest]
    if kind_by_words(said) not in (None, EntityKind.PERSON) or not all(is_wordlike(word) for word in said):
        return None
    known = len(rest) == 1 and people.get(plain(said[0]), 0) > 0 and len(said[0]) > 2
    full = kind_by_words(said) is EntityKind.PERSON and people.get(plain(said[-1]), 0) > 0
    return run if (titled and len(rest) <= 4) or known or full else None


_SHORT_TITLES = frozenset(
    {
        *("mr", "mrs", "ms", "miss", "dr", "sen", "rep", "gov", "prof", "judge", "justice", "lt", "sgt", "col", "gen"),
        *("capt", "rev", "sir", "senator", "professor", "congressman", "congresswoman"),
    }
)
"""Titles that a person's name follows even where the model saw none."""
