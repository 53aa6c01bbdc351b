"""Names that no list holds: capitalised stretches, judged by their words and by all places where they stand."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from spacy.language import Language
from spacy.tokens import Doc, Span

from graph.model import Kind
from loaders.extract.candidates import Candidate, candidates, read
from loaders.extract.evidence import HEAD_PHRASE, context_evidence, word_evidence
from loaders.extract.page import Page
from loaders.extract.plain_bodies import plain_bodies
from loaders.extract.proposals import GRAMMAR, proposal, propose
from loaders.extract.whole_names import as_recognised, whole_names
from loaders.extract.word_lists import words

NAME = "streetgraph_name_grammar"
# No person is called so, and at none is a strategist.
_ORGANISED = frozenset({"last:institution_word", "last:legal_suffix", "before:at<title:several"})
NO_VOTES: Mapping[Kind | None, float] = {}
# In the units of name_weights.csv, set on articles that the recogniser had not been trained on.
SEEN, OTHERWISE, UNSEEN, NOT_SCORED = 3.0, -1.0, -3.0, -5.0
Weights = Mapping[str, Mapping[str, float]]


@Language.component(NAME, requires=["doc.spans", "doc.sents"], assigns=["doc.spans"])
def streetgraph_name_grammar(doc: Doc) -> Doc:
    """Propose the candidates that the evidence takes for names."""
    page = read(doc)
    propose(doc, _names(doc, page))
    propose(doc, whole_names(doc, page))
    propose(doc, plain_bodies(doc, page))
    return doc


def _names(doc: Doc, page: Page) -> Iterator[Span]:
    for places in places_by_name(page).values():
        kind = kind_of(evidence_for(page, places), votes_of(page, places))
        if kind is not None:
            for place in (as_recognised(page, place, kind) for place in places):
                yield proposal(doc, place.start, place.end, kind, source=GRAMMAR)


def places_by_name(page: Page) -> dict[tuple[str, ...], list[Candidate]]:
    """Every candidate name with its places; a common word counts if it is capitalised inside a sentence as well."""
    found: defaultdict[tuple[str, ...], list[Candidate]] = defaultdict(list)
    for candidate in candidates(page):
        name = found[tuple(page.texts[candidate.start : candidate.end])]
        if candidate not in name:
            name.append(candidate)
    return {name: places for name, places in found.items() if not _just_opens(page, name, places)}


def _just_opens(page: Page, name: tuple[str, ...], places: list[Candidate]) -> bool:
    is_common = len(name) == 1 and name[0].lower() in words("common")
    return is_common and all(place.start in page.opens for place in places)


def evidence_for(page: Page, places: Iterable[Candidate]) -> set[str]:
    """All that the words and the places of the name say about its kind."""
    found: set[str] = {"always"}
    for place in places:
        found.update(word_evidence(page, place), context_evidence(page, place))
    return found


def votes_of(page: Page, places: Sequence[Candidate]) -> dict[Kind | None, float]:
    """The share of the places that a trained recogniser takes for each kind, or for no name; empty if none has read."""
    if page.recognised is None:
        return {}
    kinds = {at: found.kind for found in page.recognised for at in range(found.start, found.end)}
    votes = Counter(kinds.get(place.end - 1) for place in places)
    return {kind: count / len(places) for kind, count in votes.items()}


def kind_of(evidence: Collection[str], votes: Mapping[Kind | None, float] = NO_VOTES) -> Kind | None:
    """The kind that the evidence speaks for most, or None where it is more likely no name at all."""
    if HEAD_PHRASE in evidence:
        return Kind.INSTITUTION
    scores = dict.fromkeys(next(iter(weights().values())), 0.0)
    for label in sorted(evidence):  # sums of floats depend on their order
        for kind, weight in weights().get(label, {}).items():
            scores[kind] += weight
    for kind in scores:
        scores[kind] += sum(_vote(kind, seen) * share for seen, share in votes.items())
    if not _ORGANISED.isdisjoint(evidence):
        scores[Kind.PERSON] = 0.0
    best = max(scores, key=lambda kind: scores[kind])
    return Kind(best) if scores[best] > 0 else None


def _vote(kind: str, seen: Kind | None) -> float:
    """What it adds to the score of a kind that the recogniser sees another, the same, or no name."""
    if seen is None:
        return UNSEEN
    if seen in (Kind.PLACE, Kind.PRODUCT):
        return NOT_SCORED
    return SEEN if seen == kind else OTHERWISE


@cache
def weights() -> Weights:
    """How much each piece of evidence weighs for each kind, against being no name."""
    source = files("loaders").joinpath("data", "name_weights.csv").read_text(encoding="utf-8")
    return {
        row.pop("evidence"): {kind: float(weight) for kind, weight in row.items()}
        for row in csv.DictReader(source.splitlines())
    }
