"""Two companies that are each other's rivals: "A and B are rivals", "the rivalry between A and B", "rivals A and B"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from loaders.extract.company_lists import Clause
from loaders.extract.rival_subjects import Couple, is_company
from loaders.extract.word_lists import words

_REACH = 6  # words between the two names and what they are to each other
_ADJECTIVES = 2  # of `bitter old rivals`
_LINKING = frozenset({"are", "were", "been", "remain", "remained"})
_FIGHTING = frozenset({"battle", "battling", "vie", "vying", "fight", "fighting", "jostle", "jostling"})
_COMPETING = _FIGHTING | {"compete", "competed", "competing"}
_DIRECTLY = frozenset({"directly", "fiercely", "head"})


def mutual_rivals(clause: Clause) -> Iterator[Couple]:
    """The two names of each such wording; three companies are a list."""
    for span in clause.named.between(clause.start, clause.end):
        couple = _couple(clause, span)
        if couple is not None and (
            _contend(clause, span) or _are_rivals(clause, couple[1]) or _are_called_rivals(clause, couple[1])
        ):
            yield couple
    yield from _versus(clause)


def _versus(clause: Clause) -> Iterator[Couple]:
    """A and B of `A vs. B`, which is no case in court."""
    is_case = not words("other_contest").isdisjoint(clause.named.lower[clause.start : clause.end])
    for at in range(clause.start, clause.end):
        left, right = clause.named.ending(at), clause.named.starting(at + 1)
        is_versus = clause.named.word(at) in {"vs", "vs.", "versus"} and not is_case
        if is_versus and left is not None and right is not None and is_company(left) and is_company(right):
            yield left, right


def _couple(clause: Clause, first: Span) -> Couple | None:
    """`A and B`, with neither a third nor a noun behind that the second belongs to."""
    listed = clause.companies_after(first.start)
    if len(listed) != 2 or listed[0] != first or not all(is_company(span) for span in listed):
        return None
    is_last_of_list = clause.named.word(first.start - 1) == "," and clause.company_before(first.start) is not None
    is_joined = clause.named.word(listed[1].start - 1) == "and"
    return None if is_last_of_list or not is_joined else (listed[0], listed[1])


def _contend(clause: Clause, first: Span) -> bool:
    """`The rivalry between A and B`, `a price war between A and B`; a legal or a takeover battle is something else."""
    if clause.named.word(first.start - 1) != "between":
        return False
    noun = clause.named.word(first.start - 2)
    before = clause.named.word(first.start - 3)
    return (noun in words("contest_noun") - words("other_contest") and before not in words("other_contest")) or (
        noun == "war" and before == "price"
    )


def _are_rivals(clause: Clause, last: Span) -> bool:
    """`A and B are (fierce) rivals`, `A and B compete directly`."""
    linked = False
    for at in range(last.end, min(last.end + _REACH, clause.end)):
        word = clause.named.word(at)
        if word in _COMPETING:
            return clause.named.word(at + 1) in _DIRECTLY or _is_habit(clause, at)
        if word == "locked":
            return _contest_in(clause, at)
        if word in words("mutual_noun"):
            return linked and clause.named.word(at + 1) not in words("list_opener")
        if not clause.named.texts[at].islower() or word in {"'s", "that", "by"}:
            return False
        linked = linked or word in _LINKING
    return False


def _are_called_rivals(clause: Clause, last: Span) -> bool:
    """`A and B, bitter rivals for a decade, …`; not `A and B, rivals of C`."""
    told = range(last.end + 1, min(last.end + _ADJECTIVES + 2, clause.end))
    at = next((at for at in told if clause.named.word(at) in words("mutual_noun")), None)
    if at is None or clause.named.word(last.end) != "," or clause.named.word(at + 1) in words("list_opener"):
        return False
    return not any(clause.named.word(word) in words("list_owner") for word in told if word < at)


def _contest_in(clause: Clause, at: int) -> bool:
    """True for `locked in a bruising battle`, but not for one in court."""
    told = set(clause.named.lower[at : at + _REACH])
    return bool(told & words("contest_noun") - words("other_contest")) and told.isdisjoint(words("other_contest"))


def _is_habit(clause: Clause, verb: int) -> bool:
    """True for `compete for drivers`, `vie for supremacy`; who will `compete for the contract` bids for it."""
    told = clause.named.lower[verb : verb + _REACH]
    is_lead = not words("dominance_noun").isdisjoint(told[2:])
    if clause.named.word(verb) in _FIGHTING and not is_lead:
        return False
    is_thing = clause.named.word(verb + 2) in {"the", "this", "a"} and clause.named.word(verb + 3) != "same"
    is_control = clause.named.word(verb + 2) == "control"
    one_thing = clause.named.word(verb + 1) == "for" and (is_control or (is_thing and not is_lead))
    is_habit = clause.named.word(verb + 1) in {"for", "in", "on"} and clause.named.word(verb - 1) not in words(
        "verb_mark"
    )
    return is_habit and not one_thing and words("other_contest").isdisjoint(told)
