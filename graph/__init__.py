"""What is known and where it is kept.

A reader begins with `graph.model` (what is read out of documents), `graph.ontology` (what it becomes in the graph) and
`graph.explore` (what can be asked).
"""

from graph.ingest import Ingested, Status, ingest, remove
from graph.opening import open_store
from graph.store import Row, Store

__all__ = ["Ingested", "Row", "Status", "Store", "ingest", "open_store", "remove"]
