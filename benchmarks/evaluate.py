"""Score extraction against the annotated articles in ../shared: all of them, the seen, the held out, and by publisher.

    python -m benchmarks.evaluate [--out DIR] [--json]

`--out` keeps the predictions, one NAME.json for each article. Held-out articles (tests/heldout.txt) only ever show up
as totals.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from loaders.contract import to_json
from loaders.documents import read
from loaders.pipeline import Tier, extract

ROOT = Path(__file__).parent.parent
GOLD = ROOT.parent / "shared" / "extraction"
HELD_OUT = ROOT / "tests" / "heldout.txt"
SHOWN = (
    *("entities", "organisations", "people", "indices", "roles", "pairs"),
    *("attributed_claims", "about", "stance", "figures"),
)

Scores = dict[str, dict[str, float]]


def is_available() -> bool:
    """True where the annotated articles stand beside the checkout."""
    return (GOLD / "score.py").is_file() and any(articles())


def articles() -> list[str]:
    """The names of all annotated articles, in order."""
    return sorted(path.name.removesuffix(".gold.json") for path in (GOLD / "dev").glob("*.gold.json"))


def held_out() -> frozenset[str]:
    """The names of the articles that nobody reads while working on extraction."""
    lines = HELD_OUT.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def predict(names: Iterable[str], out: Path, tier: Tier = Tier.ACCURATE) -> None:
    """Write the extraction of each article as NAME.json."""
    for name in names:
        found = to_json(extract(read(GOLD / "dev" / f"{name}.txt"), tier=tier))
        (out / f"{name}.json").write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")


def score(names: Iterable[str], predictions: Path) -> Scores:
    """What score.py makes of these articles."""
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            for suffix in (".txt", ".gold.json"):
                (Path(folder) / f"{name}{suffix}").symlink_to(GOLD / "dev" / f"{name}{suffix}")
        command = [sys.executable, str(GOLD / "score.py"), folder, str(predictions), "--json"]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    scores: Scores = json.loads(done.stdout)
    return scores


def by_publisher(names: Iterable[str]) -> dict[str, list[str]]:
    """The articles of each publisher; those of publishers with one article stand together."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        found[read(GOLD / "dev" / f"{name}.txt").publisher or "unknown"].append(name)
    single = [names[0] for names in found.values() if len(names) == 1]
    several = {publisher: names for publisher, names in sorted(found.items()) if len(names) > 1}
    return {**several, "publishers with one article": single} if single else several


def measure(out: Path, tier: Tier = Tier.ACCURATE) -> dict[str, tuple[int, Scores]]:
    """The scores of each group of articles with its size; all articles first."""
    names = articles()
    predict(names, out, tier)
    groups = {
        "all": names,
        "seen": [name for name in names if name not in held_out()],
        "held out": [name for name in names if name in held_out()],
        **by_publisher(names),
    }
    return {group: (len(members), score(members, out)) for group, members in groups.items() if members}


def table(measured: dict[str, tuple[int, Scores]]) -> str:
    """F1 of each label by group, and precision and recall over all."""
    rows = [f"{'F1':30}{'articles':>9}" + "".join(f"{label[:10]:>11}" for label in SHOWN)]
    for group, (size, scores) in measured.items():
        rows.append(f"{group[:29]:30}{size:9d}" + "".join(f"{scores[label]['f1']:11.3f}" for label in SHOWN))
    everything = measured["all"][1]
    rows += [_line(f"all, {side}", [everything[label][side] for label in SHOWN]) for side in ("precision", "recall")]
    return "\n".join(rows)


def _line(head: str, values: list[float]) -> str:
    return f"{head:39}" + "".join(f"{value:11.3f}" for value in values)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, help="keep the predictions in this folder")
    parser.add_argument("--json", action="store_true", help="print the scores as one JSON object")
    parser.add_argument("--tier", type=Tier, choices=list(Tier), default=Tier.ACCURATE, help="how to read them")
    options = parser.parse_args()
    if not is_available():
        print(f"No annotated articles in {GOLD}: nothing to score against.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        out = options.out or Path(folder)
        out.mkdir(parents=True, exist_ok=True)
        start = time.perf_counter()
        measured = measure(out, options.tier)
    if options.json:
        print(json.dumps({group: {"articles": size, "scores": scores} for group, (size, scores) in measured.items()}))
    else:
        print(table(measured))
        print(f"{len(articles())} articles in {time.perf_counter() - start:.1f} s", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
