"""Rivals by their nouns and verbs: "A's rival B", "A, a competitor of B", "A competes with B", "A takes on B"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from loaders.extract.company_lists import Clause
from loaders.extract.located import Located, is_organisation
from loaders.extract.rival_subjects import (
    Couple,
    antecedent,
    doer,
    is_company,
    listed_with_others,
    spoken_for,
    subject_before,
    subject_elsewhere,
    subject_told,
    together,
)
from loaders.extract.word_lists import words

_LONGEST_PLACE = 7  # words between "competes" and "with"
_MAY_BE_NO_BUSINESS = frozenset(  # with an authority or army
    {"battle", "battles", "battling", "challenge", "challenges", "challenging", "pressure"}
)
_LONGEST_PHRASE = 6  # words of "head-to-head with"


def rival_nouns(clause: Clause) -> Iterator[Couple]:
    """A's rival B · A, whose rivals include B · A, a rival of B · like its rivals such as B, A … · B rival A."""
    for at in range(clause.start, clause.end):
        if clause.named.word(at) not in words("rival_noun") or _is_bid(clause, at) or _is_unnamed(clause, at):
            continue
        listed = _introduced(clause, at + 1)
        yardstick = clause.named.ending(at)
        if yardstick is not None and is_organisation(yardstick) and clause.named.word(at + 1) not in {"of", "to"}:
            found = listed[:1] or listed_with_others(clause, yardstick.start)
            yield from _against(found or [_described_as(clause, yardstick)], [yardstick])
        elif listed:
            subject = _subject_of_noun(clause, at, listed) or subject_elsewhere(clause, listed)
            yield from _against([subject], listed) if subject is not None else _each_other(clause, at, listed)
        else:
            yield from _rival_of_owner(clause, at) or _rival_in_apposition(clause, at)


def _is_unnamed(clause: Clause, noun: int) -> bool:
    """True for the rival of `A was sold to a rival of B`, who is neither A nor B."""
    article = next((at for at in range(noun - 1, noun - 4, -1) if clause.named.word(at) in {"a", "an"}), None)
    is_somebody = article is not None and clause.named.word(article - 1) in words("party_preposition")
    return is_somebody and clause.named.word(noun + 1) in {"of", "to"}


def _described_as(clause: Clause, yardstick: Span) -> Span | None:
    """A in `A, a smaller B rival,` and `sees A as a B rival`; nobody in `sold to a B rival`."""
    reach = range(yardstick.start - 1, yardstick.start - 4, -1)
    article = next((at for at in reach if clause.named.word(at) in {"a", "an", "another"}), clause.start)
    opener = clause.named.word(article - 1)
    named = clause.named.ending(article - 1) if opener == "," else None
    subject = clause.company_before(article) if opener in words("becoming_word") | {"is", "was"} else named
    return subject if is_company(subject) else None


def _rival_of_owner(clause: Clause, noun: int) -> list[Couple]:
    """A, B's main rival · A is B's closest competitor."""
    first = _first_word(clause, noun)
    owner = clause.named.ending(first)
    if clause.named.word(first) != "'s" or owner is None or not is_company(owner):
        return []
    subject = clause.company_before(owner.start)
    is_described = clause.named.word(owner.start - 1) in words("being_word")
    found = together(clause, subject, owner.start) if subject is not None and is_described else []
    return [(one, owner) for one in found if one.id_ != owner.id_]


def _rival_in_apposition(clause: Clause, noun: int) -> list[Couple]:
    """A and B in `A fell behind B, its main rival, in Europe`."""
    first = _first_word(clause, noun)
    other = clause.named.ending(first - 1)
    is_apart = clause.named.word(first) == "its" and clause.named.word(first - 1) == ","
    if not is_apart or other is None or not is_company(other):
        return []
    subject = subject_before(clause, other.start, [other]) or subject_told(clause, [other])
    return [(subject, other)] if subject is not None else []


