"""Make the models of `loaders/models` from a folder of training material: `python -m loaders.train DATA [--out DIR]`.

DATA holds `encoder/domain.fp16.safetensors` (a recogniser of names), and beside it stand `corpus/news.jsonl` (the texts
of the articles that `loaders/train/annotations` annotates) and `extraction/dev` (annotated articles). Articles that
`tests/heldout.txt` and `tests/heldout_corpus.txt` name are left out. The card in `loaders/models/README.md` says where
a stranger gets the same.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path

import torch

from loaders.train.attribution import SEED, train
from loaders.train.export import save
from loaders.train.gold import Lesson
from loaders.train.material import HERE, sentences_by_article
from loaders.train.network import Attributor, Recogniser, start_from

MODELS = HERE.parent / "models"
EPOCHS = 3


def starting_weights(data: Path) -> str:
    """The file with what a recogniser has learnt, which both networks start from."""
    return str(data / "encoder" / "domain.fp16.safetensors")


def make_recogniser(given: argparse.Namespace) -> None:
    """Export the recogniser as it is."""
    torch.manual_seed(SEED)
    recogniser = Recogniser()
    start_from(recogniser, starting_weights(given.data))
    save(recogniser, given.out / "recogniser")


def make_attributor(given: argparse.Namespace) -> None:
    """Train and export the attributor."""
    sentences = list(chain.from_iterable(sentences_by_article(given.data).values()))
    save(trained_attributor(sentences, given.data, epochs=given.epochs), given.out / "attributor")


def trained_attributor(sentences: Sequence[Lesson], data: Path, *, epochs: int) -> Attributor:
    """An attributor that has learnt from these sentences."""
    print(f"{len(sentences)} sentences", file=sys.stderr, flush=True)
    torch.manual_seed(SEED)
    attributor = Attributor()
    start_from(attributor, starting_weights(data))
    train(attributor, sentences, epochs=epochs)
    return attributor


MAKERS: dict[str, Callable[[argparse.Namespace], None]] = {
    "recogniser": make_recogniser,
    "attributor": make_attributor,
}


def main() -> None:
    """Make the models that are asked for, all of them otherwise."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path, metavar="DATA")
    options.add_argument("--out", type=Path, default=MODELS, metavar="DIR", help="where the models go")
    options.add_argument("--epochs", type=int, default=EPOCHS, metavar="N")
    options.add_argument("--only", choices=list(MAKERS), help="make this model alone")
    given = options.parse_args()
    for name in [given.only] if given.only else MAKERS:
        MAKERS[name](given)


if __name__ == "__main__":
    main()
