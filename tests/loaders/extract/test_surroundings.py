"""What the other statements of a document tell of whom one is about."""

from __future__ import annotations

from loaders.extract.surroundings import Scored, Surroundings

FOODS = "kestrel-foods"


def said(speaker: str, **scores: float) -> Scored:
    named = {entity.replace("_", "-"): score for entity, score in scores.items()}
    return Scored(speaker, named, dict.fromkeys(named, "out|other"))


def labels(statements: list[Scored], at: int = 0) -> set[str]:
    """What speaks for or against Kestrel Foods, however it is named and however likely it is by itself."""
    return {label for label in Surroundings(statements).labels_of(at, FOODS) if "|" not in label}


def test_a_statement_alone_knows_only_itself() -> None:
    alone = labels([said("jane-roe", kestrel_foods=0.2)])
    assert alone == {"score 9", "before none", "after none", "speaker none", "document none", "rank 0"}


def test_the_neighbours_tell_how_likely_they_are_about_the_same() -> None:
    sure, doubtful = said("jane-roe", kestrel_foods=4.0), said("jane-roe", kestrel_foods=-4.0)
    asked = said("martin-holt", kestrel_foods=0.2)
    assert {"before 9", "after 0"} <= labels([sure, asked, doubtful], 1)


def test_who_is_not_even_near_is_as_unlikely_as_can_be() -> None:
    elsewhere = said("jane-roe", nordhaven_bank=4.0)
    assert {"before 0", "document 0"} <= labels([elsewhere, said("jane-roe", kestrel_foods=0.2)], 1)


def test_only_the_same_speaker_tells_of_the_speaker() -> None:
    asked, sure = said("jane-roe", kestrel_foods=0.2), said("martin-holt", kestrel_foods=4.0)
    assert "speaker none" in labels([asked, sure])
    assert "speaker 9" in labels([asked, sure._replace(speaker="jane-roe")])


def test_whoever_is_likelier_stands_before() -> None:
    assert "rank 1" in labels([said("jane-roe", kestrel_foods=0.2, nordhaven_bank=2.0)])
