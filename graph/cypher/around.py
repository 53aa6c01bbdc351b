"""What stands around a token: before it, behind it, and which bracket it is in."""

from __future__ import annotations

from collections.abc import Sequence

from graph.cypher.states import Bracket
from graph.cypher.tokens import Kind, Token


class Around:
    """Looks left and right of a token, and knows which words left of it are names."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._open: list[Bracket] = []
        self.names: set[int] = set()  # indexes of words that are names, whatever else they could mean

    def _is_name(self, index: int) -> bool:
        """Whether the word can only be a name: of a property, a label, a column or the key of a map."""
        before = self._at(index - 1)
        if before is None or before.kind not in (Kind.SIGN, Kind.WORD):
            return False
        if before.is_sign(":"):
            return self._is_label(index)
        return before.is_sign(".") or self._follows(index, "AS") or self._is_key(index)

    def _is_label(self, index: int) -> bool:
        before = self._at(index - 1)
        return before is not None and before.is_sign(":") and not self._is_key(index - 2)

    def _is_key(self, index: int) -> bool:
        """Whether the key of a map stands here."""
        before = self._at(index - 1)
        return (
            self._is_in(Bracket.MAP) and before is not None and before.is_sign("{", ",") and self._next_is(index, ":")
        )

    def _is_infix(self, index: int) -> bool:
        """Whether it is the WITH of STARTS WITH."""
        before = self._at(index - 1)
        return self._tokens[index].value == "WITH" and before is not None and before.is_word("STARTS", "ENDS")

    def _is_in(self, kind: Bracket) -> bool:
        return bool(self._open) and self._open[-1] is kind

    def _at(self, index: int) -> Token | None:
        return self._tokens[index] if 0 <= index < len(self._tokens) else None

    def _follows(self, index: int, word: str) -> bool:
        before = self._at(index - 1)
        return before is not None and before.is_word(word) and index - 1 not in self.names

    def _next_is(self, index: int, sign: str) -> bool:
        after = self._at(index + 1)
        return after is not None and after.is_sign(sign)

    def _next_word_is(self, index: int, *expected: str) -> bool:
        after = self._at(index + 1)
        return after is not None and after.is_word(*expected)
