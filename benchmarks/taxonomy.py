"""What kind of error each miss and each wrong item is, by part of the score: counts, never the words of an article.

The items are those that `score.py` compares, matched by its own functions; a class says what the extraction did
instead. One item is counted under the first class that fits it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

from benchmarks.reading import Json, Reading

Class = tuple[str, str, str]  # part of the score, "missed" or "wrong", and what happened


def classes(reading: Reading) -> Iterator[Class]:
    """The class of every error in an article."""
    for part in (_entities, _roles, _pairs, _claims, _about_and_stance, _figures):
        yield from part(reading)


def _entities(reading: Reading) -> Iterator[Class]:
    strict = {
        entity: at
        for entity, at in reading.gold_of.items()
        if reading.same_kind(_entity(reading, entity), reading.gold["entities"][at])
    }
    every = set().union(*reading.forms.values()) if reading.forms else set()
    for at, gold in enumerate(reading.gold["entities"]):
        if gold["kind"] in reading.scorer.SCORED and at not in strict.values():
            seen = at in reading.gold_of.values()
            what = "other kind" if seen else _why_unseen(reading.names[at], every)
            yield "entities", "missed", what
    known = set().union(*reading.names) if reading.names else set()
    for one in reading.found["entities"]:
        if one["kind"] in reading.scorer.SCORED and one["id"] not in strict:
            seen = one["id"] in reading.gold_of
            what = "other kind" if seen else _why_wrong(reading.forms[one["id"]], known)
            yield "entities", "wrong", what


def _entity(reading: Reading, entity_id: str) -> Json:
    return next(one for one in reading.found["entities"] if one["id"] == entity_id)


def _why_unseen(names: set[str], every: set[str]) -> str:
    if names & every:
        return "merged with another"
    return "other bounds" if _touch(names, every) else "not seen"


def _why_wrong(forms: set[str], known: set[str]) -> str:
    if forms & known:
        return "split from another"
    return "other bounds" if _touch(forms, known) else "not annotated"


def _touch(names: Iterable[str], others: Iterable[str]) -> bool:
    """True where all words of one name stand in one of the others, or the other way round."""
    words = [set(other.split()) for other in others]
    return any(mine <= theirs or theirs <= mine for mine in (set(name.split()) for name in names) for theirs in words)


def _roles(reading: Reading) -> Iterator[Class]:
    gold = {(reading.resolve(one["person"]), reading.resolve(one["org"])) for one in reading.gold.get("roles", [])}
    found = {
        (reading.name_of(one["source"]), reading.name_of(one["target"]))
        for one in reading.found.get("relations", [])
        if one["type"] == "HAS_ROLE_AT"
    }
    for person, org in gold - found:
        if person not in reading.found_names or org not in reading.found_names:
            what = "person not found" if person not in reading.found_names else "organisation not found"
        else:
            what = "other organisation" if any(person == one for one, _ in found) else "not seen"
        yield "roles", "missed", what
    for person, _org in found - gold:
        yield "roles", "wrong", "other organisation" if any(person == one for one, _ in gold) else "no role"


def _pairs(reading: Reading) -> Iterator[Class]:
    gold = {
        (frozenset({reading.resolve(one["a"]), reading.resolve(one["b"])}), reading.resolve(one.get("by")))
        for one in reading.gold.get("pairs", [])
    }
    found = {
        (frozenset({reading.name_of(one["source"]), reading.name_of(one["target"])}), reading.name_of(one.get("by")))
        for one in reading.found.get("relations", [])
        if one["type"] == "BENCHMARKED_AGAINST"
    }
    for side, mine, others in (("missed", gold - found, found), ("wrong", found - gold, gold)):
        for companies, _by in mine:
            is_known = companies <= reading.found_names
            what = "other source" if any(companies == one for one, _ in others) else "no pair there"
            yield "pairs", side, what if is_known or side == "wrong" else "company not found"


def _claims(reading: Reading) -> Iterator[Class]:
    said = [claim for claim in reading.claims if claim["speaker"]]
    found = [claim for claim in reading.statements if claim["speaker"]]
    for claim in said:
        if not any(reading.same_claim(claim, other) for other in found):
            what = _why_not(reading, claim, reading.statements, "taken as the article's own")
            is_known = claim["speaker"] in reading.found_names
            yield "claims", "missed", what if is_known else "speaker not found"
    for claim in found:
        if not any(reading.same_claim(claim, other) for other in said):
            yield "claims", "wrong", _why_not(reading, claim, reading.claims, "the article's own")


def _why_not(reading: Reading, claim: Json, others: list[Json], unattributed: str) -> str:
    near = [other for other in others if _shares(claim["span"], other["span"])]
    if any(other["speaker"] == claim["speaker"] for other in near):
        return "quote differs"
    if any(other["speaker"] and reading.scorer.overlaps(claim["span"], other["span"]) for other in near):
        return "other speaker"
    return unattributed if near else "no claim there"


def _shares(one: tuple[int, int] | None, other: tuple[int, int] | None) -> bool:
    return bool(one and other and min(one[1], other[1]) > max(one[0], other[0]))


def _about_and_stance(reading: Reading) -> Iterator[Class]:
    found = [claim for claim in reading.statements if claim["speaker"]]
    for claim in (claim for claim in reading.claims if claim["speaker"]):
        matched = [other for other in found if reading.same_claim(other, claim)]
        if matched:
            yield from _about(reading, claim, matched)
            stances = {other.get("stance") for other in matched}
            if claim.get("stance") not in (None, "neutral", *stances):
                yield "stance", "missed", "called neutral" if "neutral" in stances else "called the opposite"


def _about(reading: Reading, claim: Json, matched: list[Json]) -> Iterator[Class]:
    found = {name for one in matched for name in one["about"] if name[0] == "?" or name in reading.scored}
    gold = {name for name in claim["about"] if name in reading.scored} - {claim["speaker"]}
    for name in gold - found:
        what = "in the sentence" if _named_in(reading, claim, name) else "named elsewhere"
        yield "about", "missed", what if name in reading.found_names else "entity not found"
    for name in found - gold - {claim["speaker"]}:
        what = "in the sentence" if name[0] != "?" and _named_in(reading, claim, name) else "named elsewhere"
        yield "about", "wrong", "entity not annotated" if name[0] == "?" else what


def _named_in(reading: Reading, claim: Json, name: str) -> bool:
    names = next(one for one, gold in zip(reading.names, reading.gold["entities"], strict=True) if gold["name"] == name)
    return any(f" {one} " in f" {reading.scorer.norm(claim['quote'])} " for one in names)


Item = tuple[frozenset[str], float, str]


def _figures(reading: Reading) -> Iterator[Class]:
    gold, found = list(_items(reading.claims)), list(_items(reading.statements))
    taken: set[int] = set()
    wrong = [one for one in found if not _takes(one, gold, taken, reading.scored)]
    missed = [one for at, one in enumerate(gold) if at not in taken]
    yield from (("figures", "missed", _why_no_figure(one, found)) for one in missed)
    yield from (("figures", "wrong", _why_no_figure(one, gold)) for one in wrong)


def _takes(one: Item, gold: list[Item], taken: set[int], scored: set[str]) -> bool:
    for at, other in enumerate(gold):
        is_subject = not other[0] & scored or bool(one[0] & other[0])
        if at not in taken and one[2] == other[2] and _near(one[1], other[1]) and is_subject:
            taken.add(at)
            return True
    return False


def _items(claims: Iterable[Json]) -> Iterator[Item]:
    seen = set()
    for claim in claims:
        for figure in claim.get("figures") or []:
            item = (frozenset(claim["about"]), float(figure["value"]), str(figure["unit"]))
            if item not in seen:
                seen.add(item)
                yield item


def _why_no_figure(one: Item, others: list[Item]) -> str:
    _, value, unit = one
    if any(_near(value, other) and unit == theirs for _, other, theirs in others):
        return "other subject"
    if any(_near(value, other) for _, other, _ in others):
        return "other unit"
    if any(_near(-value, other) and unit == theirs for _, other, theirs in others):
        return "other sign"
    if any(other and _near(abs(value / other), scale) for _, other, _ in others for scale in SCALES if value):
        return "other scale"
    return "no number there"


SCALES = tuple(10.0**power for power in (-9, -6, -3, 3, 6, 9))


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= 0.005 * max(abs(one), abs(other), 1e-9)


def counted(scorer: ModuleType, names: Iterable[str], gold: Path, predictions: Path) -> Counter[Class]:
    """How often each class occurs in these articles."""
    found: Counter[Class] = Counter()
    for name in names:
        annotation, prediction = (
            json.loads(file.read_text(encoding="utf-8"))
            for file in (gold / f"{name}.gold.json", predictions / f"{name}.json")
        )
        found.update(classes(Reading(scorer, annotation, prediction, gold / f"{name}.txt")))
    return found
