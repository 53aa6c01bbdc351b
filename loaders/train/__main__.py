"""Make the models of `loaders/models` from a folder of training material: `python -m loaders.train DATA [--out DIR]`.

The recogniser is trained from the pretrained encoder on `DATA/ner/ner_train_clean2.spacy` and on our annotation; with
`--recogniser FILE` it is taken from that file instead, as the one that ships was from
`DATA/encoder/domain.fp16.safetensors`. The attributor goes on from the recogniser, and the weights of the subjects of
figures and claims (`loaders/data/*subject_weights.csv`) are fitted with both at work. Beside DATA stand
`corpus/news.jsonl` (the texts of the articles that `loaders/train/annotations` annotates) and `extraction/dev`
(annotated articles); those that `tests/heldout*.txt` name are left out. The card in
`loaders/models/README.md` says where a stranger gets the same.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from itertools import chain, starmap
from pathlib import Path

from loaders.train import claim_subjects, figure_subjects, judged_subjects
from loaders.train.attribution import trained_attributor
from loaders.train.export import save
from loaders.train.material import HERE, names_in_articles, sentences_by_article
from loaders.train.network import Recogniser, start_from
from loaders.train.recognition import general_lessons, name_lessons, trained_recogniser
from loaders.train.weight_tables import write

MODELS = HERE.parent / "models"
EPOCHS, NAME_EPOCHS = 3, 4


def make_recogniser(given: argparse.Namespace) -> None:
    """Train and export the recogniser, or export the one that is given."""
    if given.recogniser:
        recogniser = Recogniser()
        start_from(recogniser, str(given.recogniser))
    else:
        general = list(general_lessons(given.data / "ner" / "ner_train_clean2.spacy"))
        domain = list(chain.from_iterable(starmap(name_lessons, names_in_articles(given.data))))
        print(f"{len(general)} and {len(domain)} windows", file=sys.stderr, flush=True)
        recogniser = trained_recogniser(general, domain, epochs=NAME_EPOCHS)
    save(recogniser, given.out / "recogniser")


def starting_weights(given: argparse.Namespace) -> Path:
    """What the attributor goes on from: the recogniser that was given, or else the one that was just made."""
    return Path(given.recogniser or given.out / "recogniser.safetensors")


def make_attributor(given: argparse.Namespace) -> None:
    """Train and export the attributor."""
    sentences = list(chain.from_iterable(sentences_by_article(given.data).values()))
    save(trained_attributor(sentences, starting_weights(given), epochs=given.epochs), given.out / "attributor")


def make_subject_weights(given: argparse.Namespace) -> None:
    """Fit the weights by which the subject of a figure is chosen."""
    examples = list(figure_subjects.material(given.data))
    write(figure_subjects.fitted(examples), _table(given, figure_subjects.TARGET))


def make_claim_weights(given: argparse.Namespace) -> None:
    """Fit the weights by which the subjects of a claim are chosen."""
    examples = list(chain.from_iterable(claim_subjects.material(given.data)))
    write(claim_subjects.fitted(examples), _table(given, claim_subjects.TARGET))


def make_judged_weights(given: argparse.Namespace) -> None:
    """Fit what the attributor's judgement and the other statements add, by attributors trained without each fold."""
    folds = judged_subjects.material(given.data, starting_weights(given), epochs=given.epochs)
    tables = judged_subjects.fitted(list(folds))
    write(tables.judged, _table(given, judged_subjects.TARGET))
    write(tables.surrounding, _table(given, judged_subjects.SURROUNDING_TARGET))


def _table(given: argparse.Namespace, shipped: Path) -> Path:
    """Where a table goes: to the others that ship, or into another DIR."""
    return shipped if given.out == MODELS else Path(given.out) / shipped.name


MAKERS: dict[str, Callable[[argparse.Namespace], None]] = {
    "recogniser": make_recogniser,
    "attributor": make_attributor,
    "subject-weights": make_subject_weights,
    "claim-weights": make_claim_weights,
    "judged-weights": make_judged_weights,
}


def main() -> None:
    """Make the models that are asked for, all of them otherwise."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path, metavar="DATA")
    options.add_argument("--out", type=Path, default=MODELS, metavar="DIR", help="where the models go")
    options.add_argument("--epochs", type=int, default=EPOCHS, metavar="N")
    options.add_argument("--recogniser", type=Path, metavar="FILE", help="take this one instead of training it")
    options.add_argument(
        "--only", choices=list(MAKERS), help="make this alone (the recogniser it needs is that of --recogniser or DIR)"
    )
    given = options.parse_args()
    for name in [given.only] if given.only else MAKERS:
        MAKERS[name](given)


if __name__ == "__main__":
    main()
