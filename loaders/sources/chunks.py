"""A file on its way to another process: pieces behind their lengths, an empty one at its end. No end is guessed."""

from __future__ import annotations

import io
from typing import Any, BinaryIO

PIECE = 1 << 20
_WIDTH = 4


def send(file: BinaryIO, pipe: BinaryIO) -> None:
    """Write the rest of the file."""
    while piece := file.read(PIECE):
        pipe.write(len(piece).to_bytes(_WIDTH, "big") + piece)
    pipe.write(bytes(_WIDTH))
    pipe.flush()


class Incoming(io.RawIOBase):
    """The file as it comes in, which can be read once and in order."""

    def __init__(self, pipe: BinaryIO) -> None:
        self._pipe = pipe
        self._left = 0  # of the piece at hand
        self._is_over = False

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - as the base class has it
        """How many bytes there were; none at the end of the file."""
        if not self._left and not self._is_over:
            self._left = int.from_bytes(self._pipe.read(_WIDTH), "big")
            self._is_over = not self._left
        if self._is_over:
            return 0
        piece = self._pipe.read(min(len(buffer), self._left))
        self._left -= len(piece)
        self._is_over = not piece
        buffer[: len(piece)] = piece
        return len(piece)

    def pass_over(self) -> None:
        """Let go of what nobody has read."""
        while self.read(PIECE):
            pass
