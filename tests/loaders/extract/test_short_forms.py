from collections.abc import Callable

from spacy.tokens import Doc

from loaders.extract.annotations import MENTIONS

Read = Callable[[str], Doc]


def ids_of(doc: Doc, text: str) -> set[str]:
    return {span.id_ for span in doc.spans[MENTIONS] if span.text == text}


def test_a_surname_stands_for_the_person_named_before(read_entities: Read) -> None:
    doc = read_entities(
        "Strategist Martha Quillfeather was calm. Quillfeather said so twice, and Ms. Quillfeather left."
    )
    assert ids_of(doc, "Quillfeather") == {"martha-quillfeather"}
    assert doc._.entities["martha-quillfeather"].aliases == ("Quillfeather",)


def test_a_surname_of_two_people_stands_for_neither(read_entities: Read) -> None:
    doc = read_entities("Analyst Martha Brandt met strategist Robert Brandt in March. Later Brandt said it was fine.")
    assert ids_of(doc, "Brandt") <= {"brandt"}
    assert {"martha-brandt", "robert-brandt"} <= set(doc._.entities)


def test_a_chinese_surname_comes_first(read_entities: Read) -> None:
    doc = read_entities("The plan was signed by Zhang Weiming, the chairman. Zhang said it would hold.")
    assert ids_of(doc, "Zhang") == {"zhang-weiming"}


def test_an_acronym_in_brackets_stands_for_the_name_before_it(read_entities: Read) -> None:
    doc = read_entities("The Federation of Harbour Pilots (FHP) objected. The FHP said it would appeal.")
    assert ids_of(doc, "FHP") == {"federation-of-harbour-pilots"}


def test_the_first_word_stands_for_an_organisation(read_entities: Read) -> None:
    doc = read_entities("Analysts at Velmoro Securities expect a fall. Velmoro said rates were too high.")
    assert ids_of(doc, "Velmoro") == {"velmoro-securities"}


def test_the_legal_form_makes_no_second_entity(read_entities: Read) -> None:
    doc = read_entities("Shares of Quorvex Motors Ltd. fell. Quorvex Motors said sales were weak.")
    assert set(doc._.entities) == {"quorvex-motors"}
    assert ids_of(doc, "Quorvex Motors") == ids_of(doc, "Quorvex Motors Ltd.")


def test_the_head_of_a_name_stands_for_the_body(read_entities: Read) -> None:
    doc = read_entities("The Federation of Harbour Pilots objected. Later the Federation said it would appeal.")
    assert ids_of(doc, "Federation") == {"federation-of-harbour-pilots"}


def test_a_name_with_its_last_particle_is_the_person(read_entities: Read) -> None:
    doc = read_entities("Director Khalid bin Omar al Marwani spoke first. Al Marwani said the port was full.")
    assert set(doc._.entities) == {"khalid-bin-omar-al-marwani"}


def test_a_double_surname_is_the_person(read_entities: Read) -> None:
    doc = read_entities("Economist Martha Quill-Overton was calm. Quill-Overton said so twice.")
    assert set(doc._.entities) == {"martha-quill-overton"}


def test_a_ticker_stands_for_the_company_that_the_text_names(read_entities: Read) -> None:
    doc = read_entities("Shopify raised its prices. We sold AAPL and bought more SHOP, the fund said.")
    assert ids_of(doc, "SHOP") == {"shopify"}


def test_a_company_is_not_what_another_would_be_short_for(read_entities: Read) -> None:
    doc = read_entities("Elliott Management Corp has a stake in EMC Corp. Dell said it will buy EMC.")
    assert {span.id_ for span in doc.spans["mentions"] if span.text.startswith("EMC")} == {"emc"}


def test_the_last_two_of_three_names_may_be_the_surname(read_entities: Read) -> None:
    doc = read_entities("Maria Vela Tarvik spoke on Monday. Vela Tarvik said the island could pay.")
    assert ids_of(doc, "Vela Tarvik") == {"maria-vela-tarvik"}


def test_who_has_the_second_given_name_of_another_is_somebody_else(read_entities: Read) -> None:
    doc = read_entities("Sarah Jane Quill runs the bank. Her daughter Jane Quill left it.")
    assert ids_of(doc, "Sarah Jane Quill") == {"sarah-jane-quill"}
    assert ids_of(doc, "Jane Quill") == {"jane-quill"}


def test_what_is_in_many_names_stands_for_none_of_them(read_entities: Read) -> None:
    doc = read_entities("Shares of LNG Tarvik Ltd. fell. It would ship LNG to Asia.")
    assert ids_of(doc, "LNG Tarvik Ltd.") == {"lng-tarvik"}
    assert not ids_of(doc, "LNG")


def test_the_town_is_not_its_chamber(read_entities: Read) -> None:
    doc = read_entities("The Velmoro Chamber of Commerce spoke. People in Velmoro were calm.")
    assert "velmoro-chamber-of-commerce" not in ids_of(doc, "Velmoro")
