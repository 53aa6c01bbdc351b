"""Who holds which position where: "NAME, ROLE at ORG", "ORG ROLE NAME", "ROLE of ORG NAME" and their like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span

from graph.model import RelationType
from loaders.extract.affiliations import belonging, mate_before, mates_before, opened_with, owned_by_house
from loaders.extract.annotations import Link
from loaders.extract.appointments import appointed
from loaders.extract.boards import seated
from loaders.extract.headships import headed, held_where, taken_up
from loaders.extract.implied_roles import implied_positions
from loaders.extract.located import Located, is_organisation, is_person, names_and_references
from loaders.extract.positions import ENDING, LEADING, Position, appositive_end, attaching_word, is_stop, position_with
from loaders.extract.titled import titled
from loaders.extract.word_lists import words

NAME = "streetgraph_roles"
_DASHES = frozenset({"-", "--", "–", "—", "("})
_ASIDE = frozenset(
    {"after", "when", "while", "before", "joined", "advises", "represents", "was", "were", "had", "spoke", "appeared"}
)
_WORKING = frozenset({"at", "with", "for", "of"})  # `, a nurse at ORG`: elsewhere, a profession is no position
_LEFT = frozenset({"resigned", "retired", "stepped", "quit"})
_OWNED = frozenset({"owned", "backed", "controlled", "listed", "led", "run"})
_LONGEST_FIELD = 6  # words of what somebody heads: `of European equity research`
_BRACKETED = 6  # words of an abbreviation with its brackets


@Language.component(NAME, requires=["doc.spans"], assigns=["doc._.relations"])
def streetgraph_roles(doc: Doc) -> Doc:
    """Add a link for each position that the text states."""
    found: dict[tuple[str, str], Position] = {}
    for position in _positions(names_and_references(doc)):
        found.setdefault((position.person, position.organisation), position)
    doc._.relations = [*doc._.relations, *(_link(doc, position) for position in found.values())]
    return doc


def _positions(located: Located) -> Iterator[Position]:
    """All that the text states, and for people of whom it states none, the first that it implies."""
    implied: dict[str, Position] = {}
    stated: set[str] = set()
    last: list[Position] = []
    for person in filter(is_person, located.spans):
        last = list(_stated_of(located, person)) or list(_shared(located, person, last))
        yield from (all_last := [*last, *_shared_before(located, person, last)])
        stated.update(position.person for position in all_last)
        if not last and (meant := _implied(located, person)) is not None:
            last = [implied.setdefault(meant.person, meant)]
    yield from (position for person, position in implied.items() if person not in stated)


def _stated_of(located: Located, person: Span) -> Iterator[Position]:
    """The positions stated right after and right before this mention."""
    before = (_before, titled, opened_with, owned_by_house)
    for find in (_appositive, headed, held_where, *before, belonging, appointed, seated):
        yield from find(located, person)


def _implied(located: Located, person: Span) -> Position | None:
    """The first position that is implied with this mention."""
    return next(implied_positions(located, person), None) or taken_up(located, person)


def _shared(located: Located, person: Span, last: list[Position]) -> Iterator[Position]:
    """The positions of the person before in a list: `co-founders NAME, NAME and NAME`."""
    mate = mate_before(located, person)
    for position in last:
        if mate is not None and position.person == mate.id_ and _is_plural(position):
            yield replace(position, person=person.id_, end=max(position.end, person.end))


def _shared_before(located: Located, person: Span, last: list[Position]) -> Iterator[Position]:
    """The positions of the last in a list, for those before: `NAME, NAME and NAME, analysts at ORG`."""
    behind = [position for position in last if position.start == person.start and _is_plural(position)]
    for mate in mates_before(located, person) if behind else ():
        yield from (replace(position, person=mate.id_, start=mate.start) for position in behind)


def _is_plural(position: Position) -> bool:
    return any(word.lower() in words("plural_role") for word in position.role.split())


def _link(doc: Doc, position: Position) -> Link:
    span = doc[position.start : position.end]
    return Link(RelationType.HAS_ROLE_AT, position.person, position.organisation, span, role=position.role)


def _appositive(located: Located, person: Span) -> Iterator[Position]:
    """NAME, ROLE at ORG · NAME, ORG's ROLE · NAME, ROLE, ORG."""
    opener = located.word(person.end)
    if opener != "," and opener not in _DASHES:
        return
    start = person.end + 1
    if located.word(start) in {"and", "or", "but"}:
        return
    if located.word(start).isdigit() and located.word(start + 1) == ",":
        start += 2
    if (located.word(start), located.word(start + 1)) == ("one", "of"):
        start += 2
    stop = appositive_end(located, start, person)
    for organisation in filter(is_organisation, located.between(start, stop)):
        position = _at_organisation(located, person, organisation, start, stop)
        if position is not None:
            yield position
            start = organisation.end if located.word(organisation.end) != "and" else start


