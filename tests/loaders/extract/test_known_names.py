"""One entity under one id: other spellings of listed names, plurals, parts of names, and what is no name at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Span

from graph.model import Kind
from loaders.extract.annotations import MENTIONS
from loaders.extract.known_names import is_glued, known_as
from loaders.extract.proposals import GRAMMAR, proposal
from loaders.extract.trimming import trimmed

Read = Callable[[str], Doc]


@pytest.fixture
def name_of(entity_language) -> Callable[..., Span]:
    """The words of a sentence as a name of some kind."""

    def made(text: str, name: str, kind: Kind = Kind.COMPANY) -> Span:
        doc = entity_language.make_doc(text)
        start = text.index(name)
        span = doc.char_span(start, start + len(name))
        return proposal(doc, span.start, span.end, kind, source=GRAMMAR)

    return made


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("ANT Financial", "ant-group"),
        ("CBInsights", "cb-insights"),
        ("JPMorgan Chase & Co", "jpmorgan"),
        ("Air France KLM", "air-france-klm"),
        ("Teslas", "tesla"),
        ("BMWs", "bmw"),
        ("Kearney", "a-t-kearney"),
    ],
)
def test_another_spelling_of_a_listed_organisation_is_that_one(name_of, name: str, id_: str) -> None:
    known = known_as(name_of(f"They spoke of {name} again.", name))
    assert known is not None
    assert known.id == id_


@pytest.mark.parametrize("name", ["Velmoro", "Velmoro Group", "Block Capital", "Ford Foundry", "Metas"])
def test_a_name_that_differs_by_a_word_or_means_more_is_not(name_of, name: str) -> None:
    assert known_as(name_of(f"They spoke of {name} again.", name)) is None


def test_a_person_is_no_spelling_of_a_company(name_of) -> None:
    assert known_as(name_of("They spoke of Kearney again.", "Kearney", Kind.PERSON)) is None


def test_a_longer_name_that_begins_behind_the_article_is_found_whole(read_entities: Read) -> None:
    doc = read_entities("It took over the spot on the Dow Jones Industrial Average in May.")
    assert [(span.text, span.id_) for span in doc.spans[MENTIONS]] == [
        ("Dow Jones Industrial Average", "dow-jones-industrial-average")
    ]


def test_two_spellings_of_one_text_are_one(read_entities: Read) -> None:
    doc = read_entities(
        "Analysts at Velmoro-Tan Securities rose early. Later VelmoroTan Securities said it would fall."
    )
    assert {id_ for id_ in doc._.entities if "velmoro" in id_} == {"velmoro-tan-securities"}


def test_what_an_acronym_in_brackets_stands_for_goes_before_a_name_that_begins_with_it(read_entities: Read) -> None:
    doc = read_entities(
        "The Federation of Harbour Pilots (FHP) objected, said Ann Brook of the FHP Relief Fund. The FHP will appeal."
    )
    assert {span.id_ for span in doc.spans[MENTIONS] if span.text == "FHP"} == {"federation-of-harbour-pilots"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It grew in Velmoro\nDubai-based firms said.", "Velmoro\nDubai"),
        ("A report by Tems, Inc. said so.", "Inc."),
        ("Speaker Ann Brook, D-Paramount, declined.", "D-"),
        ("Sen. Ann Brook, D-Velmoro Hills, said so.", "D-Velmoro Hills"),
        ("It launched Velmoro-\nNine in May.", "Velmoro-"),
        ("It was the Velmoro administration that said so.", "Velmoro"),
    ],
)
def test_what_is_no_name_is_left_out(name_of, text: str, name: str) -> None:
    assert list(trimmed([name_of(text, name)])) == []


@pytest.mark.parametrize(
    ("text", "name", "kept"),
    [
        ("It was founded by Ann Brook,\nVelmoro said.", "Ann Brook,", "Ann Brook"),
        ("The firm (Velmoro) said so.", "(Velmoro", "Velmoro"),
        ("The firm Velmoro (Europe) said so.", "Velmoro (Europe)", "Velmoro (Europe)"),
    ],
)
def test_a_name_loses_the_marks_around_it(name_of, text: str, name: str, kept: str) -> None:
    assert [span.text for span in trimmed([name_of(text, name)])] == [kept]


def test_a_bracket_within_a_name_is_no_part_of_what_a_person_is_called(read_entities: Read) -> None:
    doc = read_entities("The chair of the bank, (Jerome) Powell, spoke. Jerome Powell left early.")
    names = [name for entity in doc._.entities.values() for name in (entity.name, *entity.aliases)]
    assert not [name for name in names if ")" in name and "(" not in name]


def test_a_name_that_ran_into_a_listed_one_is_not_taken_for_a_name(name_of) -> None:
    assert is_glued(name_of("By Ann BrookCanadian Pacific Railway rose.", "Ann BrookCanadian Pacific Railway"))
    assert not is_glued(name_of("Shares of PetroVelmoro Canadian rose.", "PetroVelmoro Canadian"))


@pytest.mark.parametrize(
    "name", ["Dh1,500", "Rs500", "Dubai Dubai", "end?Velmoro", "Jr.", "Fund", "ETFs", "Associates"]
)
def test_amounts_and_words_that_stand_beside_names_are_none(name_of, name: str) -> None:
    assert list(trimmed([name_of(f"They spoke of {name} again.", name, Kind.PRODUCT)])) == []


def test_a_full_stop_before_a_name_and_a_seat_are_no_part_of_it(name_of) -> None:
    assert [span.text for span in trimmed([name_of("Dr . Ann Brook spoke.", ". Ann Brook")])] == ["Ann Brook"]
    seat = name_of("The D.C.-based Velmoro & Tan said so.", "D.C.-based Velmoro & Tan")
    assert [span.text for span in trimmed([seat])] == ["Velmoro & Tan"]


def test_a_legal_form_behind_a_comma_belongs_to_the_name(read_entities: Read) -> None:
    doc = read_entities("Shares of Amazon.com, Inc. rose on Monday.")
    assert [(span.text, span.id_) for span in doc.spans[MENTIONS]] == [("Amazon.com, Inc.", "amazon")]
