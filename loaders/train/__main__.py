"""Make the models of `loaders/models` from a folder of training material: `python -m loaders.train DATA [--out DIR]`.

DATA holds `encoder/domain.fp16.safetensors` (a recogniser of names), and beside it stand `corpus/news.jsonl` (the texts
of the articles that `loaders/train/annotations` annotates) and `extraction/dev` (annotated articles). Articles that
`tests/heldout.txt` names are left out. The card in `loaders/models/README.md` says where a stranger gets the same.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import torch

from loaders.train.attribution import SEED, train
from loaders.train.export import save
from loaders.train.gold import Lesson, articles, lessons, located_lessons
from loaders.train.network import Attributor, Recogniser, start_from

HERE = Path(__file__).parent
MODELS = HERE.parent / "models"
HELD_OUT = HERE.parent.parent / "tests" / "heldout.txt"
EPOCHS = 4


def material(data: Path) -> Iterator[Lesson]:
    """Every sentence of every annotated article that is not held out."""
    held_out = HELD_OUT.read_text(encoding="utf-8").split()
    for file in articles(data.parent / "extraction" / "dev", without=held_out):
        yield from lessons(file)
    corpus = (data.parent / "corpus" / "news.jsonl").read_text(encoding="utf-8")
    texts = {article["id"]: article["text"] for article in map(json.loads, corpus.splitlines())}
    for annotated in sorted((HERE / "annotations").glob("*.jsonl")):
        yield from located_lessons(annotated, texts)


def main() -> None:
    """Export the recogniser; train and export the attributor."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path, metavar="DATA")
    options.add_argument("--out", type=Path, default=MODELS, metavar="DIR", help="where the models go")
    options.add_argument("--epochs", type=int, default=EPOCHS, metavar="N")
    given = options.parse_args()
    weights = str(given.data / "encoder" / "domain.fp16.safetensors")
    torch.manual_seed(SEED)
    recogniser = Recogniser()
    start_from(recogniser, weights)
    save(recogniser, given.out / "recogniser")
    sentences = list(material(given.data))
    print(f"{len(sentences)} sentences", flush=True)
    attributor = Attributor()
    start_from(attributor, weights)
    train(attributor, sentences, epochs=given.epochs)
    save(attributor, given.out / "attributor")


if __name__ == "__main__":
    main()
