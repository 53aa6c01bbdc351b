"""`streetgraph reference`: what registers say of companies, from files that the user has."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.failures import PARTIAL
from api.cli.options import JsonFlag
from api.cli.output import print_json
from api.cli.program import program
from api.cli.session import Session, session_of
from api.errors import UsageWrong
from loaders.errors import DocumentUnreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from graph.records import Record
    from graph.records.keeping import Kept
    from graph.store import Store
    from loaders.reference.entries import Entry

MOST_SHOWN = 10  # rows that are wrong; --json has up to MOST_KEPT of them, and how many there are
MOST_KEPT = 1000


@dataclass(slots=True)
class Referred:
    """What came of one file."""

    file: str
    register: str = ""
    source: str = ""
    records: int = 0  # that were read
    left_out: int = 0  # of these, because nothing that is known is called so
    kept: Kept | None = None
    wrong_rows: int = 0
    faults: list[dict[str, Any]] = field(default_factory=list)
    failure: str = ""

    def summary(self) -> dict[str, Any]:
        """The same, as a JSON document says it."""
        kept = asdict(self.kept) if self.kept else {"added": 0, "changed": 0, "unchanged": 0, "entities": 0}
        told = {name: getattr(self, name) for name in ("file", "register", "source", "records", "left_out")}
        return {**told, **kept, "wrong_rows": self.wrong_rows, "faults": self.faults, "failure": self.failure or None}


def reference(
    context: typer.Context,
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE…",
            help="The SEC's company_tickers.json, GLEIF's LEI golden copy and its list of ISINs (CSV), results of "
            "OpenFIGI (JSON), the market codes of ISO 10383 (CSV), or tables of names with the columns id, label, "
            "aliases (CSV, JSON). Told apart by what is in them; zip and gzip are unpacked.",
        ),
    ] = None,
    source: Annotated[str, typer.Option(metavar="NAME", help="What to call a table of names; else as its file.")] = "",
    all_: Annotated[bool, typer.Option("--all", help="Keep of GLEIF also those that nobody has named so far.")] = False,
    take_back: Annotated[str, typer.Option(metavar="NAME", help="Take out all that this register said.")] = "",
    json: JsonFlag = False,
) -> None:
    """Add identifiers, tickers and names from registers to entities; without a file, list the registers in the store.

    Records stay in the store, so that documents that come later find them. The same file again changes nothing.
    """
    session = session_of(context)
    if bool(files) and bool(take_back):
        raise UsageWrong("Give files, or --take-back with a name, not both.")
    if take_back:
        _take_back(session, take_back, json=json)
    elif files:
        _keep_all(session, files, source, keeps_all=all_, json=json)
    else:
        _list(session, json=json)


def _keep_all(session: Session, files: list[Path], source: str, *, keeps_all: bool, json: bool) -> None:
    with session.store(make=True) as store:
        done = [_referred(store, file, source, keeps_all=keeps_all) for file in files]
    if json:
        print_json({"data": {"files": [each.summary() for each in done]}})
    else:
        for each in done:
            _show(session, each)
    failed = [each for each in done if each.failure or each.wrong_rows]
    raise typer.Exit(0 if not failed else 1 if all(each.failure for each in done) else PARTIAL)


def _referred(store: Store, path: Path, source: str, *, keeps_all: bool) -> Referred:
    from graph.records.keeping import keep
    from graph.records.reading import forms_held
    from loaders.reference.known import worth_keeping
    from loaders.reference.registers import opened

    done = Referred(str(path))
    try:
        with opened(path, source=source) as (register, entries):
            done.register, done.source = register.title, register.source
            picks = register.lists_everybody and not keeps_all
            wanted = worth_keeping(forms_held(store)) if picks else _everything
            done.kept = keep(store, _records(entries, wanted, done))
    except DocumentUnreadable as problem:
        done.failure = f"{path} {problem}"
    except OSError as problem:
        done.failure = f"{path} cannot be read: {problem.strerror or problem}."
    return done


def _everything(_: Record) -> bool:
    return True


def _records(entries: Iterable[Entry], wanted: Callable[[Record], bool], done: Referred) -> Iterator[Record]:
    """The records that are kept; what is wrong with rows is noted."""
    from loaders.reference.entries import RowFault

    for entry in entries:
        if isinstance(entry, RowFault):
            done.wrong_rows += 1
            if len(done.faults) < MOST_KEPT:
                done.faults.append(asdict(entry))
            continue
        done.records += 1
        if wanted(entry):
            yield entry
        else:
            done.left_out += 1


def _show(session: Session, done: Referred) -> None:
    if done.failure:
        print(f"Error: {done.failure}\nTry:   {program()} reference --help", file=sys.stderr)
        return
    assert done.kept is not None
    counts = asdict(done.kept)
    became = ", ".join(f"{counts[name]:,} {name}" for name in ("added", "changed", "unchanged") if counts[name])
    print(f"{done.file}: {done.register}, {done.records:,} records: {became or 'none kept'}")
    if done.left_out:
        session.say(f"  {done.left_out:,} left out, for nothing that is known is called so; --all keeps them")
    for fault in done.faults[:MOST_SHOWN]:
        print(f"Error: {done.file}, row {fault['row']}: {fault['reason']}", file=sys.stderr)
    if done.wrong_rows > MOST_SHOWN:
        print(f"Error: {done.wrong_rows - MOST_SHOWN:,} more rows are wrong; --json names them", file=sys.stderr)
    if counts["entities"]:
        session.say(f"  {counts['entities']:,} entities looked at anew. Ask: {program()} entity NAME")


def _take_back(session: Session, name: str, *, json: bool) -> None:
    from graph.records.keeping import take_back

    with session.store() as store:
        taken = take_back(store, name)
    if json:
        print_json({"data": {"source": name, "taken_back": taken}})
    else:
        print(f"{taken:,} records of {name} taken back")


def _list(session: Session, *, json: bool) -> None:
    from api.cli.tables import any_rows
    from graph.records.reading import sources

    with session.store() as store:
        rows = sources(store)
    if json:
        print_json({"data": rows})
    elif rows:
        session.out.print(any_rows(rows, session.out.width))
    else:
        session.say(f"No registers yet. Try: {program()} reference company_tickers.json")
