"""How fast documents are read: `python -m benchmarks.extract [--documents N] [--rounds N] [--json]`.

Each tier in articles of 650 words for a second of processor time; the whole accurate tier beside its bare models, which
are given the same inputs in the same run, so that machines can be compared: 1 would mean that everything but the models
is free. Processor time is what the operating system accounts to this process, so that others on the machine matter
less. Articles are those of ../shared/corpus where that stands beside the checkout, generated ones otherwise.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from time import perf_counter, process_time

from benchmarks.documents import WORDS, generated
from graph.model import Document
from loaders.extract import attributor, recogniser
from loaders.extract.encoder import Encoder, Pieces, Scores
from loaders.pipeline import Tier, extract

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus" / "news.jsonl"
START = "from loaders.pipeline import warm_up; warm_up()"
Inputs = Mapping[str, Pieces]


class Recording(Encoder):
    """A model that keeps what it is given."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.given: list[Inputs] = []

    def run(self, given: Inputs) -> list[Scores]:
        self.given.append(given)
        return super().run(given)

    def again(self) -> None:
        """Run everything once more, and nothing else."""
        for given in self.given:
            super().run(given)


def texts(count: int) -> list[Document]:
    """Real articles, as many as asked for, or generated ones where there are none."""
    if not CORPUS.is_file():
        return list(generated(count))
    with CORPUS.open(encoding="utf-8") as lines:
        return [Document(json.loads(line)["text"]) for line in islice(lines, count)]


def seconds(work: Callable[[], object]) -> float:
    """The processor time that the work takes."""
    started = process_time()
    work()
    return process_time() - started


def read_all(documents: Iterable[Document], tier: Tier) -> None:
    for document in documents:
        extract(document, tier=tier)


def recorded(documents: Sequence[Document]) -> list[Recording]:
    """Both models with all that they are given when these documents are read."""
    models = [Recording("recogniser"), Recording("attributor")]
    shipped = recogniser.ENCODER, attributor.ENCODER
    recogniser.ENCODER, attributor.ENCODER = models
    read_all(documents, Tier.ACCURATE)
    recogniser.ENCODER, attributor.ENCODER = shipped
    return models


def start_up() -> tuple[float, float]:
    """Seconds from nothing to the first document read, in a process of its own: by the clock, and of the processor."""
    started, before = perf_counter(), _of_children()
    subprocess.run([sys.executable, "-c", START], check=True)
    return perf_counter() - started, _of_children() - before


def _of_children() -> float:
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measured(documents: Sequence[Document], rounds: int) -> dict[str, float]:
    """The medians over the rounds; within a round everything is measured in turn."""
    models = recorded(documents)
    read_all(documents[:1], Tier.ACCURATE), read_all(documents[:1], Tier.FAST)
    articles = sum(len(document.text.split()) for document in documents) / WORDS
    full, bare, fast = [], [], []
    for _ in range(rounds):
        full.append(seconds(lambda: read_all(documents, Tier.ACCURATE)))
        bare.append(seconds(lambda: [model.again() for model in models]))
        fast.append(seconds(lambda: read_all(documents, Tier.FAST)))
    starts = [start_up() for _ in range(rounds)]
    return {
        "accurate_articles_per_second": articles / median(full),
        "bare_models_articles_per_second": articles / median(bare),
        "accurate_to_bare_models": median(one / other for one, other in zip(bare, full, strict=True)),
        "fast_articles_per_second": articles / median(fast),
        "start_up_seconds": median(clock for clock, _ in starts),
        "start_up_processor_seconds": median(processor for _, processor in starts),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=40, metavar="N", help="how many documents (default 40)")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="how often each is measured (default 3)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args()
    found = measured(texts(given.documents), given.rounds)
    if given.json:
        print(json.dumps(found))
        return
    for name, value in found.items():
        print(f"{name.replace('_', ' '):40}{value:8.2f}")


if __name__ == "__main__":
    main()
