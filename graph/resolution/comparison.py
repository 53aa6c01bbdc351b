"""Whether two entities are one, judged by what is known of both: identifiers first, then names, then who is beside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from graph.model import Kind
from graph.naming import key
from graph.resolution.judgement import Verdict
from graph.resolution.organisation_names import Likeness, is_acronym, likeness
from graph.resolution.personal_names import personal_likeness
from graph.resolution.profile import Profile

SURE, HOPELESS = 0.9, 0.4  # from SURE on they are the same, below HOPELESS they are not; between, a person decides
ORGANISATIONS = frozenset({Kind.COMPANY, Kind.INSTITUTION})
OF_SECURITIES = frozenset({"isin", "figi"})  # a company has as many as its shares have classes and listings
DOUBTFUL = 0.6  # what speaks against it leaves the decision to a person
_FIRM = 0.95  # below, two of one document are hardly one: `Velmoro Ltd` and `Velmoro Holdings`
_WEAK = {Kind.INDEX: "index_weak"}
_TOLD_BY_ONE_WORD = frozenset({Kind.PLACE, Kind.PRODUCT})  # `Jeddah Gate` is not Jeddah, `Model X` no `Model Y`
_NEARLY_EQUAL = 0.75
_MOST_BY_NAME = 0.98  # what names and employers say is never certain
_AMERICAN = frozenset({"N", "O", "OQ", "K", "A", "P"})  # New York, Nasdaq, …, as Reuters writes them
_LEAST_ALIAS = 4  # Latin letters: a shorter form stands for too many


@dataclass(frozen=True, slots=True)
class Comparison:
    """How sure it is that two entities are one, between 0 and 1, what follows from that, and why."""

    score: float
    verdict: Verdict
    why: str


def compared(left: Profile, right: Profile) -> Comparison:
    """What speaks for two entities being one; `compared(a, b)` and `compared(b, a)` say the same.

    Method: kinds that cannot be one and identifiers decide alone. Else the most alike of their names count, and the
    documents that name both, or the organisation that both work for, move the score.
    """
    one, other = sorted((left, right), key=lambda profile: profile.id)
    for rule in _DECIDING:
        if (found := rule(one, other)) is not None:
            return _comparison(found)
    return _comparison(_in_context(_alike(one, other), one, other))


def _comparison(found: Likeness) -> Comparison:
    score = round(min(max(found.score, 0.0), 1.0), 3)
    verdict = Verdict.SAME if score >= SURE else Verdict.DIFFERENT if score < HOPELESS else Verdict.UNSURE
    return Comparison(score, verdict, found.why)


def _by_id(left: Profile, right: Profile) -> Likeness | None:
    return Likeness(1.0, "They have one id.") if left.id == right.id else None


def _by_kind(left: Profile, right: Profile) -> Likeness | None:
    kinds = {left.kind, right.kind}
    if len(kinds) == 1 or kinds <= ORGANISATIONS:
        return None
    return Likeness(0.0, f"One is a {left.kind.lower()}, the other a {right.kind.lower()}.")


def _by_identifier(left: Profile, right: Profile) -> Likeness | None:
    """The same identifier decides; another one of the same scheme does too, unless each security has its own."""
    mine, other = ({scheme for scheme, _ in profile.identifiers} for profile in (left, right))
    shared = {scheme for scheme, _ in left.identifiers & right.identifiers}
    if apart := sorted((mine & other) - shared - OF_SECURITIES):
        return Likeness(0.0, f"They have different {apart[0].upper()}s.")
    return Likeness(1.0, f"They have the same {min(shared).upper()}.") if shared else None


def _by_list(left: Profile, right: Profile) -> Likeness | None:
    if left.is_listed and right.is_listed:
        return Likeness(0.0, "The reference data lists both.")
    return None


def _by_ticker(left: Profile, right: Profile) -> Likeness | None:
    """The same ticker, where the names do not contradict; or one is called by the ticker of the other.

    The same letters on two exchanges are often two companies: then the names have to speak for their being one.
    """
    if shared := _shared_tickers(left, right):
        least = 0.3 if _listings(left) & _listings(right) else 0.7
        return (
            Likeness(0.95, f"They have the same ticker {min(shared)}.") if _alike(left, right).score > least else None
        )
    for named, listed in ((left, right), (right, left)):
        if listed.is_listed and key(named.name) in map(key, listed.tickers):
            return Likeness(0.95, f"One is called by the ticker of the other, {named.name}.")
    return None


_DECIDING: tuple[Callable[[Profile, Profile], Likeness | None], ...] = (
    _by_id,
    _by_kind,
    _by_identifier,
    _by_list,
    _by_ticker,
)


def _alike(left: Profile, right: Profile) -> Likeness:
    """The most alike of all their names; what only an alias says counts for less."""
    found = max(_likenesses(left, right), key=lambda found: found.score)
    if left.kind in _TOLD_BY_ONE_WORD and HOPELESS <= found.score < _NEARLY_EQUAL and not found.is_short_form:
        return Likeness(HOPELESS / 2, found.why)
    return found


def _likenesses(left: Profile, right: Profile) -> list[Likeness]:
    if left.kind is Kind.PERSON:
        return [personal_likeness(left.name, right.name)]
    weak = _WEAK.get(left.kind, "weak")
    found = [likeness(left.name, right.name, weak)]
    for one, other in ((left, right), (right, left)):
        found += [_by_alias(one, other, alias, weak) for alias in other.aliases]
        if is_acronym(one.name, other.name) and not one.is_listed:  # else the list holds what the letters stand for
            found.append(_by_acronym(one, other))
    return found


def _by_acronym(short: Profile, long: Profile) -> Likeness:
    """What the first letters say: much if a document names both, and if they are too many to be so by chance."""
    is_beside = bool(short.documents & long.documents) and len(key(short.name).replace(" ", "")) >= _LEAST_ALIAS
    why = "One has the first letters of the other's words"
    if is_beside:
        return Likeness(0.92, f"{why}, and a document names both.", is_short_form=True)
    return Likeness(0.65, f"{why}.", is_short_form=True)


def _by_alias(one: Profile, other: Profile, alias: str, weak: str) -> Likeness:
    """How well a name fits an alias: one that was reviewed counts as a name, a short form in a text for little."""
    found = likeness(one.name, alias, weak)
    if found.score < SURE or (alias.isascii() and len(key(alias)) < _LEAST_ALIAS):
        return Likeness(min(found.score, 0.6), found.why)
    why = f"One is also called {alias!r}."
    return Likeness(0.93 if other.is_listed or " " in key(alias) else 0.75, why, is_short_form=True)


def _in_context(found: Likeness, left: Profile, right: Profile) -> Likeness:
    """The likeness, moved by what stands beside the names."""
    if found.score < HOPELESS:
        return found
    if doubt := _doubt(left, right):
        return Likeness(min(found.score, DOUBTFUL), f"{found.why} {doubt}")
    if left.kind is Kind.PERSON and (shared := left.organisations & right.organisations):
        return Likeness(min(found.score + 0.25, _MOST_BY_NAME), f"{found.why} Both speak for {min(shared)}.")
    if left.documents & right.documents and found.score < _FIRM and not found.is_short_form:
        return Likeness(found.score - 0.1, f"{found.why} A document names both.")
    return found


def _doubt(left: Profile, right: Profile) -> str:
    """Why two that are called the same may yet be two, if something says so."""
    if left.country and right.country and left.country != right.country:
        return f"One is of {left.country}, the other of {right.country}."
    if left.kind is Kind.PERSON and left.organisations and right.organisations:
        return "" if left.organisations & right.organisations else "They speak for different organisations."
    if clash := _clashing_tickers(left, right):
        return f"On one exchange they have the tickers {clash[0]} and {clash[1]}."
    return ""


def _clashing_tickers(left: Profile, right: Profile) -> tuple[str, str] | None:
    """Two tickers of one exchange, where they share none."""
    if _shared_tickers(left, right):
        return None
    pairs = ((one, other) for one in sorted(left.tickers) for other in sorted(right.tickers))
    return next((pair for pair in pairs if _exchange(pair[0]) == _exchange(pair[1])), None)


def _exchange(ticker: str) -> str:
    """The mark of the exchange behind the letters, which American ones lack unless they are Reuters codes."""
    mark = ticker.upper().partition(".")[2]
    return "" if mark in _AMERICAN else mark


def _listings(profile: Profile) -> set[tuple[str, str]]:
    return {(_ticker(each), _exchange(each)) for each in profile.tickers}


def _shared_tickers(left: Profile, right: Profile) -> set[str]:
    mine, other = ({_ticker(each) for each in profile.tickers} for profile in (left, right))
    return mine & other


def _ticker(text: str) -> str:
    """The letters before the mark of the exchange: `JPM.N` → `JPM`."""
    return text.upper().partition(".")[0]
