"""Streetgraph in a notebook: `%load_ext api.notebook` brings `%%cypher`, and `draw` shows a piece of the graph,
and `marked` a document with all that was read out of it.

    from api.client import Streetgraph
    from api.client.local import own_server
    from api.notebook import draw

    graph = Streetgraph(own_server())
    draw(graph.subgraph("BABA", hops=1))

Needs the extra `notebook`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.notebook.drawing import Drawing, draw
from api.notebook.marked import Marked, marked

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

__all__ = ["Drawing", "Marked", "draw", "load_ipython_extension", "marked"]


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Bring `%%cypher` to the notebook; IPython calls this."""
    from api.notebook.magic import CypherMagic

    shell.register_magics(CypherMagic)
