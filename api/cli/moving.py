"""Commands that make a store ready and move it between engines: init-store, copy."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.failures import NOT_VERIFIED, complain
from api.cli.options import JsonFlag
from api.cli.output import print_json
from api.cli.session import Session, session_of
from api.errors import UsageWrong

if TYPE_CHECKING:
    from graph.copying import Comparison, Copying
    from graph.store import Store

From = Annotated[str, typer.Option("--from", metavar="ADDRESS", help="The store to read: ladybug:PATH or Bolt.")]
To = Annotated[str, typer.Option("--to", metavar="ADDRESS", help="The store to write, made if it is not there.")]


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy came to."""

    plan: Copying
    documents: Counter[str]
    comparison: Comparison

    def summary(self) -> dict[str, Any]:
        """The same, as a JSON document says it."""
        return {
            "documents": {
                "copied": self.documents.total() - self.documents["gone"],
                "already_there": self.plan.documents - len(self.plan.wanted),
                "only_in_target": len(self.plan.surplus),
            },
            "equal": self.comparison.is_equal,
            "source": self.comparison.source,
            "target": self.comparison.target,
        }


def init_store(context: typer.Context, json: JsonFlag = False) -> None:
    """Make the store ready: constraints and indexes on Neo4j, a file on ladybug. Doing it again changes nothing."""
    from graph.ontology import SCHEMA_VERSION
    from graph.opening import init_store as made

    session = session_of(context)
    store = made(session.settings.store, access=session.settings.neo4j_access)
    store.close()
    if json:
        print_json({"data": {"address": store.address, "engine": store.engine, "schema_version": SCHEMA_VERSION}})
    else:
        print(f"{store.address} is ready: schema version {SCHEMA_VERSION}")


def copy(context: typer.Context, source: From, target: To, json: JsonFlag = False) -> None:
    """Copy a whole store into another, as from a file to Neo4j. If it is cut off, run it again: it goes on."""
    session = session_of(context)
    with session.store(source) as read_from, session.store(target, make=True) as written_to:
        if read_from.address == written_to.address:
            raise UsageWrong(f"{read_from.address} cannot be copied into itself.")
        copied = _copied(session, read_from, written_to)
    if json:
        print_json({"data": copied.summary()})
    else:
        _show(copied, source, target)
    raise typer.Exit(0 if copied.comparison.is_equal else NOT_VERIFIED)


def _copied(session: Session, source: Store, target: Store) -> Copied:
    from api.cli.progress import tracked
    from graph.copying import compared, copying

    plan = copying(source, target)
    plan.copy_judgements()
    plan.copy_records()
    done = Counter(str(plan.copy(document_id) or "gone") for document_id in tracked(plan.wanted, session))
    session.say("Comparing both stores …")
    return Copied(plan, done, compared(source, target))


def _show(copied: Copied, source: str, target: str) -> None:
    counts = copied.summary()["documents"]
    print(f"Documents: {counts['copied']:,} copied, {counts['already_there']:,} there already")
    if copied.comparison.is_equal:
        held = copied.comparison.target
        nodes, relationships = (sum(held[part].values()) for part in ("nodes", "relationships"))
        print(f"Equal:     {nodes:,} nodes, {relationships:,} relationships, sha256 {held['sha256']}")
    elif surplus := copied.plan.surplus:
        reason = f"{target} also holds {len(surplus):,} documents that {source} does not, such as {surplus[0]}."
        complain(reason, f"streetgraph remove {surplus[0]} --store {target}")
    elif judged := copied.plan.surplus_judgements:
        reason = f"{target} also holds {len(judged):,} judgements that {source} does not, such as {judged[0]}."
        complain(reason, f"streetgraph judge --undo {judged[0]} --store {target}")
    else:
        complain(
            f"{source} and {target} differ: one of them was written to meanwhile.",
            f"streetgraph copy --from {source} --to {target}",
        )
