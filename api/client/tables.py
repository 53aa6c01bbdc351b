"""Claims as a table."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import pandas

from api.client.connection import Connection


def frame_of(connection: Connection, query: Mapping[str, object]) -> pandas.DataFrame:
    """The claims with the column types that the server gives them, an empty table included."""
    response = connection.send("GET", "/v1/claims", {**query, "format": "parquet"})
    return pandas.read_parquet(BytesIO(response.content), dtype_backend="numpy_nullable")
