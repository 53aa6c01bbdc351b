"""What it costs to judge who is who: a merge of two hubs and its undoing, and looking for pairs that may be one.

    python -m benchmarks.identity [--documents N] [--entities N]

Seconds are those of the processor. The stores are on ladybug, new, and gone afterwards.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count, islice
from time import process_time

from benchmarks.claims import synthetic
from graph import Store, ingest, open_store
from graph.ingest import ingest_all, prepared
from graph.model import Document, Entity, Extraction, Kind, Mention, Passage
from graph.naming import slug
from graph.resolution import Judgement, Verdict, candidates, judge, undo

CLAIMS_OF_A_DOCUMENT, NAMED_TOGETHER = 30, 20
NOW = datetime(2025, 3, 1, tzinfo=UTC)
HUBS = Judgement("bank-0", "bank-1", Verdict.SAME, 1.0, "Both are hubs.", "benchmark", NOW.isoformat())


def seconds(work: Callable[[], object]) -> float:
    """How long the processor worked, in all threads."""
    started = process_time()
    work()
    return process_time() - started


def merging(store: Store, documents: int) -> Iterator[tuple[str, float]]:
    """Judging that two entities which nearly every document names are one, and undoing it."""
    read = islice(synthetic(documents * CLAIMS_OF_A_DOCUMENT * 2), documents)
    for _ in ingest_all(store, (prepared(each, now=NOW) for each in read)):
        pass
    yield f"merge two hubs of {documents:,} documents", seconds(lambda: judge(store, [HUBS]))
    yield "undo it", seconds(lambda: undo(store, HUBS.id))


def looking(store: Store, entities: int) -> Iterator[tuple[str, float]]:
    """Which of so many entities may be one: at first, again, and after one more document."""
    named = named_somewhere(entities)
    for _ in ingest_all(store, (prepared(each, now=NOW) for each in named)):
        pass
    yield f"candidates of {entities:,} entities", seconds(lambda: candidates(store))
    yield "the same again", seconds(lambda: candidates(store))
    ingest(store, next(named_somewhere(NAMED_TOGETHER, seed=1)), now=NOW)
    yield "after one more document", seconds(lambda: candidates(store))


def named_somewhere(entities: int, *, seed: int = 0) -> Iterator[Extraction]:
    """Documents that name so many companies and people in all, each by a name drawn from a few thousand words."""
    dice = random.Random(seed)
    words = [_word(random.Random(number)) for number in range(4000)]
    for first in range(0, entities, NAMED_TOGETHER):
        names = [" ".join(dice.sample(words, 2)) for _ in range(min(NAMED_TOGETHER, entities - first))]
        yield _naming([_entity(name, dice) for name in names], f"Note {seed}.{first}")


def _word(dice: random.Random) -> str:
    return "".join(
        dice.choice(("b", "d", "k", "l", "m", "n", "r", "s", "t")) + dice.choice("aeiou") for _ in range(3)
    ).title()


def _entity(name: str, dice: random.Random) -> Entity:
    if dice.random() < 0.5:
        return Entity(slug(name), Kind.PERSON, name)
    called = f"{name} {dice.choice(('Inc', 'Group', 'Bank', 'Capital'))}"
    return Entity(slug(called), Kind.COMPANY, called, (name,))


def _naming(entities: list[Entity], title: str) -> Extraction:
    every = list({entity.id: entity for entity in entities}.values())
    text = f"{title}: {', '.join(entity.name for entity in every)}."
    document = Document(text, title=title, publisher="streetgraph benchmark")
    places = ((entity, text.index(entity.name)) for entity in every)
    mentions = tuple(Mention(one.id, at, at + len(one.name), one.name) for one, at in places)
    return Extraction(document, (Passage(document.id, 0, len(text), text),), tuple(every), mentions, (), ())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=200, metavar="N", help="that name both hubs (default 200)")
    parser.add_argument("--entities", type=int, default=20_000, metavar="N", help="to hold apart (default 20,000)")
    given = parser.parse_args()
    measures = ((merging, given.documents), (looking, given.entities))
    for (measure, size), number in zip(measures, count()):
        with tempfile.TemporaryDirectory() as folder:
            store = open_store(f"ladybug:{folder}/{number}.lbug")
            for name, took in measure(store, size) if size else ():
                print(f"{name:44}{took:8.2f}", flush=True)
            store.close()
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB at most")


if __name__ == "__main__":
    main()
