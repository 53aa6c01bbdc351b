"""The claims of curated tables: a row is one, its cells are the words that it rests on, and nothing is weighed.

A cell names an entity as an article would: by the id, a name, an alias or a ticker of the reviewed lists, or else by a
name of its own, without the legal form.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from graph.model import (
    Claim,
    ClaimType,
    Document,
    Entity,
    Evidence,
    Extraction,
    Figure,
    Kind,
    Mention,
    Modality,
    Passage,
    Relation,
    RelationType,
)
from graph.naming import key, slug
from loaders.curated import Cell, Row, rows_in
from loaders.curated_amounts import amount_of
from loaders.errors import DocumentUnreadable
from loaders.extract.entities import entity_of, stem
from loaders.extract.quantities.calendar_periods import canonical
from loaders.reference import Reference, references
from loaders.version import TABLES

_FIRMS = (Kind.INSTITUTION, Kind.COMPANY)
_KINDS: Mapping[str, Sequence[Kind]] = {
    "org": _FIRMS,
    "by": _FIRMS,
    "a": (Kind.COMPANY, Kind.INSTITUTION),
    "b": (Kind.COMPANY, Kind.INSTITUTION),
    "subject": (Kind.COMPANY, Kind.INSTITUTION, Kind.INDEX),
}
_NUMBERS = ("value", "low", "high", "unit")


@dataclass(slots=True)
class _Read:
    """What was read out of a document so far."""

    document: Document
    forms: dict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    kinds: dict[str, Kind] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)

    def evidence(self, start: int, end: int) -> Evidence:
        return Evidence(self.document.id, start, end, self.document.text[start:end])

    def named(self, cell: Cell | None, kinds: Sequence[Kind]) -> str | None:
        """The id of what a cell names."""
        if cell is None:
            return None
        known = _listed(cell.text, kinds)
        entity_id = known.id if known else slug(" ".join(stem(tuple(cell.text.split()))))
        self.kinds.setdefault(entity_id, known.kind if known else kinds[0])
        if known is None or cell.text not in known.tickers:
            self.forms[entity_id].setdefault(cell.text)
        self.mentions.append(Mention(entity_id, *cell[1:], cell.text))
        return entity_id

    def entities(self) -> Iterable[Entity]:
        return (entity_of(one, kind, list(self.forms[one])) for one, kind in sorted(self.kinds.items()))


def extraction_of(document: Document) -> Extraction:
    """What the rows of a curated table say; raises `DocumentUnreadable` where one says nothing that can be."""
    read = _Read(document)
    rows = rows_in(document.text)
    for row in rows:
        try:
            _read_row(row, read)
        except DocumentUnreadable as problem:
            raise DocumentUnreadable(f"{document.source or document.title} {problem}") from problem
    return Extraction(
        document=document,
        passages=tuple(Passage(document.id, row.start, row.end, document.text[row.start : row.end]) for row in rows),
        entities=tuple(read.entities()),
        mentions=tuple(sorted(read.mentions, key=lambda mention: mention.start)),
        claims=tuple(read.claims),
        relations=tuple(read.relations),
        extractor=TABLES,
    )


def _read_row(row: Row, read: _Read) -> None:
    """Add the claim of a row. Whoever speaks on behalf of somebody is a person."""
    cells = row.cells
    org = read.named(cells.get("org"), _KINDS["org"])
    by = read.named(cells["by"], (Kind.PERSON,) if org else _KINDS["by"])
    (_read_pair if row.is_pair else _read_figure)(row, by, org, read)


def _read_pair(row: Row, by: str | None, org: str | None, read: _Read) -> None:
    a, b = (read.named(row.cells[name], _KINDS[name]) or "" for name in ("a", "b"))
    if a == b:
        raise DocumentUnreadable(f"sets {row.cells['a'].text} against itself: mend `a` or `b`.")
    evidence = read.evidence(row.start, row.end)
    claim = Claim(ClaimType.RELATION, evidence, by, org, (a, b))
    read.claims.append(claim)
    read.relations.append(Relation(RelationType.BENCHMARKED_AGAINST, a, b, evidence, claim.id, by))


def _read_figure(row: Row, by: str | None, org: str | None, read: _Read) -> None:
    amount = amount_of({name: cell.text for name, cell in row.cells.items()})
    kinds = (Kind.INDEX,) if amount.metric.startswith("index_") else _KINDS["subject"]
    subject = read.named(row.cells["subject"], kinds) or ""
    cells = [row.cells[name] for name in _NUMBERS if name in row.cells]
    period = row.cells.get("period")
    figure = Figure(
        *amount,
        evidence=read.evidence(min(cell.start for cell in cells), max(cell.end for cell in cells)),
        about=subject,
        period=canonical(period.text, read.document.published_at) if period else None,
    )
    evidence = read.evidence(row.start, row.end)
    type_, modality = _sort(amount.metric, is_expected=by != subject and period is not None)
    read.claims.append(Claim(type_, evidence, by, org, (subject,), modality=modality, figures=(figure,)))


def _sort(metric: str, *, is_expected: bool) -> tuple[ClaimType, Modality]:
    """A target is one by its name; what somebody else gives for a period is expected."""
    if metric.endswith("_target"):
        return ClaimType.TARGET, Modality.STATED
    return (ClaimType.FORECAST, Modality.EXPECTED) if is_expected else (ClaimType.FIGURE, Modality.STATED)


def _listed(words: str, kinds: Sequence[Kind]) -> Reference | None:
    """The one of the reviewed lists that is called so: of a kind that fits, and rather by its name than by a ticker."""
    if Kind.PERSON in kinds:  # none is listed
        return None
    found = _by_form().get(key(words), ())
    ranked = sorted(found, key=lambda form: (form[1].kind not in kinds, form[0], form[1].id))
    return ranked[0][1] if ranked else None


@cache
def _by_form() -> dict[str, list[tuple[int, Reference]]]:
    """Each form with those that it may name; forms rank from ids and names over aliases to tickers."""
    found: defaultdict[str, list[tuple[int, Reference]]] = defaultdict(list)
    for reference in references():
        for rank, forms in enumerate(((reference.id, reference.name), reference.aliases, reference.tickers)):
            for form in dict.fromkeys(map(key, forms)):
                found[form].append((rank, reference))
    return dict(found)
