"""The relations of a document as the tests compare them."""

from collections.abc import Callable

from spacy.tokens import Doc

from graph.model import RelationType

Read = Callable[[str], Doc]


def roles(doc: Doc) -> set[tuple[str, str, str | None]]:
    """Who holds a position where, with its wording."""
    return {(link.source, link.target, link.role) for link in doc._.relations if link.type is RelationType.HAS_ROLE_AT}


def pairs(doc: Doc) -> set[tuple[str, str, str | None]]:
    """Who is set against whom, with the source."""
    links = [link for link in doc._.relations if link.type is RelationType.BENCHMARKED_AGAINST]
    return {(link.source, link.target, link.by) for link in links}
