"""Who works with whom: partners, suppliers and customers, joint ventures, agreements that both have signed."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from loaders.extract.company_lists import Clause, past_brackets
from loaders.extract.located import ORGANISATIONS, is_organisation
from loaders.extract.relation_ends import Found, list_from, object_of, subject_of
from loaders.extract.word_lists import words

_REACH = 8  # words between an agreement and who signs it
_UNSURE = frozenset({"not", "could", "may", "might", "would", "no", "ended", "end", "terminated", "if"})


def partners(clause: Clause) -> Iterator[Found]:
    """Each two that work together, as the sentence states it."""
    for at in range(clause.start, clause.end):
        word = clause.located.word(at)
        if word in words("partner_verb"):
            yield from _works_with(clause, at)
        if word in words("agreement_noun"):
            yield from _agreed(clause, at)
        if word in words("partner_noun"):
            yield from _partner(clause, at)


def _works_with(clause: Clause, verb: int) -> Iterator[Found]:
    """A partnered with B · A teamed up with B and C · A joined forces with B."""
    located = clause.located
    joint = next((at for at in range(verb + 1, verb + 4) if located.word(at) == "with"), None)
    before = {located.word(at) for at in range(max(clause.start, verb - 3), verb)}
    if joint is None or before & _UNSURE:
        return
    yield from _together(clause, subject_of(clause, verb), joint + 1, "partner")


def _together(clause: Clause, first: Span | None, at: int, role: str) -> Iterator[Found]:
    other = object_of(clause, at, kinds=ORGANISATIONS)
    if is_organisation(first) and first is not None and other is not None:
        yield from (Found(first, one, role) for one in list_from(clause, other))


def _agreed(clause: Clause, noun: int) -> Iterator[Found]:
    """A partnership between A and B · A signed an agreement with B · A's venture with B · A and B signed a deal."""
    located, role = clause.located, clause.located.word(noun)
    joint = next((at for at in range(noun + 1, noun + _REACH) if not _is_inside(located.word(at))), clause.end)
    if located.word(joint) == "between":
        first = object_of(clause, joint + 1, kinds=ORGANISATIONS)
        if first is not None and located.word(other := past_brackets(located, first.end)) == "and":
            yield from _together(clause, first, other + 1, role)
    elif located.word(joint) == "with":
        yield from _together(clause, _signer(clause, noun), joint + 1, role)
    elif (signer := _signer(clause, noun)) is not None and located.word(signer.start - 1) == "and":
        first = located.ending(signer.start - 1)
        if is_organisation(first) and first is not None:
            yield Found(first, signer, role)


def _is_inside(word: str) -> bool:
    """True for what may stand between `memorandum` and `with`: `of understanding (MoU)`, `, signed`."""
    return word in words("agreement_tail")


def _signer(clause: Clause, noun: int) -> Span | None:
    """A in `A signed a long-term agreement` and in `A's partnership`."""
    located = clause.located
    for at in range(noun, max(clause.start, noun - _REACH), -1):
        if located.word(at) in words("signing_verb"):
            before = {located.word(i) for i in range(max(clause.start, at - 2), at)}
            return None if before & _UNSURE else subject_of(clause, at)
        span = located.ending(at)
        if span is not None:
            is_joint = "with" in {located.word(i) for i in range(noun + 1, noun + _REACH)}
            return span if is_joint and is_organisation(span) and located.word(at) == "'s" else None
    return None


def _partner(clause: Clause, noun: int) -> Iterator[Found]:
    """A's supplier B · A supplier B · B, a supplier to A."""
    located = clause.located
    role = located.word(noun)
    behind = located.starting(noun + 1)
    owner = _beside(clause, noun)
    if owner is not None and is_organisation(behind) and behind is not None:
        yield from (Found(one, owner, role) for one in list_from(clause, behind))
        return
    comma = next((at for at in range(noun - 1, max(clause.start, noun - _REACH), -1) if located.word(at) == ","), None)
    named = located.ending(comma) if comma is not None else None
    if is_organisation(named) and named is not None and located.word(noun + 1) in {"to", "of", "for"}:
        other = object_of(clause, noun + 2, kinds=ORGANISATIONS)
        if other is not None:
            yield Found(named, other, role)


def _beside(clause: Clause, noun: int) -> Span | None:
    """A in `A supplier`, `A's chip supplier`."""
    located = clause.located
    for at in range(noun, max(clause.start, noun - 4), -1):
        span = located.ending(at)
        if span is not None:
            return span if is_organisation(span) and (at == noun or located.word(at) == "'s") else None
    return None
