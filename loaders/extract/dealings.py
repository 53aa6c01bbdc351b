"""What ties two names together beside roles and pairs: ownership, partnership, membership of an index, products."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from graph.model import RelationType
from loaders.extract.annotations import Link
from loaders.extract.constituents import constituents, products
from loaders.extract.holdings import holdings
from loaders.extract.partners import partners
from loaders.extract.relation_ends import clauses, link

NAME = "streetgraph_dealings"
_FINDERS = (
    (RelationType.OWNS, holdings),
    (RelationType.PARTNER_OF, partners),
    (RelationType.CONSTITUENT_OF, constituents),
    (RelationType.MAKES, products),
)


@Language.component(NAME, requires=["doc.spans", "doc.sents"], assigns=["doc._.relations"])
def streetgraph_dealings(doc: Doc) -> Doc:
    """Add a link for each, once a document; partners are one link whichever comes first."""
    found: dict[tuple[str, ...], Link] = {}
    for clause in clauses(doc):
        for kind, find in _FINDERS:
            for made in (link(kind, clause, one) for one in find(clause)):
                if made.source != made.target:
                    found.setdefault(_key(made), made)
    doc._.relations = [*doc._.relations, *found.values()]
    return doc


def _key(made: Link) -> tuple[str, ...]:
    ends = (made.source, made.target)
    return (made.type.value, *(sorted(ends) if made.type is RelationType.PARTNER_OF else ends))
