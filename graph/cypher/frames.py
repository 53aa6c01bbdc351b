"""Messages between processes: JSON behind its length: no end is guessed, nothing but data comes over."""

from __future__ import annotations

import json
from typing import Any, BinaryIO

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
