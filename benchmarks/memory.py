"""How much memory reading takes as documents go by: `python -m benchmarks.memory [--documents N] [--tier TIER]`.

All documents are different; a line every so often tells the megabytes that the process holds, and the processor time.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from time import process_time

from benchmarks.documents import WORDS, generated
from loaders.pipeline import Tier, extract, warm_up

LINES = 20  # of the curve


def megabytes() -> float:
    """What this process holds in memory (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=20_000, metavar="N", help="how many (default 20,000)")
    parser.add_argument("--tier", type=Tier, choices=list(Tier), default=Tier.FAST, help="how to read them")
    parser.add_argument("--words", type=int, default=WORDS, metavar="N", help=f"of a document (default {WORDS})")
    given = parser.parse_args()
    warm_up(given.tier)
    print(f"{'documents':>9}{'megabytes':>11}{'CPU seconds':>13}", flush=True)
    for number, document in enumerate(generated(given.documents, words=given.words)):
        if number % max(given.documents // LINES, 1) == 0:
            print(f"{number:9,}{megabytes():11.1f}{process_time():13.1f}", flush=True)
        extract(document, tier=given.tier)
    print(f"{given.documents:9,}{megabytes():11.1f}{process_time():13.1f}")


if __name__ == "__main__":
    main()
