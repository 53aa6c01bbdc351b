from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.reference.identifiers import identifier, is_figi, is_isin, is_lei

RIGHT = {
    is_isin: ("US0378331005", "DE0005552004", "FR0000125007", "KYG875721634", "JP3633400001", "INE002A01018"),
    is_lei: (
        "HWUPKR0MPOU8FGXBT394",
        "5493001NTNQJDH60PM02",
        "549300J4U55H3WP1XT59",
        "INR2EJN1ERAN0W5ZP974",
        "8I5DZWZKVSZI1NUHU748",
    ),
    is_figi: ("BBG000B9XRY4", "BBG001S5N8V8", "BBG000BPH459", "BBG000BLNNH6"),
}
CASES = [(is_right, text) for is_right, texts in RIGHT.items() for text in texts]
PLACES = st.integers(0, 19), st.sampled_from("0123456789BCDFGHJKLMNPQRSTVWXYZ")


@pytest.mark.parametrize(("is_right", "text"), CASES)
def test_identifiers_that_are_in_use_are_right(is_right, text: str) -> None:
    assert is_right(text)


@pytest.mark.parametrize(("is_right", "text"), CASES)
@given(at=PLACES[0], by=PLACES[1])
def test_no_single_wrong_digit_goes_unnoticed(is_right, text: str, at: int, by: str) -> None:
    at %= len(text)
    by = str(int(by, 36) % 10)
    if text[at].isdigit() and text[at] != by:
        assert not is_right(text[:at] + by + text[at + 1 :])


@pytest.mark.parametrize("is_right", [is_isin, is_lei, is_figi])
@pytest.mark.parametrize("text", ["", "US", "US03783310055", "us0378331005", "BBG000B9XRY", "GBG000B9XRY4", "×" * 12])
def test_what_has_another_form_is_wrong(is_right, text: str) -> None:
    assert not is_right(text)


@pytest.mark.parametrize(
    ("scheme", "given", "written"),
    [
        ("cik", "320193", "0000320193"),
        ("lei", " hwupkr0mpou8fgxbt394 ", "HWUPKR0MPOU8FGXBT394"),
        ("isin", "US 037833 1005", "US0378331005"),
        ("mic", "xnys", "XNYS"),
        ("wikidata", "q312", "Q312"),
    ],
)
def test_an_identifier_is_written_as_usual(scheme: str, given: str, written: str) -> None:
    assert identifier(scheme, given) == written


@pytest.mark.parametrize(
    ("scheme", "given", "complaint"),
    [
        ("isin", "US0378331006", "'US0378331006' is no ISIN"),
        ("lei", "HWUPKR0MPOU8FGXBT395", "is no LEI"),
        ("figi", "BBG000B9XRY5", "is no FIGI"),
        ("cik", "0", "is no CIK"),
        ("mic", "NYSE2", "is no market code"),
    ],
)
def test_a_wrong_identifier_is_named(scheme: str, given: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        identifier(scheme, given)
