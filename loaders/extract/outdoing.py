"""Companies of which one does better or worse: "A outsold B", "A was overtaken by B", "A is cheaper than B"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from graph.model import Kind
from loaders.extract.company_lists import Clause
from loaders.extract.rival_subjects import Couple, antecedent, doer, is_company, spoken_for, together
from loaders.extract.word_lists import words

_LONGEST_PHRASE = 5  # words of `share at the expense of`
_COMPARED_WITHIN = 3  # words of `more expensive than`
_COUNTED_WITHIN = 6  # words of `more cars in Europe than`
_MORE = frozenset({"more", "fewer", "less"})
_AMOUNTS = frozenset({"much", "many"})
_LEADING = frozenset({"its", "the", "at", "likes", "of", "that", "those"})
_APART = frozenset({"while", "but", "whereas", ";"})


def outdone(clause: Clause) -> Iterator[Couple]:
    """A and B of each wording that says which of the two is ahead, or that one is after the other's customers."""
    for at in range(clause.start, clause.end):
        behind = _past_phrase(clause, at) or _past_than(clause, at)
        listed = _opponents(clause, behind) if behind else _owner_of_lead(clause, at)
        subject = _subject(clause, at) if listed else None
        for one in together(clause, subject, at) if subject is not None else ():
            yield from ((one, other) for other in listed)


def _past_phrase(clause: Clause, at: int) -> int:
    """Where B begins in `outsold B`, `a threat to B`, `taking customers from B`, `at a discount to B`."""
    told = clause.named.lower[at : at + _LONGEST_PHRASE]
    if told[:1] in (["premium"], ["discount"]):
        is_traded = not words("trade_verb").isdisjoint(clause.named.lower[clause.start : at])
        return at + 2 if is_traded and told[1:2] == ["to"] else 0
    is_moved = told[:1] in (["from"], ["to"]) and _moves_customers(clause, at)
    return at + 1 if is_moved else _past_listed(clause, at)


def _past_listed(clause: Clause, at: int) -> int:
    """Behind the longest listed phrase at `at`, that words of time may part: `overtaken last year by`."""
    near = range(at, min(at + 2 * _LONGEST_PHRASE, clause.end))
    parted = [i for i in near if i == at or clause.named.word(i) not in words("parting_word")]
    return max(_past_longest(clause, told[:_LONGEST_PHRASE]) for told in (near, parted))


def _past_longest(clause: Clause, told: Sequence[int]) -> int:
    """Behind the longest listed phrase that these words begin with, else 0."""
    phrases = {told[size - 1] + 1: " ".join(map(clause.named.word, told[:size])) for size in range(len(told), 0, -1)}
    return next((past for past, phrase in phrases.items() if phrase in words("outdo_phrase")), 0)


def _moves_customers(clause: Clause, at: int) -> bool:
    """True for `stealing market share from`, `lured its best customers away from`, `losing ground for years to`."""
    told = [word for word in clause.named.lower[max(clause.start, at - 8) : at] if word not in words("parting_word")]
    verbs = words("win_verb") if clause.named.word(at) == "from" else words("lose_verb")
    return not words("customer_noun").isdisjoint(told[-1:]) and not verbs.isdisjoint(told[-5:])


def _past_than(clause: Clause, at: int) -> int:
    """Where B begins in `cheaper than B`, `lower than that of B`, `lower than at B`; 0 in `larger than B`."""
    if clause.named.word(at) not in {"than", "as"} | words("exceed_verb"):
        return 0
    if not words("worth_noun").isdisjoint(clause.named.lower[clause.start : at]):
        return 0
    shared = _past_shared(clause, at + 1) if clause.named.word(at) != "as" else 0
    return shared or (at + 1) * (_is_better(clause, at) or _is_more(clause, at))


def _is_better(clause: Clause, than: int) -> bool:
    """True for `faster than` and `better placed than`."""
    told = clause.named.lower[max(clause.start, than - _COMPARED_WITHIN) : than]
    return clause.named.word(than) == "than" and not words("better_word").isdisjoint(told)


def _is_more(clause: Clause, pivot: int) -> bool:
    """True for `sold fewer cars than` and `has twice as many shops as`, of one company alone."""
    first = max(clause.start, pivot - _COUNTED_WITHIN)
    amounts = _AMOUNTS if clause.named.word(pivot) == "as" else _MORE
    at = next((i for i in range(first, pivot) if clause.named.word(i) in amounts), pivot)
    is_counted = at < pivot and (amounts is _MORE or clause.named.word(at - 1) == "as")
    is_plain = clause.named.word(pivot - 1) not in {"more", "rather", "other"}
    return is_counted and is_plain and not any(is_company(span) for span in clause.named.between(at, pivot))


def _past_shared(clause: Clause, at: int) -> int:
    """Where B begins in `that of B`, `those at B`, `at B` and `B's`, all of them about one thing of B; 0 elsewhere."""
    word, then = clause.named.word(at), clause.named.word(at + 1)
    if word in {"that", "those"} and then in {"of", "at"}:
        return at + 2
    owner = clause.named.starting(at)
    is_owner = owner is not None and clause.named.lower[owner.end : owner.end + 1] == ["'s"]
    stands_alone = owner is not None and is_owner and not _names_thing(clause.named.word(owner.end + 1))
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
    is_thing = _names_thing(then) and then not in words("dominance_noun") | words("contested_noun")
    return (behind == "'s" and is_thing) or behind in words("expecting_verb")


def _names_thing(word: str) -> bool:
    """True for the word behind `B's` that names what is B's; not for the `this` of `outperformed B's this year`."""
    return word.isalpha() and word not in words("next_phrase")


def _owner_of_lead(clause: Clause, at: int) -> list[Span]:
    """B in `narrow B's lead`, `eat into B's market share`."""
    verb = clause.named.word(at)
    if verb in words("oust_verb"):
        return _ousted(clause, at + 1)
    first = at + 1 + (clause.named.word(at + 1) == "into")
    owner = clause.named.starting(first)
    if verb not in words("erode_verb") or not is_company(owner) or owner is None:
        return []
    has_lead = clause.named.word(owner.end) == "'s" and clause.named.word(owner.end + 1) in words("dominance_noun")
    return [owner] if has_lead else []


def _ousted(clause: Clause, at: int) -> list[Span]:
    """B in `knocked B off the top spot`, `beat B in sales`, `pipped B to become`; not in `beat B to the contract`."""
    beaten = clause.named.starting(at)
    if beaten is None or not is_company(beaten):
        return []
    told = clause.named.lower[beaten.end : beaten.end + _LONGEST_PHRASE]
    is_place = told[:1] in (["off"], ["from"], ["in"], ["on"], ["for"], ["as"])
    is_ahead = is_place and not (words("dominance_noun") | words("contested_noun")).isdisjoint(told)
    return [beaten] if is_ahead or told[:2] == ["to", "become"] else []


def _subject(clause: Clause, at: int) -> Span | None:
    """A: the company that does it, else the first that this part of the sentence speaks of."""
    apart = max((i for i in range(clause.start, at) if clause.named.word(i) in _APART), default=clause.start)
    part = (span for span in clause.located.between(apart, at) if is_company(span))
    found = (
        antecedent(clause.located, at)
        or spoken_for(clause, at)
        or doer(clause, at)
        or (next(part, None) if apart > clause.start else None)
    )
    found = found or clause.company_before(at)
    return found if is_company(found) else None
