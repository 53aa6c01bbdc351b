"""How a piece of the graph is drawn: what ECharts is told of its nodes and links."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from api.explorer.chart import Options
from graph.explore import Subgraph
from graph.store import Row

MORE = "more:"  # before the id of an entity: the node that stands for its further neighbours
BETWEEN = "~"  # the parts of the key of a link
_SMALLEST, _LARGEST = 16, 46
_PLAIN = "SPEAKS_ABOUT"  # of which there are many; the others are drawn stronger
_MANY = 30  # nodes: beyond it only the names of the larger ones are written


def graph_options(drawn: Subgraph, *, opened: set[str], selected: str = "") -> Options:
    """The options of a drawing with one node for each entity, and one for what is left out of each that is open."""
    nodes = [_node(node, node["id"] in opened, node["id"] == selected) for node in drawn.nodes]
    more = list(_more(drawn.nodes))
    series = {
        "id": "around",
        "type": "graph",
        "layout": "force",
        "roam": True,
        "draggable": True,
        "data": nodes + [node for node, _ in more],
        "links": [_link(link, key_of(link) == selected) for link in drawn.links] + [link for _, link in more],
        "force": _force(len(nodes)),
        "label": {"show": True, "position": "right", "color": "var(--ink)", "fontSize": 12, "distance": 4, **_OUTLINE},
        "labelLayout": {"hideOverlap": len(nodes) >= _MANY},
        "edgeSymbol": ["none", "arrow"],
        "edgeSymbolSize": 7,
        "autoCurveness": True,
        "emphasis": {"focus": "adjacency", "lineStyle": {"width": 3}},
        "scaleLimit": {"min": 0.25, "max": 5},
    }
    return {"tooltip": _TOOLTIP, "series": [series], "animationDurationUpdate": 500}


def _force(number: int) -> dict[str, Any]:
    """How strongly the nodes push each other away: few of them fill the room as many do."""
    strength = 2200 / max(number, 4) ** 0.6
    return {
        "repulsion": strength,
        "gravity": 0.12,
        "edgeLength": [strength / 9, strength / 4],
        "layoutAnimation": False,
    }


_OUTLINE = {"textBorderColor": "var(--page)", "textBorderWidth": 3}  # so that a line may pass behind a name
_TOOLTIP = {
    "confine": True,
    "backgroundColor": "var(--card)",
    "borderColor": "var(--line)",
    "textStyle": {"color": "var(--ink)", "fontSize": 13},
    "extraCssText": "max-width:22rem;white-space:normal",
}


def words_of(relation: str) -> str:
    """The relation as it is read: `benchmarked against`."""
    return relation.lower().replace("_", " ")


def _node(node: Row, is_open: bool, is_selected: bool) -> dict[str, Any]:
    edges = node["edges"] or 0
    size = min(_SMALLEST + 4 * edges**0.5, _LARGEST)
    return {
        "id": node["id"],
        "name": node["name"],
        "symbolSize": round(size + (6 if is_open else 0)),
        "itemStyle": {
            "color": f"var(--{node['kind'].lower()})",
            "borderColor": "var(--ink)" if is_selected else "var(--card)",
            "borderWidth": 3 if is_selected else 2,
        },
        "label": {"fontWeight": "bold" if is_open else "normal"},
        "hint": [node["name"], node["kind"], f"{edges:,} link{'' if edges == 1 else 's'} in the graph"],
    }


def _more(nodes: list[Row]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """For each open entity with neighbours that are not drawn, a node that says how many, and the way to it."""
    for node in nodes:
        if not node["more"]:
            continue
        yield (
            {
                "id": f"{MORE}{node['id']}",
                "name": f"+{node['more']:,} more",
                "symbol": "circle",
                "symbolSize": 14,
                "itemStyle": {
                    "color": "var(--card)",
                    "borderColor": "var(--strong-line)",
                    "borderType": "dashed",
                    "borderWidth": 2,
                },
                "label": {"color": "var(--soft)"},
                "hint": [f"{node['more']:,} more around {node['name']}", "Click to see the next"],
            },
            {
                "source": node["id"],
                "target": f"{MORE}{node['id']}",
                "symbol": ["none", "none"],
                "lineStyle": {"type": "dotted", "color": "var(--strong-line)", "width": 1},
            },
        )


def key_of(link: Row) -> str:
    """Which link it is, as the address of the page says it."""
    return BETWEEN.join((link["source_id"], link["target_id"], link["relation"]))


def _link(link: Row, is_selected: bool) -> dict[str, Any]:
    is_plain = link["relation"] == _PLAIN
    claims = f"{link['edges']:,} claims, the newest of {link['published_at'] or 'no day'}" if link["edges"] > 1 else ""
    role = f" ({link['role']})" if link["role"] else ""
    return {
        "source": link["source_id"],
        "target": link["target_id"],
        "key": key_of(link),
        "lineStyle": {
            "color": "var(--ink)" if is_selected else "var(--strong-line)" if is_plain else "var(--accent)",
            "width": min(1 + link["edges"] ** 0.5 / 2, 5) + (2.5 if is_selected else 0),
            "opacity": 1 if is_selected else 0.55 if is_plain else 0.85,
        },
        "hint": [
            f"{link['source']} {words_of(link['relation'])} {link['target']}{role}",
            claims,
            "Click for the words",
        ],
    }
