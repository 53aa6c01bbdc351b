"""Large batches as Arrow tables, where Arrow is installed: ladybug reads them ten times as fast as lists of maps.

It makes a type of its own for each map in a list; a table has one for all.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from graph.queries import Query
from graph.store import Row

if TYPE_CHECKING:
    import pyarrow

FEWEST = 300  # rows: of fewer, no list takes as long as Arrow does to begin with
_FROM_TABLE = "LOAD FROM $rows"  # in place of the line that takes the list apart: the one column is called `r` too


def tabled(query: Query, bound: Row) -> tuple[str, Row]:
    """The text and the parameters of a query: the same as are given, or others with a table in place of many rows."""
    text = query.text_with(bound)
    if query.begins_at != "rows" or len(bound["rows"]) < FEWEST or not has_arrow():
        return text, bound
    _, _, rest = text.partition("\n")
    return f"{_FROM_TABLE}\n{rest}", {**bound, "rows": _table(bound["rows"])}


@cache
def has_arrow() -> bool:
    """Whether Arrow is installed. It is loaded when it is first needed, since that takes a third of a second."""
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        return False
    return True


def _table(rows: list[Row]) -> pyarrow.Table:
    import pyarrow

    return pyarrow.table({"r": pyarrow.array(rows, type=_typed(pyarrow.infer_type(rows)))})


def _typed(kind: Any) -> pyarrow.DataType:  # noqa: ANN401 - Arrow's types have none
    """The type with texts where only nulls and empty lists tell of a column: in a batch nothing else may be null."""
    import pyarrow

    if pyarrow.types.is_null(kind):
        return pyarrow.string()
    if pyarrow.types.is_list(kind):
        return pyarrow.list_(_typed(kind.value_type))
    if pyarrow.types.is_struct(kind):
        return pyarrow.struct([(field.name, _typed(field.type)) for field in kind])
    return kind
