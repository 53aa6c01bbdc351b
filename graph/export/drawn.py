"""A piece of the graph in the forms that other programs draw: GraphML, and the node-link JSON of networkx."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from graph.explore.subgraph import Subgraph
from graph.export.as_graphml import HEAD, as_xml
from graph.store import Row

_NODE_TYPES = {"name": "string", "kind": "string", "tickers": "string", "hop": "long", "edges": "long", "more": "long"}
_LINK_TYPES = {
    **dict.fromkeys(("relation", "claim_id", "by_id", "by", "role", "published_at", "quote"), "string"),
    "document_id": "string",
    "edges": "long",
}


def subgraph_graphml(drawn: Subgraph) -> bytes:
    """The subgraph as a directed GraphML graph, every property declared, what is not known left out."""
    return "".join(_document(drawn)).encode()


def subgraph_node_link(drawn: Subgraph) -> Row:
    """The subgraph as `networkx.node_link_graph(data, edges="links")` takes it: a directed multigraph.

    The key of a link is its relation, of which there is one from one entity to another.
    """
    return {
        "directed": True,
        "multigraph": True,
        "graph": {"name": "streetgraph"},
        "nodes": [{"id": node["id"], **{name: node[name] for name in _NODE_TYPES}} for node in drawn.nodes],
        "links": [
            {
                "source": link["source_id"],
                "target": link["target_id"],
                "key": link["relation"],
                **{name: link[name] for name in _LINK_TYPES},
            }
            for link in drawn.links
        ],
    }


def _document(drawn: Subgraph) -> Iterator[str]:
    yield HEAD
    for prefix, target, types in (("n", "node", _NODE_TYPES), ("e", "edge", _LINK_TYPES)):
        for name, kind in types.items():
            yield f'<key id="{prefix}_{name}" for="{target}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '<graph id="streetgraph" edgedefault="directed">\n'
    for node in drawn.nodes:
        yield f"<node id={quoteattr(as_xml(node['id']))}>{''.join(_data('n', _NODE_TYPES, node))}</node>\n"
    for link in drawn.links:
        ends = f"source={quoteattr(as_xml(link['source_id']))} target={quoteattr(as_xml(link['target_id']))}"
        yield f"<edge {ends}>{''.join(_data('e', _LINK_TYPES, link))}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _data(prefix: str, names: Iterable[str], row: Row) -> Iterator[str]:
    for name in names:
        if row[name] is not None:
            yield f'<data key="{prefix}_{name}">{escape(as_xml(row[name]))}</data>'