def _each_other(clause: Clause, noun: int, listed: list[Span]) -> list[Couple]:
    """A and B in `Rivals A and B have cut prices`, where nobody else is spoken of."""
    is_next = listed[0].start == _past_comma(clause, noun + 1)
    is_first = noun == clause.start or clause.named.word(noun - 1) in {"two", "between", "arch", "-"}
    is_mutual = clause.named.word(noun) in words("mutual_noun") and is_first and is_next and len(listed) == 2
    return [(listed[0], listed[1])] if is_mutual and all(is_company(span) for span in listed) else []


def _first_word(clause: Clause, noun: int) -> int:
    """Where the plain words that lead up to the noun begin."""
    first = noun
    while first > clause.start and _is_plain(clause.named.texts[first - 1]):
        first -= 1
    return first


def _is_plain(text: str) -> bool:
    return text.islower() or text == "-" or text in words("demonym")


def _against(subjects: Sequence[Span | None], listed: list[Span]) -> Iterator[Couple]:
    return ((subject, other) for subject in subjects if subject is not None for other in listed)


def _past_comma(clause: Clause, at: int) -> int:
    return at + (clause.named.word(at) == ",")


def _past_place(clause: Clause, at: int) -> int:
    """At the verb of `Its biggest rival in Norway is B`, else where it was."""
    near = range(at + 1, min(at + 6, clause.end)) if clause.named.word(at) == "in" else ()
    return next((i for i in near if clause.named.word(i) in {"is", "are", "include", "includes"}), at)


def _introduced(clause: Clause, at: int) -> list[Span]:
    """The names that `of`, `such as`, `including`, `include` lead to; not in `rivals, mostly running B's system`."""
    first = _past_place(clause, _past_comma(clause, at))
    if clause.named.word(first) in words("list_opener"):
        return clause.companies_after(first + 1 + (clause.named.word(first + 1) in {"as", "both"}))
    listed = clause.companies_after(first)
    told = clause.named.lower[first : listed[0].start] if listed and first > at else []
    return [] if any(word.endswith("ing") for word in told) else listed


def _subject_of_noun(clause: Clause, at: int, listed: list[Span]) -> Span | None:
    """Whose rival it is: the name that the noun stands in apposition to, else the first of the sentence."""
    first = _first_word(clause, at)
    if clause.named.word(first) == "and" and clause.named.word(first + 1) in {"its", "their"}:
        return named if (named := clause.located.ending(first)) is not None and is_organisation(named) else None
    if clause.named.word(first - 1) == "," and is_organisation(named := clause.located.ending(first - 1)):
        return named
    return subject_before(clause, at, listed)


def rival_verbs(clause: Clause) -> Iterator[Couple]:
    """A competes with B · A takes on B · facing competition from B, A …"""
    for at in range(clause.start, clause.end):
        size = _verb_length(clause.named, at)
        if size and not _is_bid(clause, at):
            listed = _opponents(clause, at + size)
            if clause.named.word(at) in _MAY_BE_NO_BUSINESS:
                listed = [span for span in listed if is_company(span)]
            subject = antecedent(clause.located, at) or spoken_for(clause, at) or doer(clause, at)
            subject = subject or subject_before(clause, at, listed)
            subject = subject or clause.company_behind(listed) or _harmed(clause, at, listed)
            found = together(clause, subject, at) if subject is not None else [_meant_by_it(clause, listed)]
            yield from _against(found, listed)


def _opponents(clause: Clause, at: int) -> list[Span]:
    """B and C in `with B and C`, `from the likes of B and C`, `with nimbler firms such as B and C`."""
    if clause.named.word(at + 1) == "likes":
        return clause.companies_after(at + 3)
    if clause.named.word(at) == "those":
        return clause.companies_after(at + 2)
    return clause.companies_after(at) or clause.examples_after(at)


