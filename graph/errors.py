"""What can go wrong, in the words of the graph. The ways in decide how each is shown."""

from __future__ import annotations


class GraphError(Exception):
    """Any failure that a user can act on; its text says what was wrong and what to do."""


class EntityNotFound(GraphError):
    """No entity has this id, name, alias or ticker."""

    def __init__(self, reference: str, nearest: tuple[str, ...] = ()) -> None:
        self.reference, self.nearest = reference, nearest
        hint = f" Did you mean {', '.join(nearest)}?" if nearest else ""
        super().__init__(f"No entity is called {reference!r}.{hint}")


class AmbiguousName(GraphError):
    """Several entities go by this name."""

    def __init__(self, reference: str, candidates: tuple[str, ...]) -> None:
        self.reference, self.candidates = reference, candidates
        super().__init__(f"{reference!r} may be {' or '.join(candidates)}: use one of these ids.")


class DocumentNotFound(GraphError):
    """No document has this id."""


class ClaimNotFound(GraphError):
    """No claim has this id."""


class JudgementNotFound(GraphError):
    """No judgement has this id."""


class OneAlready(GraphError):
    """The two names that are to be judged lead to one entity."""


class JudgementConflict(GraphError):
    """Two ids are judged to be different, while other judgements make them one; `judgement_id` is the former."""

    def __init__(self, left: str, right: str, kept: str, judgement_id: str) -> None:
        self.judgement_id = judgement_id
        super().__init__(
            f"{left} and {right} cannot be two: other judgements make both one, {kept}."
            f" That they are different is judgement {judgement_id}."
        )


class RegisterNotFound(GraphError):
    """No records of this register are in the store."""

    def __init__(self, source: str, known: tuple[str, ...]) -> None:
        held = f"it has records of {', '.join(known)}" if known else "it has none of any"
        super().__init__(f"The store has no records of a register {source!r}; {held}.")


class QueryNotFound(GraphError):
    """No query file has this name."""


class QueryInvalid(GraphError):
    """A query file breaks the rules of its header."""


class ParameterInvalid(GraphError):
    """A parameter is missing, unknown or of the wrong type."""


class StoreUnavailable(GraphError):
    """The store cannot be opened or reached."""


class StoreMissing(StoreUnavailable):
    """There is no store at this address yet."""


class SchemaMismatch(GraphError):
    """The store was written with another version of the schema."""


class QueryFailed(GraphError):
    """The engine could not run a query."""


class CypherRefused(GraphError):
    """A query of a user asks for more than reading, or for too much at once; `line` and `column` count from 1."""

    def __init__(self, reason: str, *, line: int, column: int) -> None:
        self.line, self.column = line, column
        super().__init__(f"Line {line}, column {column}: {reason}")


class CypherFailed(GraphError):
    """The engine does not understand a query of a user, or cannot run it."""


class CypherTimedOut(GraphError):
    """A query of a user took longer than it may, and was ended."""


class CypherBusy(GraphError):
    """As many queries of users run as may."""


class ExtractionInvalid(GraphError):
    """What was read out of a document contradicts itself, so nothing of it is stored."""


class EvidenceMismatch(ExtractionInvalid):
    """Words that are quoted do not stand in the document where they are said to stand."""