def _at_organisation(located: Located, person: Span, organisation: Span, start: int, stop: int) -> Position | None:
    before = located.word(organisation.start - 1)
    told = {located.word(at) for at in range(start, organisation.start)}
    if (
        _describes_another(located, organisation, stop)
        or told & _LEFT
        or (told & _ASIDE and told.isdisjoint(words("appointing_verb")))
    ):
        return None
    linked = attaching_word(located, organisation, start)
    nouns = "occupation" if linked and located.word(linked) in _WORKING and "who" not in told else "role_noun"
    if linked is None and before == "," and organisation.start - 1 > start:
        linked = organisation.start - 1
    if linked is not None:
        return position_with(located, person, organisation, start, linked, nouns=nouns)
    if before == "and" and is_organisation(located.ending(organisation.start - 1)):
        return position_with(located, person, organisation, start, organisation.start - 1)
    if organisation.start <= start + 1 or before in {"and", "'s", "based"}:  # `, a Toronto-based ORG ROLE`
        end = next((at for at in range(organisation.end, stop) if located.word(at) in {",", ")"}), stop)
        is_list = located.word(organisation.end) == "and"  # `NAME, ORG and the bank are …`
        return None if is_list else position_with(located, person, organisation, organisation.end, end)
    return None


def _describes_another(located: Located, organisation: Span, stop: int) -> bool:
    """True for the first of two, as in `AirAsia parent Capital A`, and in `for House Speaker NAME`."""
    after, word = organisation.end, located.word(organisation.end)
    is_title = word in words("role_noun") and located.doc[after : after + 1].text[:1].isupper()
    if is_title and any(is_person(located.starting(at)) for at in range(after + 1, after + 4)):
        return True
    if is_organisation(located.starting(after)):  # `head of the advocacy group ORG`
        return True
    if is_person(located.starting(after + (word in words("honorific_word")))):  # `, Minister of ORG Dr NAME`
        return True
    if word == "-" and located.word(after + 1) in _OWNED:  # `of Alphabet-owned security firm ORG`
        return any(is_organisation(span) for span in located.between(after + 1, stop))
    if word == "'s" and not words("outside_house").isdisjoint(located.lower[after + 1 : after + 3]):
        return True
    leads_on = word in words("company_noun") or word == "'s"
    return leads_on and is_organisation(located.starting(after + 1)) and after < stop


def _before(located: Located, person: Span) -> Iterator[Position]:
    """ORG ROLE NAME · ORG's ROLE, NAME · ROLE of ORG, NAME."""
    end = _past_honorifics(located, _past_example(located, person.start))
    for organisation in located.before(end):
        if organisation.end < end - LEADING:
            return
        if not is_organisation(organisation):
            continue
        position = _leading(located, person, organisation, end)
        if position is not None:
            yield position
        return


def _past_example(located: Located, at: int) -> int:
    """Before the comma of `ORG analysts, led by NAME` and `Analysts at ORG, including NAME`."""
    first = at - 2 if located.lower[at - 2 : at] == ["led", "by"] else at - (located.word(at - 1) == "including")
    return first - 1 if first < at and located.word(first - 1) == "," else at


