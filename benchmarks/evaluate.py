"""Score extraction against annotated articles: all of them, the seen, the held out, and by publisher.

    python -m benchmarks.evaluate [--out DIR] [--json] [--tier TIER] [--processes N]

The articles are those of ../shared/extraction, and 116 of ../shared/corpus that this repository annotates and that
nothing is trained on ("held-out corpus" and, annotated last, "held out later"). After the scores comes a table of what
kinds of error there are. `--out` keeps the predictions, one NAME.json for each article. Held-out articles
(tests/heldout*.txt) only ever show up as totals.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from functools import cache, partial
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from benchmarks.annotated import (
    DEV,
    GOLD,
    HELD_OUT_CORPUS,
    articles,
    by_publisher,
    held_out,
    held_out_corpus,
    is_available,
)
from benchmarks.taxonomy import Class, counted
from loaders.contract import to_json
from loaders.documents import read
from loaders.pipeline import Tier, extract
from loaders.processes import in_order

SHOWN = (
    *("entities", "organisations", "people", "indices", "roles", "pairs"),
    *("attributed_claims", "about", "stance", "figures"),
)
SPLIT = ("seen", "held out", *HELD_OUT_CORPUS)  # the groups whose errors are classed

Scores = dict[str, dict[str, float]]


class Group(NamedTuple):
    """Some articles and how they are read."""

    articles: int
    scores: Scores
    errors: Counter[Class]


def predict(
    names: Iterable[str], out: Path, tier: Tier = Tier.ACCURATE, *, folder: Path = DEV, processes: int = 1
) -> None:
    """Write the extraction of each article as NAME.json."""
    paths = [folder / f"{name}.txt" for name in names]
    found = in_order(partial(_prediction, tier), paths, processes=processes)
    for path, text in zip(paths, found, strict=True):
        (out / f"{path.stem}.json").write_text(text, encoding="utf-8")


def _prediction(tier: Tier, path: Path) -> str:
    return json.dumps(to_json(extract(read(path), tier=tier)), ensure_ascii=False, indent=1)


def score(names: Iterable[str], predictions: Path, *, folder: Path = DEV) -> Scores:
    """What score.py makes of these articles."""
    with tempfile.TemporaryDirectory() as chosen:
        for name in names:
            for suffix in (".txt", ".gold.json"):
                (Path(chosen) / f"{name}{suffix}").symlink_to((folder / f"{name}{suffix}").absolute())
        command = [sys.executable, str(GOLD / "score.py"), chosen, str(predictions), "--json"]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    scores: Scores = json.loads(done.stdout)
    return scores


def measure(out: Path, tier: Tier = Tier.ACCURATE, *, processes: int = 1) -> dict[str, Group]:
    """Each group of articles with its size, scores and errors; all articles of the development set first."""
    names = articles()
    predict(names, out, tier, processes=processes)
    groups = {
        "all": names,
        "seen": [name for name in names if name not in held_out()],
        "held out": [name for name in names if name in held_out()],
        **by_publisher(names),
    }
    found = {label: _group(label, members, out, DEV) for label, members in groups.items() if members}
    for label in HELD_OUT_CORPUS:
        with tempfile.TemporaryDirectory() as corpus:
            if members := held_out_corpus(label, Path(corpus)):
                predict(members, out, tier, folder=Path(corpus), processes=processes)
                found[label] = _group(label, members, out, Path(corpus))
    return found


def _group(label: str, members: list[str], out: Path, folder: Path) -> Group:
    errors = counted(scorer(), members, folder, out) if label in SPLIT else Counter[Class]()
    return Group(len(members), score(members, out, folder=folder), errors)


@cache
def scorer() -> ModuleType:
    """The scorer as a module, for its ways of comparing."""
    found = importlib.util.spec_from_file_location("score", GOLD / "score.py")
    assert found is not None
    assert found.loader is not None
    scorer = importlib.util.module_from_spec(found)
    found.loader.exec_module(scorer)
    return scorer


def table(measured: dict[str, Group]) -> str:
    """F1 of each label by group, and precision and recall over all."""
    rows = [f"{'F1':30}{'articles':>9}" + "".join(f"{label[:10]:>11}" for label in SHOWN)]
    for label, group in measured.items():
        rows.append(f"{label[:29]:30}{group.articles:9d}" + _cells([group.scores[one]["f1"] for one in SHOWN]))
    scores = measured["all"].scores
    rows += [
        f"{f'all, {side}':39}" + _cells([scores[label][side] for label in SHOWN]) for side in ("precision", "recall")
    ]
    return "\n".join(rows)


def _cells(values: list[float]) -> str:
    return "".join(f"{value:11.3f}" for value in values)


def errors_table(measured: dict[str, Group]) -> str:
    """How many errors of each class the groups have, the most frequent of each part first."""
    groups = [label for label in SPLIT if label in measured]
    rows = [f"{'errors':48}" + "".join(f"{label:>18}" for label in groups)]
    every = sum((measured[label].errors for label in groups), Counter[Class]())
    for part, side, what in sorted(every, key=lambda one: (one[0], one[1], -every[one], one[2])):
        cells = "".join(f"{measured[label].errors[part, side, what]:18d}" for label in groups)
        rows.append(f"{part:10}{side:8}{what:30}{cells}")
    return "\n".join(rows)


def to_plain(measured: dict[str, Group]) -> dict[str, Any]:
    """The same for JSON: errors as part → missed or wrong → class → count."""
    return {
        label: {"articles": group.articles, "scores": group.scores, "errors": _nested(group.errors)}
        for label, group in measured.items()
    }


def _nested(errors: Counter[Class]) -> dict[str, dict[str, dict[str, int]]]:
    found: dict[str, dict[str, dict[str, int]]] = {}
    for (part, side, what), count in sorted(errors.items()):
        found.setdefault(part, {}).setdefault(side, {})[what] = count
    return found


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, help="keep the predictions in this folder")
    parser.add_argument("--json", action="store_true", help="print scores and errors as one JSON object")
    parser.add_argument("--tier", type=Tier, choices=list(Tier), default=Tier.ACCURATE, help="how to read them")
    parser.add_argument("--processes", type=int, default=1, metavar="N", help="how many read at the same time")
    return parser.parse_args()


def main() -> int:
    given = options()
    if not is_available():
        print(f"No annotated articles in {GOLD}: nothing to score against.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        out = given.out or Path(folder)
        out.mkdir(parents=True, exist_ok=True)
        start = time.perf_counter()
        measured = measure(out, given.tier, processes=given.processes)
    if given.json:
        print(json.dumps(to_plain(measured)))
    else:
        print(f"{table(measured)}\n\n{errors_table(measured)}")
        print(f"{time.perf_counter() - start:.1f} s", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
