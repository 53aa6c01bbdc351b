"""Several processes give what one gives, in the same order, and never run far ahead."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from graph.model import Document
from loaders.errors import ProcessLost
from loaders.pipeline import Tier, extract_all
from loaders.processes import AHEAD, in_order

NOTES = [Document(f"UBS raised its target for Tesla to {price} dollars.") for price in range(100, 130)]


def halved(number: int) -> float:
    return number / 2


def killed_at_three(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def refused_at_three(number: int) -> int:
    if number == 3:
        raise ValueError("three")
    return number


def test_several_processes_read_as_one_does() -> None:
    one, two = (list(extract_all(NOTES, tier=Tier.FAST, processes=number)) for number in (1, 2))
    assert one == two
    assert [extraction.document for extraction in two] == NOTES


def test_what_is_worked_on_is_never_far_ahead_of_who_takes_it() -> None:
    taken: list[int] = []

    def numbers() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    results = in_order(halved, numbers(), processes=2)
    assert [next(results) for _ in range(3)] == [0, 0.5, 1]
    assert len(taken) <= 3 + 2 * AHEAD + 1
    assert list(results)[-1] == 499.5


def test_an_error_arrives_where_the_result_would() -> None:
    results = in_order(refused_at_three, range(10), processes=2)
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(ValueError, match="three"):
        next(results)


def test_a_killed_process_is_told_as_such() -> None:
    with pytest.raises(ProcessLost, match="killed"):
        list(in_order(killed_at_three, range(10), processes=2))


def test_reading_goes_on_after_a_document_that_broke_the_reading() -> None:
    with pytest.raises(AttributeError):
        list(extract_all([None]))  # type: ignore[list-item]
    assert [len(found.claims) for found in extract_all(NOTES[:2], tier=Tier.FAST)] == [1, 1]
