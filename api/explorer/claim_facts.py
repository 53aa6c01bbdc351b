"""What was read out of the words of a claim, term by term."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from api.amounts import amount
from api.explorer.addresses import entity_address
from api.explorer.claim_lines import DOCUMENT_ITSELF
from api.explorer.markup import Words, box, link
from api.explorer.visit import Visit
from graph.store import Row


def read_out(visit: Visit, claim: Row) -> None:
    """Who, for whom, of what, how firmly, until when; and by what it was read, and when."""
    with box("section", "card", aria_labelledby="read-out"):
        Words("h2", "What was read out", id="read-out")
        with box("dl", "terms"):
            _term("Who says so", lambda: _who(visit, claim["speaker_id"], claim["speaker"]))
            if claim["org_id"] and claim["org_id"] != claim["speaker_id"]:
                _term("On behalf of", lambda: _who(visit, claim["org_id"], claim["org"]))
            if claim["about"]:
                _term("About", lambda: _subjects(visit, claim["about"]))
            for name, value in _plain(claim):
                _term(name, partial(Words, "span", value))


def figure_table(visit: Visit, claim: Row) -> None:
    """The figures, each lit in the words while it is pointed at."""
    if not claim["figures"]:
        return
    with box("table", "figure-table"):
        Words("caption", "Figures", "hidden")
        with box("thead"), box("tr"):
            for name in ("What", "Of", "Value"):
                Words("th", name, scope="col")
        with box("tbody"):
            for figure in claim["figures"]:
                _figure(visit, figure)


def _figure(visit: Visit, figure: Row) -> None:
    with box("tr", "", tabindex="0", data_figure=figure["id"]):
        with box("td"):
            Words("span", figure["metric"].replace("_", " "))
            Words("span", ", ".join(filter(None, (_basis(figure), figure["period"]))), "figure-detail")
        with box("td"):
            if figure["about_id"]:
                link(figure["about"], entity_address(figure["about_id"], visit.moment), "quiet")
        Words("td", amount(figure), "amount")


def _basis(figure: Row) -> str:
    return (figure["basis"] or "").replace("_", " ")


def _plain(claim: Row) -> list[tuple[str, str]]:
    """The terms that are words, as far as there is something to say."""
    known = {
        "Kind": claim["type"],
        "Stance": claim["stance"],
        "How firmly": claim["modality"],
        "Until": claim["horizon"],
        "Last day of that": claim["horizon_end"],
        "Said": claim["published_at"],
        "Recorded": f"{claim['recorded_at'][:16].replace('T', ' ')} UTC",
        "Last confirmed": f"{claim['last_confirmed_at'][:16].replace('T', ' ')} UTC",
        "Read by": f"{claim['extractor']}, version {claim['extractor_version']}",
        "How sure": f"{claim['confidence']:.0%}",
    }
    return [(name, value) for name, value in known.items() if value]


def _term(name: str, show: Callable[[], object]) -> None:
    Words("dt", name)
    with box("dd"):
        show()


def _who(visit: Visit, entity_id: str | None, name: str | None) -> None:
    if entity_id is None:
        Words("span", DOCUMENT_ITSELF)
    else:
        link(str(name), entity_address(entity_id, visit.moment))


def _subjects(visit: Visit, subjects: list[Row]) -> None:
    with box("ul", "subjects"):
        for one in subjects:
            with box("li"):
                link(one["name"], entity_address(one["id"], visit.moment))
