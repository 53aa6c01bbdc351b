"""From a few words to the entities, claims and passages that have them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graph.errors import ParameterInvalid
from graph.explore.claims import described
from graph.explore.entities import heard_of
from graph.explore.moment import ANY_TIME, Moment
from graph.explore.page import BEGINNING, Page, Position, paged
from graph.model import Kind
from graph.names import names_of
from graph.naming import key
from graph.store import Row, Store
from graph.tokens import Question

KINDS = ("entity", "claim", "passage")
OF_ENTITIES = tuple(map(str, Kind))
MOST_ENTITIES, MOST_TEXTS = 50, 500  # hits of each kind that are ranked
MOST_ALIKE = 5  # entities that are called alike, where none is called so
LOOKED_AT = 5_000  # hits of a full-text index that a moment is held against
_BY_RANK = (1.0, 0.8, 0.6)  # the whole name, its beginning, a part of it
_HIGHEST = 10_000.0
_OTHER_DIGITS = str.maketrans("0123456789", "9876543210")


@dataclass(frozen=True, slots=True)
class _Found:
    """Something with the words in it, as far as it takes to put it in order."""

    kind: str
    id: str
    score: float
    row: Row
    place: str  # a text that sorts what is found: by kind, then best first, then newest first

    @classmethod
    def of(cls, kind: str, score: float, day: str, row: Row) -> _Found:
        """What is found in a row that has an id."""
        newest_first = day.translate(_OTHER_DIGITS) or "~"
        place = f"{KINDS.index(kind)} {_HIGHEST - score:012.6f} {newest_first} {row['id']}"
        return cls(kind, row["id"], score, row, place)


def search(
    store: Store,
    text: str,
    *,
    kind: str | None = None,
    moment: Moment = ANY_TIME,
    limit: int = 20,
    cursor: str | None = None,
) -> Page:
    """What has these words: entities by their names, then claims and passages by their texts, each the best first.

    All words have to be there, those in double quotes together; letters count without case and accents, and a word of
    four letters or more may be the beginning of a longer one. If no name fits, those that are alike are found. With a
    `kind`, one of KINDS or one of entities, nothing else is found. Texts are ranked by BM25 with words of equal weight,
    among the 500 that the engine's own index holds for the best; `highlights` say where the words stand. A moment
    leaves out what was not said or known by then, and entities that nobody had named; the names of the others are as
    they are now.
    """
    if kind not in (None, *KINDS, *OF_ENTITIES):
        raise ParameterInvalid(f"'kind' must be one of {', '.join((*KINDS, *OF_ENTITIES))}, not {kind!r:.80}.")
    if not key(text):
        raise ParameterInvalid("Give at least one word to search for.")
    found = sorted(_found(store, text, str(kind or ""), moment), key=lambda one: one.place)
    is_cut = any(sum(one.kind == each for one in found) >= MOST_TEXTS for each in KINDS[1:])
    by_place = {one.place: one for one in found}
    page = paged(
        lambda after, most: [{"place": each} for each in by_place if after == BEGINNING or each > after.day][:most],
        position=lambda row: Position(row["place"], ""),
        total=None if is_cut else len(found),
        filters={"search": text, "kind": kind, **moment.parameters},
        limit=limit,
        cursor=cursor,
    )
    rows = _rows(store, text, [by_place[row["place"]] for row in page.rows])
    warnings = (f"Only the {MOST_TEXTS} best claims or passages are ranked; more words find fewer.",) if is_cut else ()
    return Page(rows, page.total, page.next, warnings=warnings)


def _found(store: Store, text: str, kind: str, moment: Moment) -> Iterator[_Found]:
    if kind in OF_ENTITIES:
        yield from _entities(store, text, kind, moment)
        return
    kinds = (kind,) if kind else KINDS
    if "entity" in kinds:
        yield from _entities(store, text, "", moment)
    if texts := [kind for kind in kinds if kind != "entity"]:
        try:
            question = Question.of(text)
        except ParameterInvalid:
            if "entity" in kinds:
                return  # a name of nothing but small words, such as "It"
            raise
        for kind in texts:
            yield from _texts(store, kind, question, moment)


def _entities(store: Store, text: str, kind: str, moment: Moment) -> Iterator[_Found]:
    """Those with the words in a name, of a kind if it is given; or else those that are called alike."""
    rows = store.read("search.entities", key=key(text), kind=kind, limit=MOST_ENTITIES)
    found = [_Found.of("entity", _BY_RANK[row["rank"]], "", row) for row in rows]
    if not rows:
        near = names_of(store, now=True).near(text, MOST_ENTITIES if kind else MOST_ALIKE)
        alike = [one for one in near if kind in ("", one.entity["kind"])][:MOST_ALIKE]
        found = [_Found.of("entity", round(one.score / 2, 3), "", one.entity) for one in alike]
    known = heard_of(store, (one.id for one in found), moment)
    yield from (one for one in found if one.id in known)


def _in_names(row: Row, text: str) -> Iterator[Row]:
    """Where the words stand in a name or a ticker."""
    for field, form in (("name", row["name"]), *(("tickers", one) for one in row["tickers"])):
        start = form.casefold().find(text.strip().casefold())
        if start >= 0 and len(form.casefold()) == len(form):
            yield {"field": field, "start": start, "end": start + len(text.strip()), "text": form}


def _texts(store: Store, kind: str, question: Question, moment: Moment) -> Iterator[_Found]:
    query = {"claim": "search.claims", "passage": "search.passages"}[kind]
    most = MOST_TEXTS if moment == ANY_TIME else LOOKED_AT
    for row in store.read(query, words=question.expression, most=most, limit=MOST_TEXTS, **moment.parameters):
        if (score := question.score(row["text"])) is not None:
            yield _Found.of(kind, score, row["published_at"] or "", row)


def _in_text(row: Row, question: Question) -> Iterator[Row]:
    """Where the words stand in the text of a claim or a passage."""
    for span in question.spans(row["text"]):
        yield {"field": "text", "start": span.start, "end": span.end, "text": row["text"][span.start : span.end]}


def _highlights(one: _Found, text: str) -> list[Row]:
    return list(_in_names(one.row, text) if one.kind == "entity" else _in_text(one.row, Question.of(text)))


def _rows(store: Store, text: str, found: list[_Found]) -> list[Row]:
    """What is found with all that is told of it; what has gone meanwhile is left out."""
    claims = {row["claim_id"]: row for row in described(store, (one.id for one in found if one.kind == "claim"))}
    told: dict[str, Callable[[_Found], Row | None]] = {
        "entity": lambda one: {name: one.row[name] for name in ("id", "kind", "name", "tickers")},
        "claim": lambda one: claims.get(one.id),
        "passage": lambda one: one.row,
    }
    nothing = dict.fromkeys(KINDS)
    return [
        {
            **nothing,
            "kind": one.kind,
            "id": one.id,
            "score": round(one.score, 3),
            "highlights": _highlights(one, text),
            one.kind: what,
        }
        for one in found
        if (what := told[one.kind](one)) is not None
    ]
