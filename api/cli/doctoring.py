"""`streetgraph doctor`: what in the graph deserves a look, and what to type about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from api.cli.failures import NOT_VERIFIED
from api.cli.options import JsonFlag
from api.cli.output import print_json
from api.cli.program import program, typed
from api.cli.session import Session, session_of

if TYPE_CHECKING:
    from rich.console import RenderableType

    from graph.doctor import Examination, Finding

MOST_SHOWN = 10  # of a check; --json has up to 1,000
_NEXT = {
    "orphan": "streetgraph entity {0}",
    "silent document": "streetgraph remove {0}",
    "kinds that conflict": "streetgraph entity {0}",
    "name of several": "streetgraph entity {0}",
    "suspicious merge": "streetgraph judge --undo {2}",
    "may be two": "streetgraph neighbors {0} --relation has_role_at",
    "may be one": "streetgraph review --entity {0}",
    "registers that disagree": "streetgraph reference names.csv",
}
_NEXT_OF_DAMAGE = "streetgraph verify"


def doctor(context: typer.Context, json: JsonFlag = False) -> None:
    """Look for suspicious merges, lookalikes, loose ends, conflicting kinds, shared names and silent documents.

    It ends with 5 if part of the store is lost, and else with 0, whatever there is to look at.
    """
    from api.listed import listed_ids
    from graph.doctor import examined

    session = session_of(context)
    with session.store() as store:
        found = examined(store, listed=listed_ids())
    if json:
        print_json({"data": _summary(found)})
    else:
        _show(session, found)
    raise typer.Exit(NOT_VERIFIED if found.is_damaged else 0)


def next_step(finding: Finding) -> str:
    """What to type about a finding."""
    return _NEXT_OF_DAMAGE if finding.is_damage else _NEXT[finding.check].format(*finding.ids)


def _summary(found: Examination) -> dict[str, Any]:
    return {
        "is_damaged": found.is_damaged,
        "checks": [
            {"check": check, "findings": len(findings), "truncated": check in found.cut}
            for check, findings in found.by_check().items()
        ],
        "findings": [
            {
                "check": each.check,
                "ids": list(each.ids),
                "what": each.what,
                "is_damage": each.is_damage,
                "next": next_step(each),
            }
            for each in found.findings
        ],
    }


def _show(session: Session, found: Examination) -> None:
    for check, findings in found.by_check().items():
        if findings:
            more = "more than " if check in found.cut else ""
            session.out.print(_table(f"{check}: {more}{len(findings):,}", findings))
            if len(findings) > MOST_SHOWN:
                session.say(f"  {len(findings) - MOST_SHOWN:,} more of these: {program()} doctor --json")
    if not found.findings:
        print("Nothing to look at.")


def _table(title: str, findings: list[Finding]) -> RenderableType:
    from api.cli.tables import plain_table

    table = plain_table("What", "Try", title=title)
    for each in findings[:MOST_SHOWN]:
        table.add_row(each.what, typed(next_step(each)))
    return table
