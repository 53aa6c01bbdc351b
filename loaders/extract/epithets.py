"""What "Norway's central bank" or "America's largest carmaker" says: who is meant by such words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from spacy.tokens import Span

from graph.model import Entity, Kind
from loaders.extract.antecedents import Fits
from loaders.extract.cues import speech_words
from loaders.extract.homes import adjectives_of, is_home
from loaders.extract.last_speakers import saying
from loaders.extract.located import Located
from loaders.extract.name_phrases import POSSESSIVES
from loaders.extract.word_lists import is_central_bank, words

_LONGEST = 6  # words of `largest maker of electric cars`
_BREAKS = frozenset({",", ".", "and", "that", "which"})
_OF_PLACE = frozenset({"bank", "central bank", "national bank", "reserve bank", "state bank", "people's bank"})


def epithets(located: Located, sentence: Span, entities: Mapping[str, Entity]) -> Iterator[Span]:
    """Each of them in the sentence that says something, from behind the possessive on."""
    for at in range(sentence.start + 1, sentence.end):
        if located.word(at) not in POSSESSIVES:
            continue
        end, fits = _described(located, at, entities)
        meant = _only(located, fits) if end and fits and located.word(end) in saying() | {"has"} else None
        if meant is not None:
            yield Span(located.doc, at + 1, end, label=meant.label_, span_id=meant.id_)


def _described(located: Located, at: int, entities: Mapping[str, Entity]) -> tuple[int, Fits | None]:
    """Where the words behind the possessive end, and who may be meant by them."""
    place = located.ending(at)
    if located.lower[at + 1 : at + 3] == ["central", "bank"]:
        return (at + 3, partial(_is_bank_of, entities, place)) if place is not None else (0, None)
    is_of_place = place is not None or located.word(at - 1) == "world"
    if located.word(at + 1) not in speech_words()["superlative"] or not is_of_place:
        return 0, None
    noun = next((noun for noun in range(at + 2, at + 5) if _kinds_of(located.word(noun))), None)
    if noun is None:
        return 0, None
    return _end_of(located, noun), partial(_is_main, located, _kinds_of(located.word(noun)), place)


def _end_of(located: Located, noun: int) -> int:
    """Behind `of electric cars`, if that follows."""
    if located.word(noun + 1) != "of":
        return noun + 1
    reach = range(noun + 2, noun + _LONGEST)
    return next((at for at in reach if located.word(at) in saying() | _BREAKS), noun + 1)


def _kinds_of(noun: str) -> frozenset[str]:
    """The kinds that a noun such as `carmaker` or `lender` is of."""
    if noun in words("bank_noun"):
        return frozenset({Kind.INSTITUTION.value})
    return frozenset({Kind.COMPANY.value}) if noun in words("company_description") else frozenset()


def _is_main(located: Located, kinds: frozenset[str], place: Span | None, span: Span) -> bool:
    """True for whom the text is about, if at home there: the largest of its kind needs no other name."""
    is_there = place is None or is_home(place.id_, span.id_)
    return is_there and span.label_ in kinds and span.id_ == located.main_organisation


def _is_bank_of(entities: Mapping[str, Entity], place: Span, span: Span) -> bool:
    """True for the central bank that its name or its home tells to be of the place; none has shares in trade."""
    entity = entities[span.id_]
    name = entity.name.lower()
    if span.label_ != Kind.INSTITUTION or entity.tickers:
        return False
    called, _, where = name.partition(" of ")
    if where:
        return called in _OF_PLACE and where.removeprefix("the ") in _names_of(entities, place)
    return is_central_bank(name) and _is_at_home(name, place, span)


def _is_at_home(name: str, place: Span, span: Span) -> bool:
    """True for the Swiss National Bank and Switzerland, for Norges Bank and Norway."""
    tells_place = any(word.lower() in name.split() for word in words("demonym"))
    if tells_place:
        return any(word in name for word in adjectives_of(place.id_))
    return place.text.lower() in name or is_home(place.id_, span.id_)


def _names_of(entities: Mapping[str, Entity], place: Span) -> frozenset[str]:
    named = entities[place.id_]
    return frozenset(name.lower() for name in (place.text, named.name, *named.aliases))


def _only(located: Located, fits: Fits) -> Span | None:
    """The one that fits, wherever in the text it is named."""
    fitting = [span for span in located.spans if fits(span)]
    return fitting[0] if len({span.id_ for span in fitting}) == 1 else None
