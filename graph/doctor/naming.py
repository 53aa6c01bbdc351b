"""Names and kinds that do not go together: one form for several entities, one entity of several kinds."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from graph.doctor.finding import MOST, Check, Finding
from graph.names import names_of
from graph.reference import fitting, ids_of
from graph.store import Reader

_BOTH_ORGANISATIONS = {"Company", "Institution"}


def conflicting_kinds(reader: Reader) -> Iterator[Finding]:
    """Entities that documents take for things that cannot be one; a bank may be a company and an institution."""
    for row in reader.read("doctor.kinds", limit=MOST + 1):
        if {row["kind"], row["other"]} <= _BOTH_ORGANISATIONS:
            continue
        documents = "1 document takes" if row["documents"] == 1 else f"{row['documents']} documents take"
        what = f"{row['id']} is a {row['kind'].lower()}, but {documents} it for a {row['other'].lower()}."
        yield Finding(Check.KINDS, (row["id"], row["document_id"]), what)


def shared_names(reader: Reader) -> Iterator[Finding]:
    """Forms by which nobody can be asked for, because several entities go by them and none has it as its name."""
    names = names_of(reader, now=True)
    by_owners: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for form in _shared_forms(reader):
        by_id = [row for one in ids_of(form) if (row := names.by_id(one)) is not None]
        if len(meant := fitting(form, by_id, names.called(form))) > 1:
            by_owners[tuple(row["id"] for row in meant)].append(form)
    for several, forms in sorted(by_owners.items()):
        written = ", ".join(map(repr, sorted(forms)))
        yield Finding(Check.SHARED_NAME, several, f"{written} may be {' or '.join(several)}.")


def _shared_forms(reader: Reader) -> Iterator[str]:
    held = Counter(form for row in reader.read("entities.keys") for form in row["keys"])
    return (form for form, number in held.items() if number > 1)
