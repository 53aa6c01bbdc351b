"""Which company an index holds, and which product a company makes, as a sentence states it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from graph.model import Kind
from loaders.extract.company_lists import Clause, past_brackets
from loaders.extract.located import ORGANISATIONS, is_organisation
from loaders.extract.relation_ends import Found, list_from, object_of, subject_of
from loaders.extract.word_lists import words

_INDEX = frozenset({Kind.INDEX.value})
_PRODUCT = frozenset({Kind.PRODUCT.value})
_REACH = 6  # words between "joined" and the index
_LONGEST_CHANGE = 8  # words of `by a 1.3 percent drop in`
_LEAVES = frozenset({"from", "not", "leave", "left", "dropped", "removed", "could", "may", "might", "if"})


def constituents(clause: Clause) -> Iterator[Found]:
    """Each company with the index that it is said to be in."""
    for at in range(clause.start, clause.end):
        word = clause.located.word(at)
        if word in words("join_verb"):
            yield from _joins(clause, at)
        if word in words("member_noun"):
            yield from _member(clause, at)
        if word in words("index_mover"):
            yield from _moves(clause, at)


def _joins(clause: Clause, verb: int) -> Iterator[Found]:
    """A joined INDEX · A was added to INDEX."""
    index = object_of(clause, verb + 1, kinds=_INDEX)
    company = subject_of(clause, verb)
    if index is None or company is None or not is_organisation(company):
        return
    told = {clause.located.word(at) for at in range(company.end, index.start)}
    if told.isdisjoint(_LEAVES):
        yield Found(company, index, "constituent")


def _member(clause: Clause, noun: int) -> Iterator[Found]:
    """A, a member of INDEX · INDEX heavyweight A · A was the biggest gainer on INDEX."""
    located = clause.located
    index = located.ending(noun)
    behind = located.starting(noun + 1)
    if index is not None and index.label_ == Kind.INDEX and is_organisation(behind) and behind is not None:
        yield from (Found(one, index, "constituent") for one in list_from(clause, behind))
        return
    if located.word(noun + 1) not in {"of", "on", "in"}:
        return
    index = object_of(clause, noun + 2, kinds=_INDEX)
    company = _who_is(clause, noun)
    if index is not None and company is not None:
        yield Found(company, index, "constituent")


def _moves(clause: Clause, verb: int) -> Iterator[Found]:
    """INDEX fell, dragged by a 3% drop in A · A jumped, lifting INDEX."""
    located = clause.located
    if located.word(verb + 1) == "by":
        index = next((one for one in located.between(clause.start, verb) if one.label_ == Kind.INDEX), None)
        change = next((at for at in range(verb + 2, verb + _LONGEST_CHANGE) if _is_change(clause, at)), None)
        company = None if change is None else object_of(clause, change + 2, kinds=ORGANISATIONS)
        if index is not None and company is not None:
            yield from (Found(one, index, "constituent") for one in list_from(clause, company))
        return
    index = object_of(clause, verb + 1 + (located.word(verb + 1) == "on"), kinds=_INDEX)
    company = located.starting(clause.start)
    if index is not None and is_organisation(company) and company is not None and located.word(verb - 1) == ",":
        yield Found(company, index, "constituent")


def _is_change(clause: Clause, at: int) -> bool:
    """True for the noun of `a 3% drop in`."""
    return clause.located.word(at) in words("change_noun") and clause.located.word(at + 1) in {"in", "of", "by"}


def _who_is(clause: Clause, noun: int) -> Span | None:
    """A in `A is a member` and in `A, the biggest gainer`."""
    located = clause.located
    for at in range(noun, max(clause.start, noun - _REACH), -1):
        if located.word(at) in words("helping_word") or located.word(at) == ",":
            span = located.ending(past_brackets(located, at))
            return span if is_organisation(span) else subject_of(clause, at)
    return None


def products(clause: Clause) -> Iterator[Found]:
    """Each company with a product that it is said to make."""
    located = clause.located
    for product in located.between(clause.start, clause.end):
        if product.label_ != Kind.PRODUCT:
            continue
        maker = _maker(clause, product)
        if is_organisation(maker) and maker is not None:
            yield Found(maker, product, "")


def _maker(clause: Clause, product: Span) -> Span | None:
    """A in `A's PRODUCT`, `A PRODUCT`, `PRODUCT maker A`, `PRODUCT, made by A` and `A launched PRODUCT`."""
    located = clause.located
    at = product.start - (located.word(product.start - 1) == "'s")
    owner = located.ending(at)
    if owner is not None:
        return owner
    after = located.word(product.end)
    if after in words("maker_noun"):
        return located.starting(product.end + 1)
    by = next((i for i in range(product.end, product.end + 4) if located.word(i) == "by"), None)
    if by is not None and located.word(by - 1) in words("made_participle"):
        return object_of(clause, by + 1, kinds=ORGANISATIONS)
    verb = next(
        (i for i in range(product.start - 1, max(clause.start, product.start - _REACH), -1) if _makes(clause, i)), None
    )
    return None if verb is None or object_of(clause, verb + 1, kinds=_PRODUCT) is None else subject_of(clause, verb)


def _makes(clause: Clause, at: int) -> bool:
    return clause.located.word(at) in words("make_verb")
