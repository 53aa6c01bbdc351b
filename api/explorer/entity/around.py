"""The graph around an entity: a click brings its neighbours in, the words of a link stand beside it."""

from __future__ import annotations

from asyncio import Lock
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from nicegui import ui

from api.explorer import states
from api.explorer.addresses import entity_address
from api.explorer.chart import Chart
from api.explorer.choices import toggles
from api.explorer.drawn_graph import MORE, graph_options, key_of, words_of
from api.explorer.entity.beside_graph import as_list, of_link, of_node
from api.explorer.markup import Words, box, icon
from api.explorer.view_state import ViewState
from api.explorer.visit import Visit
from graph import explore
from graph.explore import Subgraph
from graph.explore.links import RELATIONS
from graph.export import subgraph_graphml
from graph.model import Kind
from graph.store import Row


class Around:
    """The drawing with what belongs to it: filters, a panel, a list that says the same, and ways to take it along."""

    def __init__(self, visit: Visit, entity: Row, state: ViewState) -> None:
        self.visit, self.entity, self.state = visit, entity, state
        self.drawn = Subgraph([], [])
        self.turn = Lock()
        self.seen: set[str] = set()  # kinds and relations, each of which can be chosen

    @property
    def opened(self) -> list[str]:
        """The ids that were opened, the entity's own first."""
        return [self.entity["id"], *self.state.several("open")]

    async def build(self) -> None:
        """Draw it for the first time."""
        self.drawn = await self._asked()
        self.filters = box("div", "filters")
        self._offer_filters()
        with box("div", "around"):
            self.chart = Chart(
                self._options(), label=f"The graph around {self.entity['name']}: the list below says the same"
            )
            self.chart.on_pick(self.picked, self.picked_twice)
            with box("aside", "beside", aria_label="What is chosen in the drawing", aria_live="polite") as self.panel:
                pass
        self._tools()
        with box("details", "as-table"):
            self.summary = Words("summary", "")
            self.listed = box("div")
        await self._tell()

    async def picked(self, kind: str, data: dict[str, Any]) -> None:
        """A node is opened, or the next of its neighbours come in; of a link the words are shown."""
        if kind == "edge":
            if "key" in data:
                self.state.set(at=data["key"])
                self.chart.show(self._options())
                await self._tell()
        elif kind == "node":
            await self.open(str(data["id"]))

    async def picked_twice(self, kind: str, data: dict[str, Any]) -> None:
        """The page of a node."""
        if kind == "node" and not data["id"].startswith(MORE):
            ui.navigate.to(entity_address(data["id"], self.visit.moment))

    async def open(self, node_id: str) -> None:
        """Bring in the neighbours of an entity; of one that is open already, only if its node for more was clicked."""
        entity_id = node_id.removeprefix(MORE)
        if node_id.startswith(MORE) or entity_id not in self.opened:
            self.state.set(open=[*self.state.several("open"), entity_id], at=entity_id)
            await self._again()
        else:
            self.state.set(at=entity_id)
            await self._tell()

    async def undo(self) -> None:
        """Take back what was opened last."""
        self.state.set(open=self.state.several("open")[:-1], at="")
        await self._again()

    async def _filter(self, name: str, value: str) -> None:
        self.state.set(**{name: sorted(set(self.state.several(name)) ^ {value})})
        await self._again()

    async def _again(self) -> None:
        async with self.turn:  # who clicks twice is shown the second last
            self.drawn = await self._asked()
            self._offer_filters()
            self.chart.show(self._options())
            await self._tell()

    async def _asked(self) -> Subgraph:
        return await self.visit.ask(
            explore.expansion,
            self.opened,
            relation=",".join(self.state.several("relation")) or None,
            kinds=self.state.several("kind"),
            moment=self.visit.moment,
        )

    def _options(self) -> dict[str, Any]:
        return graph_options(self.drawn, opened=set(self.opened), selected=self.state.one("at"))

    def _offer_filters(self) -> None:
        """The kinds and relations that were drawn so far; those of colours serve as a legend as well."""
        kinds, relations = self.state.several("kind"), self.state.several("relation")
        drawn = {node["kind"] for node in self.drawn.nodes} | {link["relation"] for link in self.drawn.links}
        if self.seen >= (seen := {*drawn, *kinds, *relations}):
            return
        self.seen |= seen
        self.filters.clear()
        with self.filters:
            of_kinds = {kind.value: kind.value for kind in Kind if kind in self.seen}
            toggles(of_kinds, kinds, partial(self._filter, "kind"), label="Kinds", dots=True)
            of_relations = {one: words_of(one) for one in RELATIONS if one in self.seen}
            toggles(of_relations, relations, partial(self._filter, "relation"), label="Relations")

    def _tools(self) -> None:
        with box("div", "tools"):
            self.undoing = _tool("undo", "Undo", self.undo)
            _tool("image", "PNG", lambda: self.chart.save(f"{self.entity['id']}.png"))
            _tool("account_tree", "GraphML", self._save_graphml)
            self.told = Words("span", "", "soft small", role="status")

    def _save_graphml(self) -> None:
        ui.download.content(subgraph_graphml(self.drawn), f"{self.entity['id']}.graphml", "application/graphml+xml")

    async def _tell(self) -> None:
        """Bring all that is beside the drawing up to date."""
        self.undoing.props["disabled"] = not self.state.several("open")
        self.undoing.update()
        self.told.set_text(" ".join((_extent(self.drawn), *self.drawn.warnings)))
        self.summary.set_text(f"As a list: {_extent(self.drawn)}")
        self.listed.clear()
        with self.listed:
            as_list(self.visit, self.drawn, self.open)
        self.panel.clear()
        with self.panel:
            await self._chosen()

    async def _chosen(self) -> None:
        """What is shown of the node or the link that was chosen."""
        at = self.state.one("at")
        node = next((node for node in self.drawn.nodes if node["id"] == at), None)
        link = next((link for link in self.drawn.links if key_of(link) == at), None)
        if link is not None:
            of_link(self.visit, link)
        elif node is not None:
            of_node(self.visit, node, self.drawn, is_open=at in self.opened, opened=self.open)
        elif len(self.drawn.nodes) < 2:
            states.empty(
                "Nothing is linked with it.", "With fewer filters, or on a later day, there may be more.", symbol="hub"
            )
        else:
            _how_to()


def _how_to() -> None:
    with box("div", "how-to"):
        for symbol, text in (
            ("touch_app", "Click a name to bring in its neighbours, twice to open its page."),
            ("format_quote", "Click a line to read the words behind it."),
            ("open_with", "Drag names apart, turn the wheel to come nearer."),
        ):
            with box("p"):
                icon(symbol)
                Words("span", text)


def _extent(drawn: Subgraph) -> str:
    names, links = len(drawn.nodes), len(drawn.links)
    return f"{names:,} name{'' if names == 1 else 's'}, {links:,} link{'' if links == 1 else 's'}."


def _tool(symbol: str, text: str, act: Callable[[], Awaitable[None] | None]) -> Words:
    with box("button", "button", type="button").on("click", act) as button:
        icon(symbol)
        Words("span", text)
    return button
