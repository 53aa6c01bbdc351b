"""Who may be one and is two, and who may be two and is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations

from graph.doctor.finding import Check, Finding
from graph.folding import folded
from graph.records.fitting import profile_of_entity
from graph.records.identifying import fittings
from graph.records.reading import PIECE
from graph.records.record import SINGLE, Record
from graph.resolution.candidates import all_candidates
from graph.resolution.comparison import ORGANISATIONS, compared
from graph.resolution.deciding import PROGRAM
from graph.resolution.judgement import Judgement, Verdict
from graph.resolution.judging import all_judgements
from graph.resolution.profile import Profile
from graph.store import Reader, Row, grouped


def lookalikes(reader: Reader, listed: Collection[str]) -> Iterator[Finding]:
    """Pairs of entities that may be one and of which nothing is judged, the surest first."""
    for each in all_candidates(reader, listed):
        ids = each.left.row["id"], each.right.row["id"]
        sure = "are one" if each.is_sure else "may be one"
        what = f"{ids[0]} and {ids[1]} {sure} ({each.comparison.score}). {each.comparison.why}"
        yield Finding(Check.LOOKALIKE, ids, what)


def suspicious_merges(reader: Reader) -> Iterator[Finding]:
    """Pairs that were judged to be one, and are not by what is known now."""
    for judgement in all_judgements(reader.read):
        if judgement.verdict is Verdict.SAME and (why := _doubt(reader, judgement)):
            what = f"{judgement.left} and {judgement.right} are one by judgement of {judgement.by}, but: {why}"
            yield Finding(Check.MERGE, (judgement.left, judgement.right, judgement.id), what)


def _doubt(reader: Reader, judgement: Judgement) -> str:
    """Why two that were judged to be one are not, by what documents call them; a person's word stands but for kinds."""
    ends = judgement.left, judgement.right
    kept = {row["id"]: row["kept"] for row in reader.read("resolution.redirects", ids=list(ends))}
    rows = reader.read("entities.namings", ids=sorted({kept.get(one, one) for one in ends}))
    left, right = (_named(one, rows) for one in ends)
    if left is None or right is None:
        return ""
    found = compared(left, right)
    is_doubtful = found.verdict is Verdict.DIFFERENT and (judgement.by == PROGRAM or _conflict(left, right))
    return found.why if is_doubtful else ""


def _conflict(left: Profile, right: Profile) -> bool:
    """Whether a person's judgement makes one of two kinds that cannot be one."""
    return left.kind is not right.kind and not {left.kind, right.kind} <= ORGANISATIONS


def _named(found_id: str, rows: Iterable[Row]) -> Profile | None:
    """What those documents call an entity that found it under this id alone; None if there are none."""
    own = [row for row in rows if (row["found"] or [row["entity_id"]]) == [found_id]]
    return profile_of_entity(folded(found_id, [{**row, "found": []} for row in own])) if own else None


def namesakes(reader: Reader) -> Iterator[Finding]:
    """People who have a role at one organisation in some documents, and at another in others."""
    employers: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in reader.read("doctor.employers"):
        employers[row["id"]][row["organisation_id"]].add(row["document_id"])
    for person, documents in sorted(employers.items()):
        if (apart := _apart(documents)) is not None:
            what = (
                f"{person} has a role at {apart[0]} in some documents and at {apart[1]} in others: one person or two?"
            )
            yield Finding(Check.NAMESAKE, (person, *apart), what)


def _apart(documents: Mapping[str, Collection[str]]) -> tuple[str, str] | None:
    """The first two organisations that no document names together."""
    pairs = combinations(sorted(documents), 2)
    return next(((one, other) for one, other in pairs if not set(documents[one]) & set(documents[other])), None)


def disagreeing_registers(reader: Reader) -> Iterator[Finding]:
    """Entities that several records of registers fit which contradict each other, so that none of them is taken."""
    after = ""
    while page := reader.read("entities.page", after=after, limit=PIECE):
        after = page[-1]["id"]
        namings = grouped(reader.read("entities.namings", ids=[row["id"] for row in page]), "entity_id")
        rows = [folded(entity_id, found) for entity_id, found in namings.items()]
        for entity_id, fitting in fittings(rows, reader.read).items():
            if contradictory := [record for record in fitting.doubtful if _is_single(record)]:
                yield _disagreement(entity_id, contradictory)


def _is_single(record: Record) -> bool:
    return any(scheme in SINGLE for scheme, _ in record.identifiers)


def _disagreement(entity_id: str, records: Iterable[Record]) -> Finding:
    named = [f"{record.id} ({record.name})" for record in records]
    what = f"{entity_id} may be {' or '.join(named)}; as they contradict what is known, or each other, none is taken."
    return Finding(Check.REGISTERS, (entity_id, *(record.id for record in records)), what)
