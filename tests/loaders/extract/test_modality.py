"""How firmly a claim is meant follows from the speaker's hedge, and from nothing that only looks like one."""

from __future__ import annotations

import pytest

from graph.model import ClaimType, Document, Modality
from loaders.pipeline import Tier, extract

STATED, EXPECTED, POSSIBLE, DENIED = Modality.STATED, Modality.EXPECTED, Modality.POSSIBLE, Modality.DENIED
HEDGED = {
    "UBS said Tesla might close a plant.": POSSIBLE,
    "Perhaps Tesla closes a plant, UBS said.": POSSIBLE,
    "UBS said Tesla probably sold 3% fewer cars.": EXPECTED,
    "UBS said Tesla is set to close a plant.": EXPECTED,
    "UBS said Tesla is due to close a plant.": EXPECTED,
    "UBS said Tesla is due to replace a plant.": EXPECTED,
    "UBS expects Tesla to grow by 5%.": EXPECTED,
    "Tesla said it had no plans to sell shares.": DENIED,
    "Tesla said the report was untrue.": DENIED,
    "Tesla said it was not in talks with UBS.": DENIED,
}
PLAIN = {
    "UBS said Tesla sold 3% more cars in May.": STATED,
    "UBS said sales of Tesla were better than expected.": STATED,
    "UBS said Tesla has shown the forecast to its owners.": STATED,
    "UBS said Tesla could not deliver 3% of the cars last year.": STATED,
    "UBS said Tesla opened a set of shops.": STATED,
    "UBS said Tesla closed a plant due to a strike.": STATED,
    "UBS said sales of Tesla fell short of market forecasts.": STATED,
}


@pytest.mark.parametrize(("text", "modality"), (HEDGED | PLAIN).items())
def test_modality_is_what_the_hedge_says(text: str, modality: Modality) -> None:
    claims = [one for one in extract(Document(text), tier=Tier.FAST).claims if one.type != ClaimType.RELATION]
    assert {claim.modality for claim in claims} == {modality}