def _is_bid(clause: Clause, at: int) -> bool:
    """True for `a rival offer from B`, `outbid rival B`, `beat competition from B to buy C`: bidders are no peers."""
    before = set(clause.named.lower[max(clause.start, at - 4) : at])
    is_won = not words("beat_verb").isdisjoint(before) and any(
        clause.named.word(i) == "to" and clause.named.word(i + 1) in words("buy_verb") for i in range(at, clause.end)
    )
    return clause.named.word(at + 1) in words("bid_noun") or not words("outbid_verb").isdisjoint(before) or is_won


def _harmed(clause: Clause, at: int, listed: list[Span]) -> Span | None:
    """A in `Tougher competition from B has hurt A`."""
    if not listed or clause.named.word(at) != "competition" or at > clause.start + 1:
        return None
    return next(filter(is_company, clause.named.between(listed[-1].end, clause.end)), None)


def _meant_by_it(clause: Clause, listed: list[Span]) -> Span | None:
    """The company of the sentence before, where this one begins with `it`, `its`, `That puts it`, `The service`."""
    is_carried = clause.named.word(clause.start) in {"it", "its", "that", "this", "the"}
    return subject_told(clause, listed) if is_carried else None


def _verb_length(located: Located, at: int) -> int:
    """How many words at `at` say that somebody competes with whom comes next."""
    word, then = located.word(at), located.word(at + 1)
    if word in words("fight_verb") and _is_fought_for(located, at + 1):
        return 1
    if word in words("compete_verb"):
        return _to_opponent(located, at)
    if word in {"competition", "challenge", "pressure", "rivalry"} and then in {"from", "with"}:
        return 2
    if word == "competition" and then in {"at", "in", "for"}:
        return _to_opponent(located, at)
    if word == "market" and then == "share" and located.word(at + 2) in {"from", "to"}:
        return 3
    if word in {"take", "takes", "taking"} and then == "on":
        return 2
    return _to_challenged(located, at) or _to_caught_up(located, at)


def _is_fought_for(located: Located, at: int) -> bool:
    """True for B in `fighting B for market share`, `battles B for the top spot`; bidders fight for a company."""
    opponent = located.starting(at)
    if opponent is None or located.word(opponent.end) != "for":
        return False
    told = located.lower[opponent.end + 1 : opponent.end + 5]
    return not (words("customer_noun") | words("dominance_noun") | words("contested_noun")).isdisjoint(told)


def _to_challenged(located: Located, at: int) -> int:
    """1 for `challenges B`, `to challenge B's dominance`; 0 for `challenges B's patent`, `the challenge B faces`."""
    opponent = located.starting(at + 1)
    is_noun = located.word(at) == "challenge" and located.word(at - 1) not in words("verb_mark")
    if located.word(at) not in words("challenge_verb") or opponent is None or is_noun:
        return 0
    is_owner = located.word(opponent.end) == "'s"
    return int(not is_owner or located.word(opponent.end + 1) in words("dominance_noun"))


def _to_caught_up(located: Located, at: int) -> int:
    """The length of `catch up with`, `head-to-head with`, `price war with`, `losing customers to`; 0 without a name."""
    for length in range(2, _LONGEST_PHRASE + 1):
        if _sets_against(located.lower[at : at + length]) and is_organisation(located.starting(at + length)):
            return length
    return 0


def _sets_against(told: list[str]) -> bool:
    """True for a listed phrase, and for `lost subscribers to`."""
    is_loss = len(told) == 3 and told[0] in words("lose_verb") and told[1] in words("customer_noun") and told[2] == "to"
    return is_loss or " ".join(told) in words("rival_phrase")


def _to_opponent(located: Located, verb: int) -> int:
    """The words up to the preposition of `competes in the Middle East against`; 0 where none follows."""
    for at in range(verb + 1, verb + 1 + _LONGEST_PLACE):
        if located.word(at) in {"with", "against"} | ({"from"} if located.word(verb) == "competition" else set()):
            return at + 1 - verb
        if located.word(at) in {",", ".", ";", "and", "that", ""} or is_organisation(located.starting(at)):
            return 0
    return 0
