"""What takes the place of what: only within the same voice, subject and metric or type, and never for good."""

from __future__ import annotations

import pytest
from voices import MONDAY, Said, load

from graph import Store
from graph.errors import ClaimNotFound
from graph.explore import Moment, claim
from graph.model import ClaimType, Stance

FIRST = Said("UBS", "CSI 300", 1, values=(4000, 4000))


def standing(store: Store, claim_id: str, **moment: object) -> tuple[bool, list[str], list[str]]:
    found = claim(store, claim_id, moment=Moment.of(**moment))
    earlier, later = ([one["claim_id"] for one in found[part]] for part in ("supersedes", "superseded_by"))
    return found["is_current"], earlier, later


def test_a_later_number_of_the_same_voice_takes_the_place_of_the_one_before(store: Store) -> None:
    first, second, third = load(store, *(Said("UBS", "CSI 300", day, values=(day, day)) for day in (1, 2, 5)))
    assert standing(store, first) == (False, [], [second])
    assert standing(store, second) == (False, [first], [third])
    assert standing(store, third) == (True, [second], [])


@pytest.mark.parametrize(
    "other",
    [
        Said("Nomura", "CSI 300", 2, values=(1, 1)),
        Said("UBS", "Hang Seng", 2, values=(1, 1)),
        Said("UBS", "CSI 300", 2, values=(1, 1), metric="price_earnings"),
        Said("UBS", "CSI 300", 2),
        Said("UBS", "CSI 300", 1, values=(1, 1)),
        Said("UBS", "CSI 300", None, values=(1, 1)),
        Said("UBS", "CSI 300", 2, values=(1, 1), basis="previous"),
        Said("UBS", "CSI 300", 2, values=(1, 1), period="2026"),
        Said(None, "CSI 300", 2, values=(1, 1)),
    ],
    ids=[
        "voice",
        "subject",
        "metric",
        "no figure",
        "same day",
        "no day",
        "what it was before",
        "another period",
        "no voice",
    ],
)
def test_nothing_else_takes_its_place(store: Store, other: Said) -> None:
    first, second = load(store, FIRST, other)
    assert standing(store, first) == standing(store, second) == (True, [], [])


def test_a_number_takes_the_place_of_that_for_the_same_period_alone(store: Store) -> None:
    said = [(1, "2025"), (2, "2026"), (3, "2026"), (4, "2025")]
    ids = load(store, *(Said("UBS", "CSI 300", day, values=(day, day), period=period) for day, period in said))
    assert standing(store, ids[0]) == (False, [], [ids[3]])
    assert standing(store, ids[1]) == (False, [], [ids[2]])


def test_words_that_tell_no_year_are_no_period_of_their_own(store: Store) -> None:
    words = ("year-end", None, "the end of the year")
    ids = load(store, *(Said("UBS", "CSI 300", day, values=(day, day), period=one) for day, one in enumerate(words, 1)))
    assert standing(store, ids[1]) == (False, [ids[0]], [ids[2]])


def test_without_figures_the_type_decides(store: Store) -> None:
    warning = Said("UBS", "CSI 300", 1, kind=ClaimType.WARNING)
    opinion, same = Said("UBS", "CSI 300", 2), Said("UBS", "CSI 300", 3, kind=ClaimType.WARNING)
    first, _, third = load(store, warning, opinion, same)
    assert standing(store, first) == (False, [], [third])


def test_a_person_is_a_voice_of_its_own_and_keeps_it_in_another_house(store: Store) -> None:
    house, before, after = load(
        store,
        Said("UBS", "CSI 300", 3),
        Said("Ann Lee", "CSI 300", 1, org="UBS"),
        Said("Ann Lee", "CSI 300", 2, org="Nomura"),
    )
    assert standing(store, before) == (False, [], [after])
    assert standing(store, house) == (True, [], [])


def test_what_came_later_takes_no_place_as_of_an_earlier_day_or_time(store: Store) -> None:
    first, second = load(store, FIRST, Said("UBS", "CSI 300", 2, values=(1, 1)))
    assert standing(store, first, as_of="2025-01-01") == (True, [], [])
    assert standing(store, first, known_at=MONDAY) == (True, [], [])
    assert standing(store, first, as_of="2025-01-02", known_at="2025-03-03") == (False, [], [second])
    for moment in ({"as_of": "2025-01-01"}, {"known_at": MONDAY}):
        with pytest.raises(ClaimNotFound):
            claim(store, second, moment=Moment.of(**moment))


def test_a_claim_names_those_of_others_that_contradict_it(store: Store) -> None:
    said = [
        Said("UBS", "CSI 300", 1, Stance.POSITIVE, ClaimType.TARGET, (4700, 4700)),
        Said("Nomura", "CSI 300", 2, Stance.NEGATIVE),
        Said("Citi", "CSI 300", 3, Stance.POSITIVE, ClaimType.TARGET, (4000, 4200), basis="new"),
        Said("HSBC", "CSI 300", 4, Stance.POSITIVE, ClaimType.TARGET, (4500, 4800)),
        Said("UBS", "CSI 300", 5, Stance.NEGATIVE),
        Said("Barclays", "Hang Seng", 6, Stance.NEGATIVE),
        Said("BNP", "CSI 300", 7, Stance.POSITIVE, ClaimType.TARGET, (1, 1), period="2027"),
    ]
    ids = load(store, *said)
    found = claim(store, ids[0])["contradicts"]
    assert [one["claim_id"] for one in found] == [ids[2], ids[1]]
    assert all(one["quote"] and one["speaker"] for one in found)
    assert claim(store, ids[0], moment=Moment.of(as_of="2025-01-02"))["contradicts"][0]["claim_id"] == ids[1]
