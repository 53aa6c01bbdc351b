"""Cross-validate the attributor: train it anew without the articles of each fold, and score them with it.

    python -m benchmarks.cross_validate DATA [--folds N] [--fold K …] [--epochs N]

Folds are of whole articles of the development set, none of them held out; everything else that is trained on stays in.
The rest of the pipeline is as it ships, its rules too, which were written with these articles in view: the spread is
what to look at, and the figures of the held-out articles are the forecast. Needs the extra `train` (`make eval CV=5`);
a fold takes some half an hour on two cores.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from statistics import mean, stdev

from benchmarks.annotated import articles, held_out
from benchmarks.evaluate import SHOWN, Scores, predict, score
from loaders.extract import attributor
from loaders.extract.encoder import Encoder
from loaders.train.__main__ import EPOCHS
from loaders.train.attribution import trained_attributor
from loaders.train.export import save
from loaders.train.material import sentences_by_article


def folds(names: Sequence[str], count: int) -> list[list[str]]:
    """The articles dealt out in turn, so that each fold has some of every publisher and year."""
    return [list(names[at::count]) for at in range(count)]


def scored_without(members: Sequence[str], data: Path, *, epochs: int) -> Scores:
    """The scores of these articles when the attributor has not learnt from them."""
    others = [lessons for name, lessons in sentences_by_article(data).items() if name not in set(members)]
    with tempfile.TemporaryDirectory() as folder:
        weights = data / "encoder" / "domain.fp16.safetensors"
        network = trained_attributor(list(chain.from_iterable(others)), weights, epochs=epochs)
        save(network, Path(folder, "attributor"))
        attributor.ENCODER = Encoder("attributor", Path(folder))
        predict(members, Path(folder))
        return score(members, Path(folder))


def line(label: str, size: int | None, values: Sequence[float]) -> str:
    """A row of the table."""
    return f"{label:30}{size if size is not None else '':9}" + "".join(f"{value:11.3f}" for value in values)


def main() -> None:
    """Print the scores of each fold, then mean and standard deviation over the folds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, metavar="DATA", help="the folder that `make train` is given")
    parser.add_argument("--folds", type=int, default=5, metavar="N")
    parser.add_argument("--fold", type=int, nargs="*", metavar="K", help="only these, counted from 0")
    parser.add_argument("--epochs", type=int, default=EPOCHS, metavar="N")
    given = parser.parse_args()
    every = folds([name for name in articles() if name not in held_out()], given.folds)
    print(f"{'F1':30}{'articles':>9}" + "".join(f"{label[:10]:>11}" for label in SHOWN), flush=True)
    rows = []
    for number in given.fold if given.fold is not None else range(given.folds):
        scores = scored_without(every[number], given.data, epochs=given.epochs)
        rows.append([scores[label]["f1"] for label in SHOWN])
        print(line(f"fold {number}", len(every[number]), rows[-1]), flush=True)
    if len(rows) > 1:
        columns = list(zip(*rows, strict=True))
        print(line("mean", None, [mean(column) for column in columns]))
        print(line("standard deviation", None, [stdev(column) for column in columns]))


if __name__ == "__main__":
    main()
