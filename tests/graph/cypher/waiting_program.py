"""A program for the workers of queries: it answers each request with that request, or waits if it says so."""

from __future__ import annotations

import signal
from typing import Any

from graph.cypher import frames


def main() -> None:
    """Answer until there are no more requests."""
    requests, answers = frames.pipes()
    frames.receive(requests, frames.LONGEST_REQUEST)
    frames.send(answers, {"confined": []})
    frames.answer_all(requests, answers, _answer)


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    if "wait" in request:
        signal.pause()
    return request
