"""Each check finds what it is for, and nothing in a graph that is well."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from stories import Story, doubt

from graph import Store, ingest
from graph.doctor import Check, Finding, examined
from graph.model import Extraction, Kind, RelationType
from graph.records import Record
from graph.records.keeping import keep
from graph.resolution import Judgement, Verdict, judge
from graph.resolution.deciding import PROGRAM

NOW = datetime(2025, 3, 1, 9, 30, tzinfo=UTC)
LEI, OTHER_LEI = "HWUPKR0MPOU8FGXBT394", "5493001NTNQJDH60PM02"


def load(store: Store, *extractions: Extraction) -> None:
    for extraction in extractions:
        ingest(store, extraction, now=NOW)


def of_check(store: Store, check: Check, **more: object) -> list[Finding]:
    return examined(store, **more).by_check()[check]  # type: ignore[arg-type]


def note(sentence: str, *names: tuple[str, Kind], about: str = "", role_at: str = "", day: int = 1) -> Extraction:
    """A document of one sentence that names these; the first of them says it, about another or of a role there."""
    story = Story((sentence,), published_at=date(2025, 1, day))
    ids = [story.names(name, kind) for name, kind in names]
    if about:
        story.says(ids[0], sentence, about)
    if role_at:
        story.relates(RelationType.HAS_ROLE_AT, ids[0], role_at, sentence, role="head")
    return story.extraction


def judged(left: str, right: str, by: str) -> Judgement:
    return Judgement(left, right, Verdict.SAME, 1.0, "They look alike.", by, "2025-03-01T00:00:00Z")


def test_a_graph_that_is_well_gives_nothing_to_look_at(store: Store) -> None:
    assert examined(store).findings == ()
    load(store, doubt())
    found = examined(store)
    assert (found.findings, found.cut, found.is_damaged) == ((), frozenset(), False)


def test_a_document_in_which_nobody_says_anything_is_named(store: Store) -> None:
    silent = note("Tin Works opened a mine.", ("Tin Works", Kind.COMPANY))
    load(store, silent)
    [finding] = of_check(store, Check.SILENT_DOCUMENT)
    assert finding.ids == (silent.document.id,)
    assert finding.what == "In 'A note' no claim was found, though it names 1 entities."


def test_an_entity_that_stands_nowhere_in_the_text_is_an_orphan_but_no_damage(store: Store) -> None:
    story = Story(("Tin Works opened a mine.",))
    story.names("Tin Works", Kind.COMPANY)
    story.names("Zinc Works", Kind.COMPANY)  # its name is not in the sentence
    load(store, story.extraction)
    found = examined(store)
    assert [finding.ids for finding in found.by_check()[Check.ORPHAN]] == [("zinc-works",)]
    assert not found.is_damaged


@pytest.mark.parametrize(("part", "query"), [("document", "remove.document"), ("claims", "remove.claims")])
def test_what_lost_its_document_or_its_claim_is_damage(filled: Store, part: str, query: str) -> None:
    document_id = filled.read("documents.list")[0]["id"]
    filled.write(lambda run: run(query, document_id=document_id))
    found = examined(filled)
    assert found.is_damaged, part
    assert all(finding.check is Check.ORPHAN for finding in found.findings if finding.is_damage)


def test_one_name_of_several_is_told_with_all_that_have_it(store: Store) -> None:
    story = Story(("Goldman Sachs and UBS met.",))
    for name in ("Goldman Sachs", "UBS"):
        story.names(name, Kind.INSTITUTION, aliases=("the bank", "The Broker"))
    load(store, story.extraction)
    [finding] = of_check(store, Check.SHARED_NAME)
    assert finding.ids == ("goldman-sachs", "ubs")
    assert finding.what == "'bank', 'broker' may be goldman-sachs or ubs."


def test_the_name_of_one_that_is_an_alias_of_another_means_the_first(store: Store) -> None:
    story = Story(("Tap and Molson Coors met.",))
    story.names("Tap", Kind.COMPANY)
    story.names("Molson Coors", Kind.COMPANY, tickers=("TAP",))
    load(store, story.extraction)
    assert of_check(store, Check.SHARED_NAME) == []


def test_kinds_that_cannot_be_one_are_told_and_a_bank_that_is_a_company_is_not(store: Store) -> None:
    load(
        store,
        note("Tin Works rose.", ("Tin Works", Kind.COMPANY)),
        note("Tin Works fell.", ("Tin Works", Kind.COMPANY)),
        note("Tin Works met.", ("Tin Works", Kind.PERSON)),
        note("Zinc Bank rose.", ("Zinc Bank", Kind.COMPANY)),
        note("Zinc Bank fell.", ("Zinc Bank", Kind.INSTITUTION)),
    )
    [finding] = of_check(store, Check.KINDS)
    assert finding.ids[0] == "tin-works"
    assert finding.what == "tin-works is a company, but 1 document takes it for a person."


def test_what_may_be_one_is_told_until_it_is_judged(store: Store) -> None:
    load(
        store,
        note("Tin Works rose.", ("Tin Works", Kind.COMPANY)),
        note("Tin Works Ltd fell.", ("Tin Works Ltd", Kind.COMPANY)),
    )
    [finding] = of_check(store, Check.LOOKALIKE)
    assert set(finding.ids) == {"tin-works", "tin-works-ltd"}
    assert of_check(store, Check.LOOKALIKE, listed={"tin-works", "tin-works-ltd"}) == []
    judge(store, [judged("tin-works", "tin-works-ltd", "me")])
    assert of_check(store, Check.LOOKALIKE) == []


@pytest.mark.parametrize(
    ("other", "kind", "by", "is_suspicious"),
    [
        ("Lead Mills", Kind.COMPANY, PROGRAM, True),
        ("Lead Mills", Kind.COMPANY, "a person", False),
        ("Tin Works Ltd", Kind.COMPANY, PROGRAM, False),
        ("Lead Mills", Kind.PERSON, "a person", True),
    ],
)
def test_a_merge_that_what_is_known_speaks_against_is_suspicious(
    store: Store, other: str, kind: Kind, by: str, is_suspicious: bool
) -> None:
    load(store, note("Tin Works rose.", ("Tin Works", Kind.COMPANY)), note(f"{other} fell.", (other, kind)))
    judgement = judged("tin-works", other.lower().replace(" ", "-"), by)
    judge(store, [judgement])
    expected = [(judgement.left, judgement.right, judgement.id)] if is_suspicious else []
    assert [finding.ids for finding in of_check(store, Check.MERGE)] == expected


def test_people_with_one_name_and_two_employers_may_be_two(store: Store) -> None:
    def at(employer: str, day: int) -> Extraction:
        names = ("Kinger Lau", Kind.PERSON), (employer, Kind.INSTITUTION)
        role_at = employer.lower().replace(" ", "-")
        return note(f"Kinger Lau of {employer} spoke.", *names, role_at=role_at, day=day)

    load(store, at("Tin Bank", 1), at("Tin Bank", 2))
    assert of_check(store, Check.NAMESAKE) == []
    load(store, at("Zinc Bank", 3))
    [finding] = of_check(store, Check.NAMESAKE)
    assert finding.ids == ("kinger-lau", "tin-bank", "zinc-bank")


def test_registers_that_disagree_are_told(store: Store) -> None:
    load(store, note("Tin Works rose.", ("Tin Works", Kind.COMPANY)))
    records = [
        Record("gleif", lei, f"Tin Works {form}", Kind.COMPANY, identifiers=frozenset({("lei", lei)}))
        for lei, form in ((LEI, "Ltd"), (OTHER_LEI, "AG"))
    ]
    keep(store, records)
    [finding] = of_check(store, Check.REGISTERS)
    assert finding.ids == ("tin-works", f"gleif:{OTHER_LEI}", f"gleif:{LEI}")


def test_of_very_many_findings_the_first_are_told_and_that_there_are_more(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.doctor.examination.MOST", 2)
    load(store, *(note(f"{name} opened.", (name, Kind.COMPANY)) for name in ("Tin Works", "Lead Mills", "Iron Ore")))
    found = examined(store)
    assert len(found.by_check()[Check.SILENT_DOCUMENT]) == 2
    assert found.cut == {Check.SILENT_DOCUMENT}
