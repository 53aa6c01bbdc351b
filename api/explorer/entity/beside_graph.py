"""What stands beside and below the drawing: the words of a link, a name with its ways on, and all of it as a list."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from api.explorer.addresses import claim_address, entity_address
from api.explorer.drawn_graph import words_of
from api.explorer.markup import Words, box, icon, link
from api.explorer.visit import Visit
from graph.explore import Subgraph
from graph.store import Row

Opened = Callable[[str], Awaitable[None]]
_MOST_LISTED = 60


def of_link(visit: Visit, row: Row) -> None:
    """The newest words behind a link, and whose they are."""
    with box("p", "link-title"):
        link(row["source"], entity_address(row["source_id"], visit.moment), "claim-voice")
        Words("span", words_of(row["relation"]), "soft")
        link(row["target"], entity_address(row["target_id"], visit.moment), "claim-voice")
    if row["role"]:
        Words("p", row["role"], "soft")
    with box("blockquote", "words"):
        link(row["quote"], claim_address(row["claim_id"], visit.moment), "quote")
    who = f"{row['by']}, " if row["by"] else ""
    Words("p", f"{who}{row['published_at'] or 'no date'}", "soft small")
    if row["edges"] > 1:
        Words("p", f"The newest of {row['edges']:,} claims behind this line.", "soft small")
    link("In its words", claim_address(row["claim_id"], visit.moment), "button")


def of_node(visit: Visit, node: Row, drawn: Subgraph, *, is_open: bool, opened: Opened) -> None:
    """A name, how it hangs together with what is drawn, and ways on."""
    with box("p", "link-title"):
        Words("span", node["name"], "claim-voice")
        Words("span", node["kind"], f"chip {node['kind'].lower()}")
    with box("div", "row"):
        link("Open its page", entity_address(node["id"], visit.moment), "button primary")
        if not is_open:
            _button("Bring in its neighbours", "add", partial(opened, node["id"]))
        elif node["more"]:
            _button(f"+{node['more']:,} more", "add", partial(opened, f"more:{node['id']}"))
    with box("ul", "ties"):
        for row in [row for row in drawn.links if node["id"] in (row["source_id"], row["target_id"])][:8]:
            with box("li"):
                _line(visit, row)


def as_list(visit: Visit, drawn: Subgraph, opened: Opened) -> None:
    """The links with their words, and each name with a way to bring in its neighbours."""
    with box("ul", "names"):
        for node in drawn.nodes[:_MOST_LISTED]:
            with box("li"):
                _button(node["name"], "add", partial(opened, node["id"]), css=f"name {node['kind'].lower()}")
    with box("ul", "ties"):
        for row in drawn.links[:_MOST_LISTED]:
            with box("li"):
                _line(visit, row)
    left = max(len(drawn.links) - _MOST_LISTED, 0)
    if left:
        Words("p", f"{left:,} further links are in the drawing and in its GraphML.", "soft small")


def _line(visit: Visit, row: Row) -> None:
    words = f"{row['source']} {words_of(row['relation'])} {row['target']}"
    link(words, claim_address(row["claim_id"], visit.moment), "quiet")
    if row["published_at"]:
        Words("span", f" {row['published_at']}", "soft small")


def _button(text: str, symbol: str, act: Callable[[], Awaitable[None]], css: str = "button") -> None:
    with box("button", css, type="button").on("click", act):
        icon(symbol)
        Words("span", text)
