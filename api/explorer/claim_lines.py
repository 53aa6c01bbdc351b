"""Claims in a list: who says what of whom, when, on which side, with which numbers; the words lead to the claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from api.amounts import amount
from api.explorer.addresses import claim_address, entity_address
from api.explorer.markup import Words, box, link
from api.explorer.visit import Visit
from graph.store import Row

DOCUMENT_ITSELF = "The document itself"
_MOST_FIGURES = 4


def claim_list(visit: Visit, claims: Iterable[Row], *, own: str = "", label: str = "Claims") -> None:
    """The claims, one below the other; `own` is the entity of the page, which need not be named each time."""
    with box("ul", "claims", aria_label=label):
        for claim in claims:
            with box("li", f"claim {claim['stance']}"):
                claim_line(visit, claim, own=own)


def claim_line(visit: Visit, claim: Row, *, own: str = "") -> None:
    """One claim."""
    with box("div", "claim-head"):
        voice(visit, claim)
        Words("span", claim["type"], "claim-type")
        _subjects(visit, [one for one in claim.get("about", ()) if one["id"] not in (own, claim["speaker_id"])])
        stance_chip(claim["stance"])
        if claim["published_at"]:
            Words("time", claim["published_at"], "claim-day", datetime=claim["published_at"])
    quote_link(visit, claim)
    figure_chips(claim, own=own)


def voice(visit: Visit, claim: Row) -> None:
    """Who says so, and for whom."""
    if claim["speaker_id"] is None:
        Words("span", DOCUMENT_ITSELF, "claim-voice soft")
        return
    link(claim["speaker"], entity_address(claim["speaker_id"], visit.moment), "claim-voice")
    if claim["org_id"] and claim["org_id"] != claim["speaker_id"]:
        with box("span", "soft"):
            Words("span", "for ")
            link(claim["org"], entity_address(claim["org_id"], visit.moment), "quiet")


def stance_chip(stance: str | None) -> None:
    """On which side, in words as well as in its colour; nothing where it takes none."""
    if stance in ("positive", "negative"):
        Words("span", stance, f"chip {stance}")


def quote_link(visit: Visit, claim: Row) -> None:
    """The exact words with their numbers set off, as the way to the claim in its document."""
    with link("", claim_address(claim["claim_id"], visit.moment), "quote"):
        for words, is_figure in _pieces(claim):
            Words("b" if is_figure else "span", words)


def figure_chips(claim: Row, *, own: str = "") -> None:
    """What is measured, of what unless that is the entity of the page, and the number."""
    if not (figures := claim.get("figures", ())):
        return
    with box("div", "figures"):
        for figure in figures[:_MOST_FIGURES]:
            with box("span", "figure"):
                Words("span", measured(figure, own=own))
                Words("b", amount(figure))
        if len(figures) > _MOST_FIGURES:
            Words("span", f"+{len(figures) - _MOST_FIGURES} more", "figure")


def measured(figure: Row, *, own: str = "") -> str:
    """What a figure measures: `index target CSI 300 (previous), 2025H1`."""
    about = figure.get("about") if figure.get("about_id") != own else None
    basis = f"({figure['basis'].replace('_', ' ')})" if figure.get("basis") else None
    return " ".join(filter(None, (figure["metric"].replace("_", " "), about, basis, figure.get("period"))))


def _subjects(visit: Visit, subjects: list[Row]) -> None:
    if not subjects:
        return
    with box("span", "soft"):
        Words("span", "on ")
        for number, one in enumerate(subjects):
            if number:
                Words("span", ", ")
            link(one["name"], entity_address(one["id"], visit.moment), "quiet")


def _pieces(claim: Row) -> Iterator[tuple[str, bool]]:
    """The quote cut where its figures begin and end, each piece with whether it is a figure."""
    quote, at = claim["quote"], 0
    for start, end in sorted(_spans(claim)):
        if start >= at:
            yield from ((quote[at:start], False), (quote[start:end], True))
            at = end
    yield quote[at:], False


def _spans(claim: Row) -> Iterator[tuple[int, int]]:
    """Where the figures stand in the quote."""
    for figure in claim.get("figures", ()):
        start, end = figure["start"] - claim["start"], figure["end"] - claim["start"]
        if 0 <= start < end <= len(claim["quote"]):
            yield start, end
