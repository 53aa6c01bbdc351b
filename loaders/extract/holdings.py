"""Who owns whom, in whole or in part: "A owns 30% of B", "B, a unit of A", "A-owned B", "B parent A"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from loaders.extract.company_lists import Clause, past_brackets
from loaders.extract.located import ORGANISATIONS, is_organisation
from loaders.extract.relation_ends import Found, is_actor, object_of, own_subject, subject_of
from loaders.extract.word_lists import words

_LONGEST_STAKE = 9  # words of `a 30 percent controlling stake in`
_UNSURE = frozenset({"to", "not", "would", "could", "may", "might", "should", "will", "never", "n't", "if", "no"})


def holdings(clause: Clause) -> Iterator[Found]:
    """Each owner with what it owns, as the sentence states it."""
    for at in range(clause.start, clause.end):
        word = clause.located.word(at)
        if word in words("own_verb"):
            yield from _owns(clause, at)
        if word in words("owned_participle"):
            yield from _owned_by(clause, at)
        if word in words("unit_noun"):
            yield from _unit(clause, at)
        if word in words("parent_noun"):
            yield from _parent(clause, at)
        if word in words("stake_noun"):
            yield from _stake(clause, at)


def _owns(clause: Clause, verb: int) -> Iterator[Found]:
    """A owns B · A acquired B; a stake is read by its noun."""
    located = clause.located
    before = {located.word(at) for at in range(max(clause.start, verb - 3), verb)}
    if (
        located.word(verb + 1) in words("unit_noun") | {"by"}
        or before & _UNSURE
        or before & {"was", "were", "been", "be", "being", "is"}
    ):
        return
    owner, owned = subject_of(clause, verb), object_of(clause, verb + 1, kinds=ORGANISATIONS)
    told = [located.word(at) for at in range(verb + 1, owned.start)] if owned is not None else []
    if owner is None or owned is None or not words("stake_word_only").isdisjoint(told):
        return
    yield Found(owner, owned, _stake_words(clause, verb + 1, owned.start) or located.word(verb))


def _stake_words(clause: Clause, first: int, last: int) -> str:
    """`30%` of `owns 30% of B`, or nothing."""
    told = [clause.located.texts[at] for at in range(first, last)]
    return clause.located.doc[first : last - 1].text if told and told[-1] == "of" and _is_share(told) else ""


def _is_share(told: list[str]) -> bool:
    return any(text in {"%", "percent", "half", "majority", "most", "all"} for text in told) or "cent" in told


def _owned_by(clause: Clause, verb: int) -> Iterator[Found]:
    """B, owned by A · B is controlled by A · A-owned B."""
    located = clause.located
    if located.word(verb - 1) == "-" and is_actor(owner := located.ending(verb - 1)):
        owned = object_of(clause, verb + 1, kinds=ORGANISATIONS)
        if owner is not None and owned is not None:
            yield Found(owner, owned, located.word(verb))
    if located.word(verb + 1) != "by":
        return
    owner = located.starting(verb + 2 + (located.word(verb + 2) in {"the", "billionaire"}))
    owned = subject_of(clause, verb)
    if is_actor(owner) and owner is not None and is_organisation(owned) and owned is not None:
        yield Found(owner, owned, f"{located.word(verb)} by")


def _unit(clause: Clause, noun: int) -> Iterator[Found]:
    """A's unit B · A unit B · B, a unit of A · B, A's cloud arm."""
    located = clause.located
    behind = located.starting(noun + 1)
    owner = _possessor(clause, noun) or own_subject(clause, noun)
    if owner is not None and is_organisation(behind) and behind is not None:
        yield Found(owner, behind, located.word(noun))
        return
    described = _described(clause, noun)
    if located.word(noun + 1) in {"of", "at"}:
        owner = object_of(clause, noun + 2, kinds=ORGANISATIONS)
    if described is not None and owner is not None:
        yield Found(owner, described, located.word(noun))


def _possessor(clause: Clause, noun: int) -> Span | None:
    """A in `A's cloud unit` and in `A unit`."""
    located = clause.located
    for at in range(noun, max(clause.start, noun - 5), -1):
        span = located.ending(at)
        if span is not None:
            return span if is_organisation(span) and (at == noun or located.word(at) == "'s") else None
        if not (located.word(at - 1).isalpha() or located.word(at - 1) in {"'s", "-"}):
            return None
    return None


def _described(clause: Clause, noun: int) -> Span | None:
    """B in `B, a wholly owned unit` and in `B, A's cloud arm`."""
    located = clause.located
    comma = next((at for at in range(noun - 1, max(clause.start, noun - 8), -1) if located.word(at) == ","), None)
    if comma is None:
        return None
    named = located.ending(comma)
    return named if is_organisation(named) else None


def _parent(clause: Clause, noun: int) -> Iterator[Found]:
    """B parent A · B's owner A · A, the parent of B."""
    located = clause.located
    noun_end = noun + 1 + (located.word(noun + 1) in {"company", "group", "firm"})
    behind = located.starting(past_brackets(located, noun_end + (located.word(noun_end) == ",")))
    owned = _possessor(clause, noun) or own_subject(clause, noun)
    if owned is not None and is_actor(behind) and behind is not None and behind.id_ != owned.id_:
        yield Found(behind, owned, located.word(noun))
        return
    owner = _described(clause, noun)
    if located.word(noun_end) == "of" and owner is not None:
        owned = object_of(clause, noun_end + 1, kinds=ORGANISATIONS)
        if owned is not None:
            yield Found(owner, owned, located.word(noun))


def _stake(clause: Clause, noun: int) -> Iterator[Found]:
    """A has a 30% stake in B · A's 30% stake in B; who sells a stake is no owner of it."""
    located = clause.located
    if located.word(noun + 1) not in {"in", "of"}:
        return
    owned = object_of(clause, noun + 2, kinds=ORGANISATIONS)
    verb = _stake_verb(clause, noun)
    owner = _stake_holder(clause, noun) if verb is None else subject_of(clause, verb)
    if owned is not None and owner is not None and owner.id_ != owned.id_:
        first = (verb + 1) if verb is not None else owner.end + 1
        yield Found(owner, owned, located.doc[first : noun + 1].text)


def _stake_verb(clause: Clause, noun: int) -> int | None:
    """Where `holds` stands in `holds a 30% stake`."""
    located = clause.located
    for at in range(noun - 1, max(clause.start, noun - _LONGEST_STAKE), -1):
        if located.word(at) in words("hold_verb"):
            before = {located.word(i) for i in range(max(clause.start, at - 2), at)}
            return None if before & _UNSURE else at
        if located.starting(at) is not None or located.word(at) in {",", ".", "to", "sell", "sold", "selling"}:
            return None
    return None


def _stake_holder(clause: Clause, noun: int) -> Span | None:
    """A in `A's 30% stake`."""
    located = clause.located
    for at in range(noun, max(clause.start, noun - _LONGEST_STAKE), -1):
        span = located.ending(at)
        if span is not None:
            sells = {located.word(i) for i in range(max(clause.start, span.start - 3), span.start)}
            is_held = located.word(at) == "'s" and sells.isdisjoint(words("buying_word"))
            return span if is_actor(span) and is_held else None
    return None
