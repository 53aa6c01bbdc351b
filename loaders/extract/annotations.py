"""What the components of the pipeline leave on a spaCy `Doc` for each other.

| where | what | written by |
|---|---|---|
| `doc._.title` | its title, if it has one | pipeline |
| `doc._.publisher` | who published the document, if known | pipeline |
| `doc.sents` | sentences; a line break always ends one | sentences |
| `doc.spans["recognised"]` | names as a trained model sees them; not there in the fast tier | recogniser |
| `doc.spans["proposals"]` | spans that may be names, see proposals.py | gazetteer, name_grammar |
| `doc.spans["mentions"]` | spans in order, `label_` = kind, `id_` = entity id | mentions, short_forms |
| `doc.spans["references"]` | the same for "he", "the bank": they refer, but name nothing | references |
| `doc._.entities` | entity id → `Entity` | mentions, short_forms |
| `doc._.quantities` | numbers that measure something | figures |
| `doc._.judgements` | first token of a sentence → what the attributor makes of it | attributor |
| `doc._.speech` | who says which words | speech |
| `doc._.relations` | roles, pairs and other edges | roles, pairs |
| `doc._.statements` | claims with speaker, subjects, stance and quantities | claims |
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Span

from graph.model import ClaimType, Modality, RelationType, Stance

RECOGNISED = "recognised"
MENTIONS = "mentions"
REFERENCES = "references"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the text; `low` and `high` are in base units and differ for a range, a fall is negative."""

    span: Span
    low: float
    high: float
    unit: str
    metric: str
    about: str | None = None
    basis: str | None = None
    period: str | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Speech:
    """Words that somebody says: `span` is the whole statement with its attribution, `content` what is said."""

    span: Span
    content: Span
    speaker: str  # entity id
    cue: str  # lemma of the reporting verb, or "according to"
    org: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """An edge between two entities as the text states it."""

    type: RelationType
    source: str
    target: str
    span: Span
    by: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim before it leaves spaCy."""

    span: Span
    type: ClaimType
    speaker: str | None = None
    org: str | None = None
    about: tuple[str, ...] = ()
    stance: Stance = Stance.NEUTRAL
    has_plain_stance: bool = False  # one wording settles it
    modality: Modality = Modality.STATED
    horizon: str | None = None
    quantities: tuple[Quantity, ...] = ()


def register() -> None:
    """Declare the extension attributes; safe to call more than once."""
    for name in ("title", "publisher"):
        Doc.set_extension(name, default=None, force=True)
    for name in ("entities", "judgements"):
        Doc.set_extension(name, default={}, force=True)
    for name in ("quantities", "speech", "relations", "statements"):
        Doc.set_extension(name, default=[], force=True)


register()
