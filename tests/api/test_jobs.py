"""Jobs outlive the server: what it was stopped amid is read by the next one, or reported, never lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from api.errors import PlaceUnusable, ServerBusy
from api.jobs.ledger import MOST_ATTEMPTS, Ledger
from api.jobs.states import Job, JobState, State
from api.jobs.worker import Worker
from api.problems import described
from graph.errors import StoreUnavailable
from graph.model import Document, Extraction
from graph.opening import open_store
from graph.store import Store
from loaders.extract.tiers import Tier
from loaders.pipeline import extract

NOTES = [Document(f"UBS said Nvidia may rise {number}%.", title=f"Note {number}") for number in (3, 4, 5)]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(open_store(f"ladybug:{tmp_path / 'graph.lbug'}")) as store:
        yield store


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with closing(Ledger(tmp_path / "jobs.db")) as ledger:
        yield ledger


def worked_off(ledger: Ledger, store: Store, job: Job) -> Job:
    """The job once a server has worked it off."""
    with Worker(ledger, store, Tier.FAST):
        while ledger.job(job.id).is_open:
            Event().wait(0.01)
    return ledger.job(job.id)


def test_a_server_reads_what_the_one_before_it_left_waiting(ledger: Ledger, store: Store) -> None:
    job = ledger.create(NOTES, most_waiting=10)
    assert job.state is JobState.QUEUED
    done = worked_off(ledger, store, job)
    assert (done.state, done.tally) == (JobState.DONE, {"added": 3})
    assert {store.read("documents.get", id=note.id)[0]["title"] for note in NOTES} == {note.title for note in NOTES}


def test_a_document_whose_reading_was_cut_off_is_read_again(ledger: Ledger, store: Store) -> None:
    job = ledger.create(NOTES[:1], most_waiting=10)
    ledger.take()
    assert ledger.job(job.id).state is JobState.RUNNING
    assert worked_off(ledger, store, job).state is JobState.DONE


def test_one_that_ends_the_server_every_time_is_reported_and_left(ledger: Ledger, store: Store) -> None:
    job = ledger.create(NOTES[:2], most_waiting=10)
    for _ in range(MOST_ATTEMPTS):
        number, _document = ledger.take() or pytest.fail("nothing waits")
        ledger.note(number, State.QUEUED)
    ledger.note(number, State.READING)
    first, second = worked_off(ledger, store, job).items
    assert (first.state, first.problem and first.problem["type"]) == (State.FAILED, "/problems/interrupted")
    assert second.state is State.ADDED


def test_a_server_that_is_stopped_finishes_the_document_at_hand_and_keeps_the_rest(
    ledger: Ledger, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_end = Event(), Event()

    def slow(document: Document, *, tier: Tier, **_: str) -> Extraction:
        begun.set()
        assert may_end.wait(60)
        return extract(document, tier=tier)

    monkeypatch.setattr("loaders.pipeline.extract", slow)
    job = ledger.create(NOTES, most_waiting=10)
    worker = Worker(ledger, store, Tier.FAST)
    with worker:
        assert begun.wait(60)
        worker.let_go()
        may_end.set()
    assert [item.state for item in ledger.job(job.id).items] == [State.ADDED, State.QUEUED, State.QUEUED]


@pytest.mark.parametrize(("is_awaited", "loaded"), [(True, [(Tier.FAST, "")]), (False, [])])
def test_what_documents_are_read_with_is_loaded_before_the_first_where_one_may_come(
    ledger: Ledger,
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
    is_awaited: bool,
    loaded: list[tuple[Tier, str]],
) -> None:
    warmed, asked = list[tuple[Tier, str]](), Event()

    def awaited() -> bool:
        asked.set()
        return is_awaited

    monkeypatch.setattr("loaders.pipeline.warm_up", lambda *how: warmed.append(how))
    monkeypatch.setattr("api.jobs.worker.QUIET_SECONDS", 0)
    with Worker(ledger, store, Tier.FAST, is_awaited=awaited):
        assert asked.wait(60)
    assert warmed == loaded


def test_a_model_that_cannot_be_loaded_is_said_and_ends_nothing(
    ledger: Ledger, store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    missing, asked = "en_core_web_xl", Event()

    def awaited() -> bool:
        asked.set()
        return True

    monkeypatch.setattr("api.jobs.worker.QUIET_SECONDS", 0)
    with Worker(ledger, store, Tier.ACCURATE, missing, is_awaited=awaited) as worker:
        assert asked.wait(60)
        job = worker.submit(NOTES[:1], most_waiting=10)
        while ledger.job(job.id).is_open:
            Event().wait(0.01)
    assert ledger.job(job.id).state is JobState.FAILED
    assert f"Nothing can be read: The spaCy pipeline {missing} is not installed" in caplog.text


def test_a_store_that_cannot_be_reached_is_tried_again_before_a_document_fails(
    ledger: Ledger, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempts: list[int] = []

    def unreachable(*_: object, **__: object) -> None:
        attempts.append(1)
        raise StoreUnavailable("No Neo4j answers.")

    monkeypatch.setattr("api.jobs.worker.ingest", unreachable)
    monkeypatch.setattr("api.jobs.worker.PAUSE_SECONDS", 0)
    failed = worked_off(ledger, store, ledger.create(NOTES[:1], most_waiting=10))
    assert (failed.state, len(attempts)) == (JobState.FAILED, MOST_ATTEMPTS)
    assert failed.items[0].problem == described(StoreUnavailable("No Neo4j answers."))


def test_an_unforeseen_failure_stops_one_document_and_tells_nothing_of_it(
    ledger: Ledger, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(document: Document, *, tier: Tier, **_: str) -> Extraction:
        if document is NOTES[0] or document.id == NOTES[0].id:
            raise RuntimeError("the password is swordfish")
        return extract(document, tier=tier)

    monkeypatch.setattr("loaders.pipeline.extract", broken)
    job = worked_off(ledger, store, ledger.create(NOTES, most_waiting=10))
    assert [item.state for item in job.items] == [State.FAILED, State.ADDED, State.ADDED]
    assert "swordfish" not in str(job)


def test_the_text_of_a_document_is_kept_no_longer_than_needed(ledger: Ledger, store: Store, tmp_path: Path) -> None:
    worked_off(ledger, store, ledger.create(NOTES, most_waiting=10))
    ledger.close()
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("jobs.db*"))
    assert NOTES[0].text.encode() not in kept


def test_the_number_of_a_change_only_grows(ledger: Ledger, store: Store) -> None:
    first = worked_off(ledger, store, ledger.create(NOTES[:2], most_waiting=10))
    second = worked_off(ledger, store, ledger.create(NOTES, most_waiting=10))
    changes = [item.change for job in (first, second) for item in job.items]
    assert changes == sorted(set(changes))


def test_a_full_disk_does_not_end_the_reading_for_good(
    ledger: Ledger, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures = [sqlite3.OperationalError("database or disk is full")]
    finish = ledger.finish

    def failing_once(*what: Any) -> None:
        if failures:
            raise failures.pop()
        finish(*what)

    monkeypatch.setattr(ledger, "finish", failing_once)
    monkeypatch.setattr("api.jobs.worker.PAUSE_SECONDS", 0)
    done = worked_off(ledger, store, ledger.create(NOTES, most_waiting=10))
    assert (done.state, failures) == (JobState.DONE, [])


def test_two_servers_do_not_work_off_the_same_file(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.jobs.ledger.PATIENCE_SECONDS", 0.1)
    with pytest.raises(PlaceUnusable, match="another server"):
        Ledger(tmp_path / "jobs.db")
    ledger.close()
    Ledger(tmp_path / "jobs.db").close()


def test_the_list_of_jobs_says_of_each_what_the_job_itself_says(ledger: Ledger, store: Store) -> None:
    done = worked_off(ledger, store, ledger.create([NOTES[0], ("scan.pdf", {"status": 422})], most_waiting=10))
    waiting = ledger.create(NOTES, most_waiting=10)
    jobs = [ledger.job(one) for one in (waiting.id, done.id)]
    for short, job in zip(ledger.latest(5), jobs, strict=True):
        assert (short.id, short.created_at, short.label, short.tally) == (job.id, job.created_at, job.label, job.tally)
        assert (short.state, short.finished_at, short.is_open) == (job.state, job.finished_at, job.is_open)
    assert [job.state for job in jobs] == [JobState.QUEUED, JobState.PARTIAL]


def test_those_who_post_at_once_do_not_pass_the_limit_together(ledger: Ledger) -> None:
    def posted(_: int) -> bool:
        with suppress(ServerBusy):
            ledger.create(NOTES[:1], most_waiting=5)
            return True
        return False

    with ThreadPoolExecutor(8) as everybody:
        assert sum(everybody.map(posted, range(40))) == 5
    assert ledger.waiting() == 5
