"""The whole store as GraphML, for Gephi, networkx, yEd and their like: every node and relationship, as a stream."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from graph.contents import DocumentContents, documents_of, entities_of
from graph.ontology import EDGES, NODES, Properties, Type
from graph.records.reading import records_of
from graph.resolution.judging import all_judgements, row_of
from graph.store import Row, Store

_TYPES = {Type.STRING: "string", Type.INT: "long", Type.FLOAT: "double", Type.BOOL: "boolean", Type.STRINGS: "string"}
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NODE_PROPERTIES = {node.name: node.properties for node in NODES}
_EDGE_KINDS = {edge.name: edge for edge in EDGES}
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'


def export_graphml(store: Store) -> Iterator[bytes]:
    """The store as a directed GraphML graph; a node's id is its label and its id, lists of names are JSON."""
    for line in _document(store):
        yield line.encode()


def _document(store: Store) -> Iterator[str]:
    yield HEAD
    yield from _keys()
    yield '<graph id="streetgraph" edgedefault="directed">\n'
    for entity in entities_of(store):
        yield _node("Entity", entity)
    yield from (_node("Judgement", row_of(judgement)) for judgement in all_judgements(store.read))
    yield from (_node("Record", record) for record in records_of(store))
    for contents in documents_of(store):
        yield from _nodes(contents)
        yield from _edges(contents)
    for entity in entities_of(store):
        yield from (_edge(edge["relation"], entity["id"], edge["target"], edge) for edge in entity["edges"])
    yield "</graph>\n</graphml>\n"


def _keys() -> Iterator[str]:
    """What is declared of each property; its key is its name, led by `n_` or `e_`."""
    for target, kinds in (("node", NODES), ("edge", EDGES)):
        properties: Properties = {"label": Type.STRING}
        for kind in kinds:
            properties |= kind.properties
        for name, kind_of_value in properties.items():
            what = f'for="{target}" attr.name="{name}" attr.type="{_TYPES[kind_of_value]}"'
            yield f'<key id="{target[0]}_{name}" {what}/>\n'


def _nodes(contents: DocumentContents) -> Iterator[str]:
    yield _node("Document", contents.document)
    yield from (_node("Passage", row) for row in contents.passages)
    yield from (_node("Claim", row) for row in contents.claims)
    yield from (_node("Figure", row) for row in contents.figures)


def _edges(contents: DocumentContents) -> Iterator[str]:
    document_id = contents.document["id"]
    yield from (_edge("PART_OF", row["id"], document_id, row) for row in contents.passages)
    yield from (_edge("NAMES", document_id, row["entity_id"], row) for row in contents.namings)
    yield from (_edge("MENTIONS", row["passage_id"], row["entity_id"], row) for row in contents.mentions)
    for row in contents.claims:
        yield _edge("STATES", document_id, row["id"], row)
        yield _edge("MADE_BY", row["id"], row["speaker_id"], row)
        yield _edge("ON_BEHALF_OF", row["id"], row["org_id"], row)
    yield from (_edge("ABOUT", row["claim_id"], row["entity_id"], row) for row in contents.subjects)
    yield from (_edge("EVIDENCED_BY", row["claim_id"], row["passage_id"], row) for row in contents.evidence)
    for row in contents.figures:
        yield _edge("HAS_FIGURE", row["claim_id"], row["id"], row)
        yield _edge("MEASURES", row["id"], row["about_id"], row)
    for row in contents.same_story:
        if document_id < row["id"]:  # each link once
            yield _edge("SAME_STORY", document_id, row["id"], row)


def _node(label: str, row: Row) -> str:
    return f"<node id={_attribute(label, row['id'])}>{_data('n', label, _NODE_PROPERTIES[label], row)}</node>\n"


def _edge(name: str, source: str, target: str | None, row: Row) -> str:
    """The edge, or nothing where what it would lead to is not known."""
    if target is None:
        return ""
    kind = _EDGE_KINDS[name]
    ends = f"source={_attribute(kind.source, source)} target={_attribute(kind.target, target)}"
    return f"<edge {ends}>{_data('e', name, kind.properties, row)}</edge>\n"


def _data(prefix: str, label: str, properties: Properties, row: Row) -> str:
    values = {"label": label, **{name: row[name] for name in properties if row.get(name) is not None}}
    return "".join(f'<data key="{prefix}_{name}">{escape(as_xml(value))}</data>' for name, value in values.items())


def _attribute(label: str, node_id: str) -> str:
    return quoteattr(as_xml(f"{label}:{node_id}"))


def as_xml(value: object) -> str:
    """The value as characters that XML can hold."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return _NOT_XML.sub("\ufffd", text)
