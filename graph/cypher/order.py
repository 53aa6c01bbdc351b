"""What may follow what in a reading query.

Two values never stand beside each other in Cypher: between them is a sign or a word that this knows. So a word that
begins some other clause has no place to stand, known to this file or not.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.cypher import caps, words
from graph.cypher.around import Around
from graph.cypher.escapes import Source
from graph.cypher.states import Bracket, Expected
from graph.cypher.tokens import Kind, Token
from graph.errors import CypherRefused

# After which signs one that stands between two values may have nothing on its left: `(:Entity)`, `[*1..3]`, `-->`.
_WITHOUT_LEFT = {":": ("(", "[", "|"), "*": ("[",), ">": ("-",), ".": ("{", ",")}
_AFTER_RETURN = ("ORDER", "SKIP", "OFFSET", "LIMIT", "UNION")
_CLOSES = {")": "(", "]": "[", "}": "{"}


class Order(Around):
    """Goes through the tokens once. After it, `names` tells which words are names, and `brackets` where each one is."""

    def __init__(self, source: Source, tokens: Sequence[Token]) -> None:
        super().__init__(tokens)
        self._source = source
        self._has_returned = [False]  # for the query and each subquery that is open
        self._closed: Bracket | None = None  # the last one that was
        self._expected = Expected.CLAUSE
        self.called: list[int] = []  # indexes of names that are called
        self.brackets: list[Bracket | None] = []  # for each token, the innermost that is open before it

    def check(self) -> None:
        """Raise CypherRefused at the first token that has no place in a reading query."""
        for index, token in enumerate(self._tokens):
            self.brackets.append(self._open[-1] if self._open else None)
            self._check_pair(index, token)
            if token.kind is Kind.WORD:
                self._word(index, token)
            elif token.kind is Kind.SIGN:
                self._sign(index, token)
            else:
                self._value(index, token)
        self._check_end()

    def _word(self, index: int, token: Token) -> None:
        if self._is_name(index):
            self.names.add(index)
            self._name(index)
        elif token.value in words.FORBIDDEN:
            raise self._refusal(token, f"{token.value} has no place in a reading query; a name takes back-ticks.")
        elif self._expected is Expected.VALUE and not self._is_keyword(index):
            self._name(index)
        else:
            self._keyword(index, token)

    def _name(self, index: int) -> None:
        is_called = self._next_is(index, "(")
        self._expected = Expected.VALUE if is_called else Expected.REST
        self.called += [index] if is_called else []

    def _is_keyword(self, index: int) -> bool:
        """Whether a word where a value may begin means something of its own."""
        token = self._tokens[index]
        if token.value in words.SUBQUERIES:
            return self._next_is(index, "{")
        if token.value in words.QUANTIFIERS:
            return self._next_word_is(index, "SHORTEST") or self._follows(index, "UNION")
        return token.value in words.KNOWN

    def _keyword(self, index: int, token: Token) -> None:
        if self._expected is Expected.CLAUSE and token.value not in words.STARTERS:
            raise self._refusal(token, f"{token.text} begins no reading query: use MATCH, UNWIND, WITH or RETURN.")
        if token.value in words.CLAUSES and not self._is_infix(index):
            self._clause(index, token)
        elif token.value in words.INFIXES | words.SORTINGS | words.OF_CASE or self._is_infix(index):
            self._continuation(index, token)
        else:
            self._beginning(index, token)

    def _clause(self, index: int, token: Token) -> None:
        if self._open and not self._is_in(Bracket.SUBQUERY):
            raise self._refusal(token, f"{token.value} cannot stand within brackets.")
        if self._expected is Expected.VALUE and not self._follows(index, "OPTIONAL"):
            raise self._refusal(token, f"A value is missing before {token.value}.")
        if self._has_returned[-1] and token.value not in _AFTER_RETURN:
            raise self._refusal(token, f"{token.value} cannot stand behind RETURN.")
        if token.value in ("RETURN", "UNION"):
            self._has_returned[-1] = token.value == "RETURN"
        is_new_query = token.value == "UNION" and not self._next_word_is(index, "ALL", "DISTINCT")
        self._expected = Expected.CLAUSE if is_new_query else Expected.VALUE

    def _continuation(self, index: int, token: Token) -> None:
        is_second = self._is_infix(index) or (token.value == "WHEN" and self._follows(index, "CASE"))
        if self._expected is not Expected.REST and not is_second:
            raise self._refusal(token, f"A value is missing before {token.value}.")
        if token.value == "END":
            self._close(token, Bracket.CASE)
        self._expected = Expected.REST if token.value in words.SORTINGS | {"END"} else Expected.VALUE

    def _beginning(self, index: int, token: Token) -> None:
        """A word that stands where a value begins."""
        if self._expected is Expected.REST:
            raise self._refusal(token, f"{token.text} has no place here: no reading clause is called so.")
        if token.value == "CASE":
            self._push(token, Bracket.CASE)
        is_new_query = token.value in ("ALL", "DISTINCT") and self._follows(index, "UNION")
        self._expected = Expected.CLAUSE if is_new_query else Expected.VALUE
        if token.value in words.CONSTANTS:
            self._expected = Expected.REST

    def _sign(self, index: int, token: Token) -> None:
        if token.text in _CLOSES:
            self._check_closing(index, token)
            self._close(token, *(kind for kind in Bracket if kind.value[-1] == _CLOSES[token.text]))
            self._expected = Expected.REST
        elif token.text in _CLOSES.values():
            self._opening(index, token)
        elif token.is_sign("*") and self._stands_for_all(index):
            self._expected = Expected.REST
        elif self._expected is Expected.CLAUSE:
            raise self._refusal(token, "A query begins with MATCH, UNWIND, WITH or RETURN.")
        else:
            self._check_operator(index, token)
            self._expected = Expected.VALUE

    def _check_closing(self, index: int, token: Token) -> None:
        before = self._at(index - 1)
        is_empty = before is not None and before.is_sign(*_CLOSES.values(), "..", "*")
        if self._expected is not Expected.REST and not is_empty:
            raise self._refusal(token, f"A value is missing before {token.text}.")

    def _stands_for_all(self, index: int) -> bool:
        before = self._at(index - 1)
        is_listed = any(self._follows(index, word) for word in ("RETURN", "WITH", "DISTINCT"))
        return is_listed or (before is not None and before.is_sign("(", "."))

    def _check_operator(self, index: int, token: Token) -> None:
        """Raise CypherRefused for a sign between two values that has none on its left."""
        before = self._at(index - 1)
        starts = before is not None and before.is_sign(*_WITHOUT_LEFT.get(token.text, ()))
        if token.is_sign("."):
            has_left = self._expected is Expected.REST and before is not None and before.kind is not Kind.NUMBER
            starts = starts and self._is_in(Bracket.MAP)
        else:
            has_left = self._expected is Expected.REST or token.is_sign("+", "-", "!", "..")
        if not has_left and not starts:
            raise self._refusal(token, f"A value is missing before {token.text}.")

    def _opening(self, index: int, token: Token) -> None:
        kind = self._kind_of(index, token)
        begins_clause = self._expected is Expected.CLAUSE and not (token.text == "(" and self._is_in(Bracket.SUBQUERY))
        if begins_clause or (self._expected is Expected.REST and not self._may_follow_value(index, token)):
            raise self._refusal(token, f"{token.text} has no place here.")
        self._push(token, kind)
        self._expected = Expected.VALUE
        if kind is Bracket.SUBQUERY:
            self._expected = Expected.CLAUSE
            self._has_returned.append(False)

    def _kind_of(self, index: int, token: Token) -> Bracket:
        before = self._at(index - 1)
        if token.text == "[":
            return Bracket.RELATIONSHIP if before is not None and before.is_sign("-") else Bracket.LIST
        if token.text == "{":
            return self._kind_of_brace(index)
        return Bracket.GROUP

    def _kind_of_brace(self, index: int) -> Bracket:
        before = self._at(index - 1)
        if any(self._follows(index, word) for word in words.SUBQUERIES):
            return Bracket.SUBQUERY
        return Bracket.QUANTIFIER if before is not None and before.is_sign(">", "-") else Bracket.MAP

    def _may_follow_value(self, index: int, token: Token) -> bool:
        """An index after any value, properties after a name or a length, a node after {1,3} or SHORTEST 1."""
        before = self._tokens[index - 1]
        if token.text == "[":
            return before.kind is not Kind.NUMBER
        if token.text == "{":
            return before.kind in (Kind.WORD, Kind.QUOTED, Kind.NUMBER)
        return self._closed is Bracket.QUANTIFIER if before.is_sign("}") else self._follows(index - 1, "SHORTEST")

    def _push(self, token: Token, kind: Bracket) -> None:
        if len(self._open) == caps.DEPTH:
            raise self._refusal(token, f"Brackets and CASE are nested at most {caps.DEPTH} deep.")
        self._open.append(kind)

    def _close(self, token: Token, *kinds: Bracket) -> None:
        if not self._open or self._open[-1] not in kinds:
            raise self._refusal(token, f"{token.text} closes nothing that is open here.")
        self._closed = self._open.pop()
        if self._closed is Bracket.SUBQUERY:
            self._has_returned.pop()

    def _value(self, index: int, token: Token) -> None:
        is_name_here = self._is_label(index) or self._follows(index, "MATCH")
        if self._expected is not Expected.VALUE or (is_name_here and token.kind is not Kind.QUOTED):
            raise self._refusal(token, f"{token.text[:40]} has no place here.")
        self._expected = Expected.REST

    def _check_pair(self, index: int, token: Token) -> None:
        before = self._at(index - 1)
        if before is None or before.kind is not Kind.WORD or index - 1 in self.names:
            return
        following = words.FOLLOWED_BY.get(before.value)
        if following and not token.is_word(*following):
            raise self._refusal(token, f"{before.value} is followed by {' or '.join(sorted(following))}.")

    def _check_end(self) -> None:
        if not self._tokens or self._expected is not Expected.REST or self._open:
            at = len(self._source.text)
            raise self._source.refusal(at, "The query ends too early." if self._tokens else "The query is empty.")
        if not self._has_returned[-1]:
            raise self._source.refusal(len(self._source.text), "The query returns nothing: it ends with RETURN.")

    def _refusal(self, token: Token, reason: str) -> CypherRefused:
        return self._source.refusal(token.at, reason)
