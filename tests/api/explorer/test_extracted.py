"""What was read out of a document, as lists beside its text."""

from __future__ import annotations

from api.explorer.extracted import FIRST_BLOCK, claim_items, entity_items
from graph.explore import ANY_TIME, Moment
from graph.store import Row

CLAIM = {
    "claim_id": "c1",
    "type": "target",
    "stance": "positive",
    "speaker_id": "ubs",
    "speaker": "UBS <b>",
    "about": [{"id": "csi-300", "name": "CSI 300"}],
    "figures": [
        {
            "metric": "index_target",
            "low": 4200.0,
            "high": 4200.0,
            "unit": "points",
            "basis": "new",
            "period": None,
            "about_id": "csi-300",
            "about": "CSI 300",
        }
    ],
}


def items(*claims: Row, moment: Moment = ANY_TIME) -> str:
    return "".join(claim_items(claims, moment))


def test_a_claim_tells_who_what_of_whom_and_how_much_and_leads_to_its_page() -> None:
    html = items(CLAIM, moment=Moment(as_of="2025-03-01"))
    assert 'data-claim="c1"' in html
    assert 'href="/claim/c1?as_of=2025-03-01"' in html
    assert "target on CSI 300" in html
    assert "<span>index target (new)</span><b>4,200 points</b>" in html


def test_its_stance_is_there_in_words_besides_its_colour() -> None:
    assert ", positive</span>" in items(CLAIM)


def test_no_name_becomes_markup() -> None:
    assert "UBS &lt;b&gt;" in items(CLAIM)


def test_what_nobody_says_is_said_by_the_document() -> None:
    assert "<b>The document itself</b>" in items({**CLAIM, "speaker_id": None, "speaker": None})


def test_those_who_are_named_most_often_come_first_with_how_often() -> None:
    rows = [{"entity_id": one, "name": one.upper(), "kind": "Company"} for one in ("a", "b", "b")]
    html = entity_items(rows)
    assert html.index("B<small>×2</small>") < html.index(">A<")
    assert html.count("<li>") == 2


def test_many_claims_come_in_blocks_that_grow() -> None:
    found = list(claim_items([CLAIM] * (5 * FIRST_BLOCK)))
    assert [block.count("<li ") for block in found] == [FIRST_BLOCK, 3 * FIRST_BLOCK, FIRST_BLOCK]
