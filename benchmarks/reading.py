"""An annotated article beside what was extracted from it, matched as the scorer matches them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

Json = dict[str, Any]


class Reading:
    """One article: its annotation and its prediction, with entities matched as the scorer matches them."""

    def __init__(self, scorer: ModuleType, gold: Json, found: Json, article: Path) -> None:
        self.scorer, self.gold, self.found = scorer, gold, found
        self.body = scorer.squash(scorer.body_of(article))
        self.names = [{scorer.norm(name) for name in [one["name"], *one.get("names", [])]} for one in gold["entities"]]
        self.forms = {one["id"]: scorer.surfaces(one, "") for one in found["entities"]}
        self.gold_of: dict[str, int] = {}  # predicted entity → place of the annotated one
        for is_strict in (True, False):
            self._match(is_strict)
        self.scored = {one["name"] for one in gold["entities"] if one["kind"] in scorer.SCORED}
        self.found_names = {gold["entities"][at]["name"] for at in self.gold_of.values()}
        canon = {name: one["name"] for one, names in zip(gold["entities"], self.names, strict=True) for name in names}
        self.resolve: Callable[[str | None], str | None] = lambda n: canon.get(scorer.norm(n), n) if n else None
        self.claims = [self._annotated(claim) for claim in gold.get("claims", [])]
        self.statements = [self._predicted(claim) for claim in found.get("claims", [])]

    def _match(self, is_strict: bool) -> None:
        for one in self.found["entities"]:
            for at, gold in enumerate(self.gold["entities"]):
                is_free = one["id"] not in self.gold_of and at not in self.gold_of.values()
                if is_free and self.forms[one["id"]] & self.names[at] and (self.same_kind(one, gold) or not is_strict):
                    self.gold_of[one["id"]] = at

    def same_kind(self, one: Json, other: Json) -> bool:
        """True for kinds that the scorer takes as one."""
        return one["kind"] == other["kind"] or {one["kind"], other["kind"]} <= self.scorer.ORG

    def name_of(self, entity_id: str | None) -> str | None:
        """The annotated name of a predicted entity, or its id behind a question mark."""
        if entity_id is None:
            return None
        at = self.gold_of.get(entity_id)
        return f"?{entity_id}" if at is None else str(self.gold["entities"][at]["name"])

    def _annotated(self, claim: Json) -> Json:
        about = {self.resolve(name) for name in claim.get("about", [])}
        span = self.scorer.span(self.body, claim["quote"])
        return {**claim, "span": span, "speaker": self.resolve(claim.get("speaker")), "about": about}

    def _predicted(self, claim: Json) -> Json:
        span = self.scorer.span(self.body, (claim.get("evidence") or {}).get("quote") or "")
        about = {self.name_of(entity) for entity in claim.get("about") or []}
        return {**claim, "span": span, "speaker": self.name_of(claim.get("speaker")), "about": about}

    def same_claim(self, one: Json, other: Json) -> bool:
        """True for claims of one speaker in much the same words."""
        return one["speaker"] == other["speaker"] and bool(self.scorer.overlaps(one["span"], other["span"]))
