"""All checks over one store."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from graph.doctor.finding import MOST, Check, Finding
from graph.doctor.identity import disagreeing_registers, lookalikes, namesakes, suspicious_merges
from graph.doctor.naming import conflicting_kinds, shared_names
from graph.doctor.structure import orphans, silent_documents
from graph.store import Reader


@dataclass(frozen=True, slots=True)
class Examination:
    """What every check found, worst first; of the checks in `cut` there is more."""

    findings: tuple[Finding, ...]
    cut: frozenset[Check]

    @property
    def is_damaged(self) -> bool:
        """Whether part of the store was lost."""
        return any(finding.is_damage for finding in self.findings)

    def by_check(self) -> dict[Check, list[Finding]]:
        """The findings of each check, those without any too."""
        return {check: [each for each in self.findings if each.check is check] for check in Check}


def examined(reader: Reader, *, listed: Collection[str] = frozenset()) -> Examination:
    """What there is to look at in a store; `listed` are the ids of reviewed reference data, of which no two are one."""
    found = {check: list(islice(findings, MOST + 1)) for check, findings in _checks(reader, listed)}
    return Examination(
        tuple(finding for findings in found.values() for finding in findings[:MOST]),
        frozenset(check for check, findings in found.items() if len(findings) > MOST),
    )


def _checks(reader: Reader, listed: Collection[str]) -> Iterator[tuple[Check, Iterable[Finding]]]:
    checks: dict[Check, Callable[[Reader], Iterable[Finding]]] = {
        Check.ORPHAN: orphans,
        Check.MERGE: suspicious_merges,
        Check.NAMESAKE: namesakes,
        Check.KINDS: conflicting_kinds,
        Check.REGISTERS: disagreeing_registers,
        Check.SHARED_NAME: shared_names,
        Check.LOOKALIKE: lambda reader: lookalikes(reader, listed),
        Check.SILENT_DOCUMENT: silent_documents,
    }
    return ((check, find(reader)) for check, find in checks.items())
