"""A claim in its words: who says it, of what, with which figures, and what else was said."""

from __future__ import annotations

from collections.abc import Iterator

from nicegui import ui

from api.explorer.addresses import document_address
from api.explorer.citation_box import citation_box
from api.explorer.claim_facts import figure_table, read_out
from api.explorer.claim_lines import DOCUMENT_ITSELF, claim_list, stance_chip
from api.explorer.frame import titled
from api.explorer.marked_text import Mark, Named, Said, numbers_of, words
from api.explorer.markup import Words, box, icon, link
from api.explorer.showing import shown
from api.explorer.spans import Span
from api.explorer.styles import script, style
from api.explorer.visit import Visit
from graph import explore
from graph.store import Row

_BESIDE = (
    ("superseded_by", "Later, the same voice said"),
    ("supersedes", "Before that, the same voice said"),
    ("contradicts", "Others say otherwise"),
)


@shown("/claim/{claim_id}")
async def build(visit: Visit, claim_id: str) -> None:
    """The page."""
    claim = await visit.ask(explore.claim, claim_id, moment=visit.moment)
    around = await visit.ask(explore.paragraph, claim["document_id"], claim["start"], claim["end"])
    titled(_heading(claim))
    style("heads.css")
    style("reading.css")
    script("figure_light.js")
    with box("div", "page wide"):
        _head(claim)
        with box("div", "two-columns"):
            with box("div", "stack"):
                _words(visit, claim, around)
                _beside(visit, claim)
            with box("aside", "stack", aria_label="About this claim"):
                read_out(visit, claim)
                with box("section", "card", aria_labelledby="cite"):
                    Words("h2", "Cite", id="cite")
                    citation_box(claim)


def _heading(claim: Row) -> str:
    about = ", ".join(one["name"] for one in claim["about"] if one["id"] != claim["speaker_id"])
    return " on ".join(filter(None, (claim["speaker"] or claim["org"] or DOCUMENT_ITSELF, about)))


def _head(claim: Row) -> None:
    with box("header", "page-head"):
        Words("p", f"Claim · {claim['type']}", "eyebrow")
        Words("h1", _heading(claim))
        with box("p", "facts soft"):
            stance_chip(claim["stance"])
            if claim["published_at"]:
                Words("time", claim["published_at"], datetime=claim["published_at"])
            Words("span", claim["publisher"] or "")
            if not claim["is_current"]:
                Words("span", "no longer held: something later took its place", "chip")


def _words(visit: Visit, claim: Row, around: Row) -> None:
    """The paragraph with the claim in it, and the way to the rest of the document."""
    with box("section", "card in-words", aria_label="In its words"):
        _key(claim)
        marks = list(_marks(claim, around))
        shown_words = words(around["text"], around["start"], marks, visit.moment)
        with box("blockquote", "passage"):
            before, after = ("… " if around[f"is_cut_{side}"] else "" for side in ("before", "after"))
            Words("span", before)
            ui.html(shown_words, sanitize=False, tag="span")
            Words("span", after)
        with box("p", "source"):
            address = document_address(claim["document_id"], visit.moment, claim=claim["claim_id"])
            with link("", address, "source-link"):
                icon("article")
                Words("span", claim["title"] or "The document")
            if claim["page"]:
                Words("span", f"page {claim['page']}", "soft")
        figure_table(visit, claim)


def _marks(claim: Row, around: Row) -> Iterator[Span[Mark]]:
    """The words of the claim, its figures, and whoever plays a part in it, wherever the paragraph names them."""
    parts = dict.fromkeys((one["id"] for one in claim["about"]), "subject")
    parts |= dict.fromkeys((claim["org_id"], claim["speaker_id"]), "speaker")
    yield Span(claim["start"], claim["end"], Said(claim["claim_id"], claim["stance"]))
    yield from numbers_of(claim)
    for one in around["mentions"]:
        part = parts.get(one["entity_id"], "other")
        yield Span(one["start"], one["end"], Named(one["entity_id"], one["name"], one["kind"], part))


def _key(claim: Row) -> None:
    """What the marks in the words mean; only those that are there."""
    entries = [("words", "the claim", f"said {claim['stance']}")]
    if claim["speaker_id"]:
        entries.append(("voice", "who says it", "named speaker"))
    if claim["about"]:
        entries.append(("subject", "what it is about", "named subject"))
    if claim["figures"]:
        entries.append(("number", "its figures", "number"))
    with box("ul", "legend", aria_label="What the marks mean"):
        for _, text, css in entries:
            with box("li"):
                Words("span", text, css)


def _beside(visit: Visit, claim: Row) -> None:
    """What the same voice said before and later, and what others say."""
    for name, title in _BESIDE:
        if claim[name]:
            with box("section", "card", aria_labelledby=name):
                Words("h2", title, id=name)
                claim_list(visit, claim[name], label=title)
