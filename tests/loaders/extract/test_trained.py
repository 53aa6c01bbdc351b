"""What the trained models add to the rules, and what they may not take away."""

from __future__ import annotations

import pytest

from graph.model import Claim, ClaimType, Document, Extraction, Stance
from loaders.pipeline import Tier, extract


def read(text: str, tier: Tier = Tier.ACCURATE) -> Extraction:
    return extract(Document(text), tier=tier)


def claims(text: str, tier: Tier = Tier.ACCURATE) -> list[Claim]:
    return [claim for claim in read(text, tier).claims if claim.type != ClaimType.RELATION]


def test_a_name_that_no_list_holds_is_found_by_its_sentence() -> None:
    text = "Shares of Quillbrook jumped after Quillbrook signed a supply deal with Nvidia, and Zendriva fell."
    assert {"quillbrook", "zendriva"} <= {entity.id for entity in read(text).entities}


def test_a_name_keeps_the_bounds_that_the_grammar_gives_it() -> None:
    entities = read("Mr. Musk said Tesla will open a plant, and Musk bought shares of TSLA.O.").entities
    assert {entity.name for entity in entities if entity.kind == "Person"} <= {"Musk", "Elon Musk"}


def test_no_name_goes_on_in_the_next_sentence() -> None:
    entities = read("Nvidia fell, said an analyst at UBS. Morgan Stanley analyst Jane Roe warned of more.").entities
    assert {"ubs", "morgan-stanley"} <= {entity.id for entity in entities}


@pytest.mark.parametrize(
    "text",
    [
        "Tesla is expected to report its results on Wednesday.",
        "Analysts say that the rally is close to its end.",
        "Tesla opened a plant in Texas, and Nvidia built a data centre in Ohio.",
        "A source familiar with the investigation of UBS said the case was close to its end.",
        "Tesla fell. Tesla lost money. Tesla's largest supplier said costs would rise.",
        "Tesla fell. Tesla lost money. Its biggest rival said costs would rise.",
    ],
)
def test_what_nobody_named_says_has_no_speaker_for_the_models_either(text: str) -> None:
    assert [claim.speaker for claim in claims(text) if claim.speaker] == []


def test_what_a_report_says_no_person_says() -> None:
    text = '"Colonel Robert Pike corrected the faults, but failed to prevent others in time," the report said.'
    assert [claim.speaker for claim in claims(text) if claim.speaker] == []


def test_what_a_study_found_is_not_laid_at_the_door_of_an_analyst() -> None:
    text = (
        "Kestrel Foods will close two plants, it said. Martin Holt is an analyst at Nordhaven Bank.\n\n"
        "The study found that bread prices rose 3 percent."
    )
    assert "martin-holt" not in {claim.speaker for claim in claims(text)}


@pytest.mark.parametrize(
    ("before", "said", "about"),
    [
        (
            "Kestrel Foods opened nine stores.",
            "“Demand is holding up well,” said Jane Roe, {analyst}.",
            ["kestrel-foods"],
        ),
        ("Kestrel Foods fired its chief.", "“The board acted too late,” said Jane Roe, {analyst}.", ["kestrel-foods"]),
        ("The index fell.", "Jane Roe, {analyst}, said bread prices would rise next year.", []),
    ],
)
def test_what_a_statement_is_about_may_be_named_before_it_alone(before: str, said: str, about: list[str]) -> None:
    spoken = said.format(analyst="an analyst at Nordhaven Bank")
    (claim,) = (claim for claim in claims(f"{before} {spoken}") if claim.speaker)
    assert sorted(claim.about) == about


def test_what_the_statements_around_it_are_about_tells_whose_shares_are_meant() -> None:
    text = (
        "Kestrel Foods opened nine stores. “We see demand everywhere,” said Jane Roe, chief executive of Kestrel "
        "Foods. Nordhaven Bank also spoke. “Prices will hold,” said Martin Holt, an analyst at Nordhaven Bank. "
        "“The shares are too dear,” he said. “Sales will double by 2027,” Roe said."
    )
    (claim,) = (one for one in claims(text) if "too dear" in one.evidence.quote)
    assert claim.about == ("kestrel-foods",)


def test_a_clause_is_not_about_whom_only_the_clause_beside_it_names() -> None:
    told = "sees earnings of Tesla at $3 billion and earnings of Boeing at $2 billion"
    text = f"UBS expects Nvidia to lose ground, and {told}."
    assert [set(claim.about) for claim in claims(text)] == [{"nvidia", "tesla"}, {"boeing"}]


def test_negation_keeps_the_stance_that_the_rules_find() -> None:
    (claim,) = claims("UBS said Tesla is not attractive at this price.")
    assert claim.stance == Stance.NEGATIVE


def test_reading_beside_other_documents_changes_nothing() -> None:
    text = "Jane Roe, an analyst at Zendriva Capital, said Nvidia may double its sales by 2027."
    alone = read(text)
    read("Something else was read in between. " * 50)
    assert read(text) == alone


def test_the_fast_tier_says_so_in_its_name() -> None:
    names = {tier: read("UBS likes Tesla.", tier).extractor for tier in Tier}
    assert names == {Tier.FAST: "streetgraph-fast", Tier.ACCURATE: "streetgraph-accurate"}
