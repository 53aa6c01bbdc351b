"""What was read out of a document, as lists beside its text: its claims in the order of the text, and who is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from api.amounts import amount
from api.explorer.addresses import claim_address, entity_address
from api.explorer.claim_lines import DOCUMENT_ITSELF, measured
from api.pages.html import Html, element, joined
from graph.explore import ANY_TIME, Moment
from graph.store import Row

FIRST_BLOCK = 100  # claims


def claim_items(claims: Iterable[Row], moment: Moment = ANY_TIME) -> Iterator[Html]:
    """The claims, in blocks that grow: each as a button that lights its words, beside a link to its page."""
    coming, most = iter(claims), FIRST_BLOCK
    while some := list(islice(coming, most)):
        yield joined([_claim(claim, moment) for claim in some])
        most *= 3


def entity_items(mentions: Iterable[Row], moment: Moment = ANY_TIME) -> Html:
    """Who is named, the most frequent first, with how often."""
    rows = list(mentions)
    named = {row["entity_id"]: row for row in rows}
    times = Counter(row["entity_id"] for row in rows)
    items = (_entity(named[one], number, moment) for one, number in times.most_common())
    return element("ul", *items, class_="named-list", aria_label="Entities")


def _claim(claim: Row, moment: Moment) -> Html:
    who = claim["speaker"] or DOCUMENT_ITSELF
    about = ", ".join(one["name"] for one in claim["about"] if one["id"] != claim["speaker_id"])
    head = element(
        "span",
        element("b", who),
        element("span", " ".join(filter(None, (claim["type"], about and f"on {about}"))), class_="soft"),
        element("span", f", {claim['stance']}", class_="hidden"),  # which is told by a colour besides
        class_="item-head",
    )
    button = element("button", head, *_figures(claim), type="button", class_="item-words")
    link = element(
        "a",
        _glyph("arrow_forward"),
        class_="item-open",
        href=claim_address(claim["claim_id"], moment),
        aria_label=f"Open the claim: {who}, {claim['type']}",
    )
    return element("li", button, link, class_=f"item {claim['stance']}", data_claim=claim["claim_id"])


def _figures(claim: Row) -> Iterator[Html]:
    if claim["figures"]:
        own = claim["about"][0]["id"] if len(claim["about"]) == 1 else ""
        figures = (_figure(one, own) for one in claim["figures"])
        yield element("span", *figures, class_="figures")


def _figure(figure: Row, own: str) -> Html:
    return element("span", element("span", measured(figure, own=own)), element("b", amount(figure)), class_="figure")


def _entity(mention: Row, times: int, moment: Moment) -> Html:
    return element(
        "li",
        element(
            "a",
            joined([mention["name"], element("small", f"×{times}")]) if times > 1 else mention["name"],
            class_=f"chip {mention['kind'].lower()}",
            href=entity_address(mention["entity_id"], moment),
            data_entity=mention["entity_id"],
        ),
    )


def _glyph(name: str) -> Html:
    return element("span", name, class_="material-icons icon", aria_hidden="true")
