"""`%%cypher`: a question of one's own, answered with a table or a drawing. It only reads, whoever is asked."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from typing import Any

from IPython.core.error import UsageError
from IPython.core.magic import Magics, cell_magic, magics_class
from IPython.core.magic_arguments import argument, magic_arguments, parse_argstring
from IPython.display import display

from api.client import Problem, Streetgraph
from api.notebook.answers import Answered, answered
from api.notebook.drawing import draw
from graph.cypher import Console, parameters_in
from graph.errors import GraphError
from graph.store import Store

INTO = "<<"


@magics_class
class CypherMagic(Magics):
    """The magic, for IPython to register."""

    @magic_arguments()
    @argument("name", nargs="*", help="`NAME <<` keeps the answer under this name instead of showing it.")
    @argument("--client", default="graph", help="The variable that holds the Streetgraph to ask; `graph` if not given.")
    @argument("--store", help="Or the variable that holds an open store, to be asked without a server.")
    @cell_magic
    def cypher(self, line: str, cell: str) -> object:
        """Ask in Cypher. A `$name` in the query takes the value of the variable `name`.

        Nodes, relationships and paths are drawn; all else is a DataFrame. A query that would write is refused.
        """
        asked = parse_argstring(self.cypher, line)
        name = _name_in(asked.name)
        assert self.shell is not None
        variables = self.shell.user_ns
        found = _answer(_asked_of(variables, asked.store or asked.client), cell, variables)
        if name is None:
            return _shown(found)
        variables[name] = found.table if found.graph is None else found.graph
        return None


def _name_in(words: list[str]) -> str | None:
    """The NAME of `NAME <<`."""
    match words:
        case []:
            return None
        case [name, into] if into == INTO and name.isidentifier():
            return name
    raise UsageError(f"%%cypher takes `NAME {INTO}`, not {' '.join(words)!r}.")


def _asked_of(variables: Mapping[str, Any], name: str) -> Streetgraph | Store:
    asked: Streetgraph | Store | None = variables.get(name)
    if asked is None:
        raise UsageError(f"There is no {name!r} to ask: make one, as in {name} = Streetgraph('http://localhost:8000').")
    return asked


def _answer(asked: Streetgraph | Store, query: str, variables: Mapping[str, Any]) -> Answered:
    """The answer; what the server or the guard refuses is told in one line, without a traceback."""
    given = {name: _sent(variables[name]) for name in parameters_in(query) if name in variables}
    try:
        if isinstance(asked, Streetgraph):
            rows = asked.cypher(query, **given)
            return answered(rows.columns, rows.rows)
        with closing(Console(asked)) as console:
            answer = console.ask(query, given)
            return answered(answer.columns, answer.rows)
    except (Problem, GraphError) as problem:
        raise UsageError(str(problem)) from problem


def _sent(value: object) -> object:
    """A variable as a parameter: days and times as the graph writes them, several values as a list."""
    if isinstance(value, list | tuple | set | frozenset):
        return [_sent(one) for one in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def _shown(found: Answered) -> object:
    """A table or a drawing; of both, the table is displayed first."""
    if found.graph is None:
        return found.table
    if len(found.table.columns):
        display(found.table)
    return draw(found.graph)
