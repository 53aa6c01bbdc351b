"""What becomes a claim, with which subjects, figures, type, stance and horizon."""

from __future__ import annotations

import pytest

from graph.model import Claim, ClaimType, Document, Modality, Stance
from loaders.pipeline import Tier, extract


def claims(text: str) -> list[Claim]:
    return [claim for claim in extract(Document(text), tier=Tier.FAST).claims if claim.type != ClaimType.RELATION]


def only(text: str) -> Claim:
    (claim,) = claims(text)
    return claim


def figures(text: str) -> set[tuple[str | None, float, str]]:
    return {(figure.about, figure.low, figure.unit) for claim in claims(text) for figure in claim.figures}


def test_respectively_gives_each_index_its_own_target_and_the_same_words() -> None:
    text = (
        "Goldman Sachs raised its targets for the MSCI China Index and the CSI 300 Index "
        "to 85 points and 4,700 points, respectively."
    )
    assert figures(text) == {("msci-china", 85.0, "points"), ("csi-300", 4700.0, "points")}
    assert {claim.about for claim in claims(text)} == {("msci-china",), ("csi-300",)}
    assert len({claim.evidence.quote for claim in claims(text)}) == 1


def test_clauses_that_measure_different_subjects_are_claims_of_their_own() -> None:
    first, second = claims("The S&P 500 fell 1.2%, while the Hang Seng Index gained 0.8%.")
    assert (first.about, second.about) == (("sp-500",), ("hang-seng",))
    assert "Hang Seng" not in first.evidence.quote
    assert "S&P" not in second.evidence.quote


def test_what_the_document_states_without_a_figure_is_no_claim() -> None:
    assert claims("Tesla opened a plant in Germany. The city welcomed it.") == []


def test_what_the_document_states_is_about_all_whom_its_words_name() -> None:
    claim = only("Microsoft has bought 4 per cent of Tesla.")
    assert set(claim.about) == {"microsoft", "tesla"}
    assert claim.about[0] == claim.figures[0].about


def test_a_figure_about_nobody_named_is_no_claim() -> None:
    assert claims("It rained for 12 days in a row.") == []


def test_what_a_speaker_is_said_to_have_is_no_part_of_what_he_says() -> None:
    aside, said = claims("Tesla, which has 400 shops, said Nvidia lost 4 per cent.")
    assert (aside.speaker, aside.about, aside.figures[0].low) == (None, ("tesla",), 400)
    assert (said.speaker, [figure.low for figure in said.figures]) == ("tesla", [-4])
    goes_on = only("Sales fell 4 per cent, Tesla said, and profit rose 3 per cent.")
    assert (goes_on.speaker, len(goes_on.figures)) == ("tesla", 2)


def test_a_company_speaks_about_itself_where_nobody_else_is_named() -> None:
    assert only("Nvidia said it would hire 2,000 people this year.").about == ("nvidia",)


TYPES = {
    "UBS raised its price target on Tesla to $300.": ClaimType.TARGET,
    "Goldman Sachs warned that Tesla faces a slump in demand.": ClaimType.WARNING,
    "UBS predicts that Tesla will sell more cars.": ClaimType.FORECAST,
    "UBS said Tesla has the best batteries of all.": ClaimType.OPINION,
    "Nvidia announced that it would acquire a start-up.": ClaimType.ACTION,
    "Nvidia reported revenue of $30 billion.": ClaimType.FIGURE,
}


@pytest.mark.parametrize(("text", "kind"), TYPES.items())
def test_the_type_says_what_the_claim_does(text: str, kind: ClaimType) -> None:
    assert {claim.type for claim in claims(text)} == {kind}


STANCES = {
    "UBS said Tesla has an attractive and robust business.": Stance.POSITIVE,
    "UBS said Tesla is not attractive at this price.": Stance.NEGATIVE,
    "UBS cut its price target on Tesla to $150.": Stance.NEGATIVE,
    "UBS upgraded Tesla to buy.": Stance.POSITIVE,
    "UBS said Tesla faces weak demand.": Stance.NEGATIVE,
    "UBS said costs at Tesla are falling.": Stance.POSITIVE,
    "UBS said sales at Tesla are falling.": Stance.NEGATIVE,
    "UBS said sales at Tesla have soared.": Stance.POSITIVE,
    "UBS said costs at Tesla have soared.": Stance.NEGATIVE,
    "UBS said debt of Tesla has tumbled.": Stance.POSITIVE,
    "UBS turned less bearish and said that Tesla is less risky than before.": Stance.POSITIVE,
    "UBS said it has abandoned its cautious view of Tesla.": Stance.POSITIVE,
    "UBS said customers have abandoned Tesla.": Stance.NEGATIVE,
    "UBS said Tesla is a maker of cars.": Stance.NEUTRAL,
}


@pytest.mark.parametrize(("text", "stance"), STANCES.items())
def test_stance_follows_words_negation_and_direction(text: str, stance: Stance) -> None:
    assert {claim.stance for claim in claims(text)} == {stance}


MODALITIES = {
    "UBS said Tesla may close a plant.": Modality.POSSIBLE,
    "UBS said Tesla will close a plant.": Modality.EXPECTED,
    "Tesla denied that it had closed a plant.": Modality.DENIED,
    "UBS said Tesla closed a plant.": Modality.STATED,
}


@pytest.mark.parametrize(("text", "modality"), MODALITIES.items())
def test_modality_is_the_hedge_of_the_speaker(text: str, modality: Modality) -> None:
    assert {claim.modality for claim in claims(text)} == {modality}


HORIZONS = {
    "UBS said Tesla would recover over the next 12 months.": "over the next 12 months",
    "UBS said Tesla would recover by the end of 2027.": "by the end of 2027",
    "UBS said Tesla would recover next year.": "next year",
    "UBS said Tesla had recovered.": None,
}


@pytest.mark.parametrize(("text", "horizon"), HORIZONS.items())
def test_the_horizon_is_kept_as_written(text: str, horizon: str | None) -> None:
    assert only(text).horizon == horizon
