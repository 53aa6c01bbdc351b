"""Companies set against each other by one number each: "A's margin was 3%, compared with 9% at B"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from loaders.extract.company_lists import Clause, past_brackets
from loaders.extract.rival_subjects import Couple, is_company, subject_told
from loaders.extract.word_lists import words

_LONGEST_VALUE = 8  # words of `a record 9 percent`
_COMPARED = frozenset({"compared", "compares"})
_LONGEST_VERB = 6  # words of `'s shares are now trading at`
_HEADS = frozenset({"unlike", "like"})
_HELD_BY = frozenset({"at", "by", "for"})


def compared_values(clause: Clause) -> Iterator[Couple]:
    """A and B of each comparison of what is measured of both."""
    for at in range(clause.start, clause.end):
        value = _value_after(clause, at)
        holder = _holder(clause, value) if value else None
        subject = _measured(clause, at, holder) if holder is not None else None
        if holder is not None and subject is not None and is_company(subject) and not _is_ranking(clause, holder):
            yield subject, holder


def traded_apart(clause: Clause) -> Iterator[Couple]:
    """A and B of `while A trades at 10 times earnings, B trades at 25`, where the sentence names no third."""
    companies = [span for span in clause.named.between(clause.start, clause.end) if is_company(span)]
    told = clause.named.lower[clause.start : clause.end]
    if len(companies) == 2 and "while" in told and all(_is_traded(clause, span) for span in companies):
        yield companies[0], companies[1]


def _is_traded(clause: Clause, company: Span) -> bool:
    behind = clause.named.lower[company.end : company.end + _LONGEST_VERB]
    at = next((i for i, word in enumerate(behind) if word in words("trade_verb")), None)
    return at is not None and behind[at + 1 : at + 2] == ["at"]


def set_apart(clause: Clause) -> Iterator[Couple]:
    """Unlike B, A … · Compared with B, A … at the head of a sentence · A, unlike B, …"""
    first = clause.named.word(clause.start)
    at = clause.start + 1 if first in _HEADS else _value_after(clause, clause.start)
    listed = _companies_at(clause, at) if at else []
    subject = clause.company_behind(listed) if listed else None
    if subject is not None and is_company(subject):
        yield from ((subject, other) for other in listed if other.id_ != subject.id_)
    for company in filter(is_company, clause.named.between(clause.start, clause.end)):
        yield from ((company, other) for other in _beside(clause, company.end))


def _beside(clause: Clause, at: int) -> list[Span]:
    """B and C of `A, like B and C, …`."""
    is_aside = clause.named.word(at) == "," and clause.named.word(at + 1) in _HEADS
    listed = _companies_at(clause, at + 2) if is_aside else []
    return listed if listed and clause.named.word(past_brackets(clause.named, listed[-1].end)) == "," else []


def _companies_at(clause: Clause, at: int) -> list[Span]:
    """The companies listed right from `at` on."""
    listed = clause.companies_after(at)
    return list(filter(is_company, listed)) if listed and listed[0].start == at else []


def _is_ranking(clause: Clause, holder: Span) -> bool:
    """True where more than one further company has a number of its own: `B's 9%, C's 8% and D's 7%`."""
    return sum(map(is_company, clause.named.between(holder.end, clause.end))) > 1


def _value_after(clause: Clause, at: int) -> int:
    """Where what is compared begins: behind `compared with`, `10% versus`, `10% against`; 0 where nothing is."""
    word = clause.named.word(at)
    if word in _COMPARED and clause.named.word(at + 1) in {"with", "to"}:
        return at + 2
    has_other = any(_is_number(clause, i) for i in range(max(clause.start, at - _LONGEST_VALUE), at))
    return at + 1 if word in {"versus", "vs", "vs.", "against", "below", "above"} and has_other else 0


def _holder(clause: Clause, value: int) -> Span | None:
    """B of `9% at B`, `9% for rival B`, `B's 9%`."""
    owner = clause.named.starting(value)
    if owner is not None:
        has_number = clause.named.word(owner.end) == "'s" and _is_number(clause, owner.end + 1)
        return owner if has_number and is_company(owner) else None
    for at in range(value, min(value + _LONGEST_VALUE, clause.end)):
        if clause.named.word(at) in _HELD_BY and any(_is_number(clause, i) for i in range(value, at)):
            named = clause.named.starting(at + 1 + (clause.named.word(at + 1) in words("rival_noun")))
            return named if is_company(named) else None
        if clause.named.starting(at) is not None or clause.named.word(at) in {",", ";", "and"}:
            return None
    return None


def _is_number(clause: Clause, at: int) -> bool:
    return any(char.isdigit() for char in clause.named.word(at)) or clause.named.word(at) in {"$", "€", "£"}


def _measured(clause: Clause, at: int, holder: Span) -> Span | None:
    """A: the first company of the sentence, else the one that the text is about."""
    before = [span for span in clause.located.between(clause.start, at) if is_company(span)]
    return before[0] if before else subject_told(clause, [holder])
