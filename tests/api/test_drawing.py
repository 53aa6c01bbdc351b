"""Drawings: a widget where scripts run, a picture that needs nothing where they do not."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.notebook import draw
from api.notebook.colours import fills
from api.notebook.layout import MOST
from graph.model import Kind
from graph.ontology import NODES

SVG = "{http://www.w3.org/2000/svg}"
WIDGET = "application/vnd.jupyter.widget-view+json"


@pytest.fixture
def pair() -> networkx.MultiDiGraph[str]:
    """A bank, two companies, and what it says about them."""
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    graph.add_node("ubs", name="UBS", kind="Institution")
    graph.add_node("alibaba", name="Alibaba", kind="Company")
    graph.add_node("amazon", name="Amazon", kind="Company")
    graph.add_edge("alibaba", "amazon", relation="BENCHMARKED_AGAINST", quote="UBS sets <Alibaba> against Amazon")
    graph.add_edge("ubs", "alibaba", relation="SPEAKS_ABOUT", quote="UBS sets Alibaba against Amazon")
    graph.add_edge("ubs", "alibaba", relation="PARTNER_OF")
    return graph


def texts(svg: str, tag: str = "text") -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(svg).iter(SVG + tag)]


def test_a_drawing_offers_the_widget_and_the_picture(pair: networkx.MultiDiGraph[str]) -> None:
    bundle = draw(pair)._repr_mimebundle_()
    assert bundle.keys() >= {WIDGET, "image/svg+xml", "text/plain"}
    assert bundle["text/plain"] == "<Drawing of 3 nodes and 3 edges>"


def test_the_widget_has_a_place_for_every_node_and_one_edge_for_all_between_two(
    pair: networkx.MultiDiGraph[str],
) -> None:
    widget = draw(pair).widget
    assert {node: place.keys() for node, place in widget.layout.items()} == {node: {"x", "y"} for node in pair}
    assert "SPEAKS_ABOUT · PARTNER_OF" in str(widget.data)


def test_the_picture_names_nodes_kinds_and_relations(pair: networkx.MultiDiGraph[str]) -> None:
    assert set(texts(draw(pair).svg)) == {
        *("UBS", "Alibaba", "Amazon"),
        *("Institution", "Company"),
        *("benchmarked against", "speaks about", "partner of"),
    }


def test_the_words_behind_an_edge_show_when_it_is_pointed_at(pair: networkx.MultiDiGraph[str]) -> None:
    assert "Alibaba → BENCHMARKED_AGAINST → Amazon\n“UBS sets <Alibaba> against Amazon”" in texts(
        draw(pair).svg, "title"
    )


def test_parallel_edges_are_drawn_apart(pair: networkx.MultiDiGraph[str]) -> None:
    paths = ElementTree.fromstring(draw(pair).svg).iter(f"{SVG}path")
    curves = [path.get("d") for path in paths if path.get("fill") == "none"]
    assert len(curves) == len(set(curves)) == 3


def test_the_same_graph_is_drawn_in_the_same_way(pair: networkx.MultiDiGraph[str]) -> None:
    assert draw(pair).svg == draw(pair.copy()).svg


def test_the_picture_loads_nothing(pair: networkx.MultiDiGraph[str]) -> None:
    addresses = re.findall(r"https?://[^\"\s]+|url\([^)]*\)|@import|href", draw(pair).svg)
    assert addresses == ["http://www.w3.org/2000/svg"]


def test_a_graph_too_large_to_see_is_cut_to_its_best_connected_nodes_and_says_so() -> None:
    star: networkx.Graph[str] = networkx.star_graph(MOST + 11)
    drawing = draw(star)
    circles = list(ElementTree.fromstring(drawing.svg).iter(f"{SVG}circle"))
    assert len(circles) == MOST
    assert f"The {MOST} best connected nodes, +12 more" in texts(drawing.svg)
    assert WIDGET in drawing._repr_mimebundle_()


def test_every_kind_and_every_label_has_a_colour() -> None:
    of_a_query = {"Document", "Passage", "Claim", "Figure"} & {node.name for node in NODES}
    assert fills().keys() >= {*Kind, *of_a_query}


@settings(max_examples=60, deadline=None)
@given(
    names=st.lists(st.text(max_size=40), min_size=0, max_size=5),
    edges=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.text(max_size=20)), max_size=8),
)
def test_whatever_names_hold_the_picture_is_well_formed(names: list[str], edges: list[tuple[int, int, str]]) -> None:
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for number, name in enumerate(names):
        graph.add_node(str(number), name=name, kind=name)
    for source, target, words in edges:
        if max(source, target) < len(names):
            graph.add_edge(str(source), str(target), relation=words, quote=words)
    picture = ElementTree.fromstring(draw(graph).svg)
    assert len(picture.findall(f".//{SVG}g")) == len(graph.nodes) + len(graph.edges)
