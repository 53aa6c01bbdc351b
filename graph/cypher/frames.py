"""Messages between processes: JSON behind its length: no end is guessed, nothing but data comes over."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from typing import Any, BinaryIO

LONGEST_REQUEST = 1 << 22
_WIDTH = 8


def send(stream: BinaryIO, message: dict[str, Any]) -> None:
    """Write a message."""
    body = json.dumps(message, ensure_ascii=False).encode()
    stream.write(len(body).to_bytes(_WIDTH, "big") + body)
    stream.flush()


def receive(stream: BinaryIO, most_bytes: int) -> dict[str, Any] | None:
    """The next message, or nothing if the other side is gone or sends more than that."""
    head = stream.read(_WIDTH)
    length = int.from_bytes(head, "big")
    if len(head) < _WIDTH or length > most_bytes:
        return None
    body = stream.read(length)
    return dict(json.loads(body)) if len(body) == length else None


def answer_all(requests: BinaryIO, answers: BinaryIO, answer: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    """Answer requests until there are no more."""
    while (request := receive(requests, LONGEST_REQUEST)) is not None:
        send(answers, answer(request))


def pipes() -> tuple[BinaryIO, BinaryIO]:
    """Requests and answers of this process; what a library writes to standard output goes nowhere."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1):
        os.dup2(nowhere, descriptor)
    return requests, answers
