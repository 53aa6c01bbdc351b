from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import zip_longest
from typing import Any

import pytest
from made_files import SENTENCES, packed_pdf, pdf, wrapped

from graph.model import Document
from graph.pages import page_of
from loaders.sources.paragraphs import unbroken

Read, Refusal = Callable[..., Document], Callable[..., str]


def test_paragraphs_are_whole_again_over_lines_and_pages(read: Read) -> None:
    first, second = " ".join([*SENTENCES[:4], "Lead did not."]), " ".join(SENTENCES[4:])
    lines = wrapped(first, second)
    document = read(pdf([lines[:3], lines[3:]], title="Tin"), "note")
    assert document.text == f"{first}\n\f\n{second}"


def test_each_paragraph_knows_the_page_that_it_begins_on(read: Read) -> None:
    pages = [[f"{metal} rose on the exchange.", "", f"{metal} may fall."] for metal in ("Tin", "Lead", "Zinc")]
    text = read(pdf([pages[0], [], *pages[1:], ["Gold did not."]], title="Metals")).text
    found = {word: page_of(text, text.index(word)) for word in ("Tin rose", "Tin may", "Lead rose", "Zinc may", "Gold")}
    assert found == {"Tin rose": 1, "Tin may": 1, "Lead rose": 3, "Zinc may": 4, "Gold": 5}
    assert page_of(read(pdf([SENTENCES], title="Tin")).text, 0) is None


def test_a_page_without_words_at_the_beginning_counts(read: Read) -> None:
    text = read(pdf([[], ["Tin rose on the exchange.", "", "It may fall."], ["Lead did not."]], title="Tin")).text
    assert (page_of(text, text.index("Tin")), page_of(text, text.index("Lead"))) == (2, 3)


class Turns(Sequence[int]):
    """The first lines of pages, and how many of them were looked at."""

    def __init__(self, lines: Sequence[int]) -> None:
        self._lines, self.looks = lines, 0

    def __len__(self) -> int:
        return len(self._lines)

    def __getitem__(self, at: Any) -> Any:
        self.looks += 1
        return self._lines[at]


def test_the_page_of_a_paragraph_is_found_without_going_over_all() -> None:
    lines = [words for number in range(1000) for words in (f"Tin rose for the {number}th time.", "")]
    turns = Turns(range(2, len(lines), 2))
    text = unbroken(lines, turns)
    assert [page_of(text, text.index(f" {number}th")) for number in (0, 1, 500, 999)] == [1, 2, 501, 1000]
    assert turns.looks < 50 * len(turns)


def test_a_note_has_the_title_and_the_day_that_the_file_gives(read: Read) -> None:
    document = read(pdf([SENTENCES], title="Tin rallies"))
    assert (document.title, document.published_at) == ("Tin rallies", date(2025, 3, 4))


def test_a_title_that_a_program_gave_is_none_and_the_first_line_is_taken(read: Read) -> None:
    document = read(pdf([["Tin rallies again", *SENTENCES]], title="Microsoft Word - tin.doc"))
    assert document.title == "Tin rallies again"
    assert document.text.startswith(SENTENCES[0])


def test_words_divided_at_a_line_end_are_whole_and_compounds_stay(read: Read) -> None:
    lines = ["The long-term outlook for tin is that the price will con-", "tinue to rise, and Brook holds the long-"]
    text = read(pdf([[*lines, "term view that supply is short."]], title="Tin")).text
    assert "will continue to rise" in text
    assert "the long-term view" in text


def test_running_heads_and_page_numbers_are_left_out(read: Read) -> None:
    bodies = [f"{metal} rose again on the exchange, said Ann Brook." for metal in ("Tin", "Lead", "Zinc", "Gold")]
    pages = [["Shale & Co. Metals Daily", body, f"Page {at} of 4"] for at, body in enumerate(bodies, start=1)]
    assert read(pdf(pages, title="Metals")).text == " ".join(bodies)


def test_a_scan_is_told_as_such(refusal: Refusal) -> None:
    assert "is a scan: 3 of its 3 pages are pictures" in refusal(pdf([[], [], []]))
    assert "is a scan: 2 of its 3 pages are pictures" in refusal(pdf([["Cover"], [], []]))


def test_a_file_with_a_password_is_told_as_such(refusal: Refusal) -> None:
    assert "is locked with a password" in refusal(pdf([SENTENCES], password="secret"))


def test_a_file_that_is_encrypted_without_a_password_is_read(read: Read) -> None:
    assert read(pdf([SENTENCES], title="Tin", password="")).text.startswith(SENTENCES[0])


def test_a_file_of_too_many_pages_is_refused(refusal: Refusal) -> None:
    assert "has more than 1,000 pages" in refusal(pdf([["Tin."]] * 1001))


def test_a_damaged_file_is_told_as_such(refusal: Refusal) -> None:
    whole = pdf([SENTENCES])
    for damaged in (b"%PDF-1.7\nnothing", b"%PDF-1.7" + bytes(range(256)) * 40, whole.replace(b"/Pages", b"/Sages")):
        assert "is a PDF file that is damaged" in refusal(damaged)


def test_a_file_that_unpacks_to_far_too_much_is_refused(refusal: Refusal) -> None:
    assert "unpacks to far too much" in refusal(packed_pdf(b" " * 300_000_000))


LEFT = (
    "Tin rose by two percent on",
    "Tuesday after a strike closed",
    "a mine in the north, said Ann",
    "Brook of Shale & Co.",
)
RIGHT = (
    "Lead fell as the stocks in",
    "the port of Velmoro grew, and",
    "may fall further, said those",
    "who sell it in the port.",
)


def in_rows(left: Sequence[str], right: Sequence[str]) -> bytes:
    """A page whose rows are written across two columns."""
    rows = enumerate(zip_longest(left, right, fillvalue=""))
    placed = [(x, 700 - 14 * at, words) for at, row in rows for x, words in zip((50, 300), row, strict=True) if words]
    shown = " ".join(f"ET BT /F1 10 Tf {x} {y} Td ({words}) Tj" for x, y, words in placed)
    return pdf([["@"]]).replace(b"(@) Tj T*", f"(Metals this week) Tj {shown}".encode())


@pytest.mark.parametrize("further", [(), ("She sells zinc as well.",)], ids=["even", "uneven"])
def test_columns_are_read_down_and_not_across(read: Read, further: tuple[str, ...]) -> None:
    document = read(in_rows([*LEFT, *further], RIGHT), "note")
    assert " ".join(document.text.split()) == " ".join([*LEFT, *further, *RIGHT])


def test_a_table_is_read_across(read: Read) -> None:
    metals, words = (
        ["Tin of the first sort", "Lead of the second", "Zinc of the third", "Gold of all sorts"],
        "Prices may ",
    )
    told = [f"{words}{move} this year" for move in ("rise", "fall", "hold", "rise")]
    text = " ".join(read(in_rows(metals, told), "note").text.split())
    assert f"{metals[0]} {told[0]}" in text


def test_a_space_that_is_written_by_itself_stays(read: Read) -> None:
    runs = [
        (50, 700, "Profit"),
        (90, 700, " "),
        (93, 700, "rose"),
        (50, 686, "Cost"),
        (90, 686, " "),
        (93, 686, "fell"),
    ]
    shown = " ".join(f"ET BT /F1 10 Tf 1 0 0 1 {x} {y} Tm ({run}) Tj" for x, y, run in runs)
    text = read(pdf([["@"]], title="Tin").replace(b"(@) Tj T*", shown.encode())).text
    assert text.split() == ["Profit", "rose", "Cost", "fell"]
