"""A guide that Neo4j Browser plays: a slide for each saved query, which a click puts into the editor.

Browser takes the `<slide>` elements out of whatever page they are in, so the page also reads well by itself.
"""

from __future__ import annotations

from api.pages.favourites import Favourite, favourites
from api.pages.html import Html, element, page, prose

TITLE = "streetgraph in Neo4j Browser"
_INTRO = (
    "Who said what about which company, when, with which numbers, and in which exact words. The slides that follow are "
    "the questions; a click on a query puts it into the editor. The names in them are from the samples: "
    "put your own there."
)
_MODEL = (
    "A `Claim` is `MADE_BY` a speaker, is `ABOUT` entities, and is `EVIDENCED_BY` a sentence, a `Passage`, which is "
    "`PART_OF` a `Document`. It `HAS_FIGURE` for each number, and the number `MEASURES` something. Entities carry "
    "their kind as a label: `Company`, `Institution`, `Person`, `Index`, `Product`, `Place`. Edges between entities "
    "are views of claims: `claim_id` leads to the words."
)


def guide(address: str) -> Html:
    """The guide, whose files are served at this address."""
    slides = [_start(address), *(_question(one) for one in favourites())]
    navigation = [element("a", element("strong", "streetgraph"), href="/docs")]
    navigation += [element("a", "Style sheet", href=f"{address}/streetgraph.grass")]
    navigation += [element("a", "Saved queries", href=f"{address}/favourites.zip")]
    return page(TITLE, list(navigation), [element("carousel", *slides, class_="deck container-fluid")])


def _start(address: str) -> Html:
    style = f":style {address}/streetgraph.grass"
    hint = (
        "Colours, sizes and captions for every kind come with the style sheet. The queries of this guide come as "
        "favourites: load the zip file and drag it onto this window."
    )
    link = element("a", "favourites.zip", href=f"{address}/favourites.zip")
    right = [element("p", prose(_MODEL)), element("p", prose(hint)), _runnable(style), element("p", link)]
    return _slide(TITLE, _INTRO, right)


def _question(one: Favourite) -> Html:
    return _slide(one.title, one.explanation, [_runnable(one.cypher)])


def _runnable(text: str) -> Html:
    return element("figure", element("pre", text, class_="pre-scrollable code runnable"))


def _slide(title: str, lead: str, content: list[Html]) -> Html:
    left = element("div", element("h3", title), element("p", prose(lead), class_="lead"), class_="col-sm-3")
    return element("slide", left, element("div", *content, class_="col-sm-9"), class_="row-fluid")
