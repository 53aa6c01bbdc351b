"""Companies of which one does better or worse: "A outsold B", "A was overtaken by B", "A is cheaper than B"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from graph.model import Kind
from loaders.extract.company_lists import Clause
from loaders.extract.rival_subjects import Couple, antecedent, doer, is_company
from loaders.extract.word_lists import words

_LONGEST_PHRASE = 5  # words of `share at the expense of`
_COMPARED_WITHIN = 3  # words of `more expensive than`
_LEADING = frozenset({"its", "the", "at", "likes", "of", "that", "those"})
_APART = frozenset({"while", "but", "whereas", ";"})


def outdone(clause: Clause) -> Iterator[Couple]:
    """A and B of each wording that says which of the two is ahead, or that one is after the other's customers."""
    for at in range(clause.start, clause.end):
        behind = _past_phrase(clause, at) or _past_than(clause, at)
        listed = _opponents(clause, behind) if behind else _owner_of_lead(clause, at)
        subject = _subject(clause, at) if listed else None
        if subject is not None:
            yield from ((subject, other) for other in listed)


def _past_phrase(clause: Clause, at: int) -> int:
    """Where B begins in `outsold B`, `a threat to B`, `taking customers from B`, `at a discount to B`."""
    told = clause.named.lower[at : at + _LONGEST_PHRASE]
    if told[:1] in (["premium"], ["discount"]):
        is_traded = not words("trade_verb").isdisjoint(clause.named.lower[clause.start : at])
        return at + 2 if is_traded and told[1:2] == ["to"] else 0
    found = (size for size in range(len(told), 0, -1) if " ".join(told[:size]) in words("outdo_phrase"))
    is_taken = told[:1] == ["from"] and _wins_customers(clause.named.lower[max(clause.start, at - 6) : at])
    return at + 1 if is_taken else next((at + size for size in found), 0)


def _wins_customers(told: list[str]) -> bool:
    """True for `stealing market share`, `lured some of its best customers away`."""
    last = told[-1 - (told[-1:] == ["away"]) :][:1]
    return not words("customer_noun").isdisjoint(last) and not words("win_verb").isdisjoint(told)


def _past_than(clause: Clause, at: int) -> int:
    """Where B begins in `cheaper than B`, `lower than that of B`, `lower than at B`; 0 in `larger than B`."""
    if clause.named.word(at) != "than":
        return 0
    told = clause.named.lower[max(clause.start, at - _COMPARED_WITHIN) : at]
    shared = _past_shared(clause, at + 1)
    if shared and words("worth_noun").isdisjoint(clause.named.lower[clause.start : at]):
        return shared
    return 0 if words("better_word").isdisjoint(told) else at + 1


def _past_shared(clause: Clause, at: int) -> int:
    """Where B begins in `that of B`, `those at B`, `at B` and `B's`, all of them about one thing of B; 0 elsewhere."""
    word, then = clause.named.word(at), clause.named.word(at + 1)
    if word in {"that", "those"} and then in {"of", "at"}:
        return at + 2
    owner = clause.named.starting(at)
    is_owner = owner is not None and clause.named.lower[owner.end : owner.end + 1] == ["'s"]
    stands_alone = owner is not None and is_owner and not clause.named.word(owner.end + 1).isalpha()
    return at + 1 if word == "at" else at * stands_alone


def _opponents(clause: Clause, at: int) -> list[Span]:
    """B and C from `at` on, behind nothing but `its bigger German rival`; not in `overtook B's forecast`."""
    while at < clause.end and clause.named.starting(at) is None and _describes(clause, at):
        at += 1
    home = clause.named.starting(at)
    if home is not None and home.label_ == Kind.PLACE:  # `India's B`
        at = home.end + (clause.named.word(home.end) == "'s")
    listed = clause.companies_after(at) if is_company(clause.named.starting(at)) else []
    return [] if listed and _is_of_other(clause, listed[-1]) else listed


def _describes(clause: Clause, at: int) -> bool:
    word = clause.named.word(at)
    listed = words("rival_noun") | words("company_noun") | words("rival_size") | _LEADING
    return word in listed or clause.named.texts[at] in words("demonym")


def _is_of_other(clause: Clause, named: Span) -> bool:
    """True for `B's forecast` and `than B expected`; `B's sales` and `B's` alone are those of B."""
    behind, then = clause.named.word(named.end), clause.named.word(named.end + 1)
    is_thing = then.isalpha() and then not in words("dominance_noun") | words("contested_noun")
    return (behind == "'s" and is_thing) or behind in words("expecting_verb")


def _owner_of_lead(clause: Clause, at: int) -> list[Span]:
    """B in `narrow B's lead`, `eat into B's market share`."""
    verb = clause.named.word(at)
    first = at + 1 + (clause.named.word(at + 1) == "into")
    owner = clause.named.starting(first)
    if verb not in words("erode_verb") or not is_company(owner) or owner is None:
        return []
    has_lead = clause.named.word(owner.end) == "'s" and clause.named.word(owner.end + 1) in words("dominance_noun")
    return [owner] if has_lead else []


def _subject(clause: Clause, at: int) -> Span | None:
    """A: the company that does it, else the first that this part of the sentence speaks of."""
    apart = max((i for i in range(clause.start, at) if clause.named.word(i) in _APART), default=clause.start)
    part = (span for span in clause.located.between(apart, at) if is_company(span))
    found = antecedent(clause.located, at) or doer(clause, at) or (next(part, None) if apart > clause.start else None)
    found = found or clause.company_before(at)
    return found if is_company(found) else None