def _past_honorifics(located: Located, at: int) -> int:
    """Where the words before `NAME` end without `Dr.`, a comma and the abbreviation in `ORG (ABC) NAME`."""
    titles = words("honorific_word") - words("role_noun")
    while located.word(at - 1) in titles | {","} or (located.word(at - 1) == "." and located.word(at - 2) in titles):
        at -= 1
    opening = next((i for i in range(at - 2, max(at - _BRACKETED, 0), -1) if located.word(i) == "("), at)
    return opening if located.word(at - 1) == ")" and is_organisation(located.ending(opening)) else at


def _leading(located: Located, person: Span, organisation: Span, end: int) -> Position | None:
    if organisation.end >= end:
        return _role_of(located, person, organisation)
    start = organisation.end + (located.word(organisation.end) == ")")  # `ORG (ABC) ROLE NAME`
    told = [located.word(at) for at in range(start, end)]
    if told[:2] == [",", "whose"]:
        told = told[2:]
    if "," in told or told[:1] == ["and"] or any(is_stop(located, at) for at in range(start, end)):
        return None
    if not told or is_organisation(located.starting(end)) or _acts_on(located, start, end):
        return None
    before = located.word(organisation.start - 1 - (located.word(organisation.start - 1) == "-"))
    if before in ENDING:  # `former ORG ROLE`, `ex-ORG ROLE`
        return None
    closes = _closes(told) or told[-2:] == ["led", "by"] or told[-1] == "including"
    is_role = closes and all(_is_role_word(word) for word in told)
    is_role = is_role and words("role_break").isdisjoint(told[:-2])
    others = [span.end for span in located.between(start, end) if is_person(span)]
    start = others[-1] + (located.word(others[-1]) == "and") if others else start  # `ORG ROLE NAME and ROLE NAME`
    first = start + (told.index("its") + 1 if "its" in told else 0)
    return position_with(located, person, organisation, first, end) if is_role else None


def _acts_on(located: Located, first: int, last: int) -> bool:
    """True where a verb stands before the title: `Parliament elected President NAME`, `ORG quoted minister NAME`."""
    verbs = [at for at in range(first, last - 1) if located.texts[at].endswith("ed") and located.texts[at].islower()]
    opens = first in verbs and located.word(first) not in words("appointing_verb")
    return opens or any(located.texts[at + 1][:1].isupper() for at in verbs)


def _closes(told: list[str]) -> bool:
    """True where the words end in a role, or in what it is a role of: `head of global research`."""
    if told[-1] in words("role_noun") or ("and" in told and told[told.index("and") - 1] in words("role_noun")):
        return True
    of = next((at for at in range(len(told) - 1, 0, -1) if told[at] in {"of", "for"}), 0)
    return of > 0 and told[of - 1] in words("role_noun") and len(told) - of <= _LONGEST_FIELD


def _is_role_word(word: str) -> bool:
    return word.isalpha() or word in {"'s", "'", "-", "–", "&"}


def _role_of(located: Located, person: Span, organisation: Span) -> Position | None:
    """The role in front of the organisation: `chief economist of ORG, NAME`."""
    linked = attaching_word(located, organisation, 0)
    if linked is None:
        return None
    first = linked
    while first > 0 and linked - first < LEADING + _LONGEST_FIELD and _is_role_word(located.word(first - 1)):
        is_inside = located.word(first - 2) == "of"  # `chairman of the board of directors of ORG, NAME`
        if located.word(first - 1) in {"by", "said"} or (located.word(first - 1) == "the" and not is_inside):
            break
        first -= 1
        if located.starting(first) is not None:
            break
    if located.word(first - 1) == "," and is_person(located.ending(first - 1)):  # it is that person's role
        return None
    return position_with(located, person, organisation, first, linked)
