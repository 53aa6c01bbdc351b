"""A report of a news agency with what others made of it, and reports that only sound alike: sentences of our own."""

from __future__ import annotations

from dataclasses import replace

from stories import Story

from graph import Store, remove
from graph.model import ClaimType, Extraction, Kind, Stance

OPENING = "Shares of Corvane rose on Tuesday after the maker of turbines won an order from three harbours."
TARGET = "Analysts at Lindqvist Bank raised their target for Corvane to 84 crowns, from 71 crowns, on the news."
DOUBT = "Mira Solberg of Holm Securities warned that Corvane may deliver only half of the 48 turbines by 2027."
CLOSE = "The company said that work on the first of them would begin in March, four months sooner than planned."
ELSEWHERE = (
    "Copper fell for a third day as traders waited for figures on factories in the east, and most expect a weak month.",
    "Mira Solberg of Holm Securities said that stocks in warehouses had grown, so that Corvane may pay less for wire.",
    "A ton was sold for 8,120 dollars at noon, the least since the strike at two mines in the north ended in June.",
)


def report(*sentences: str, target: float = 84) -> Extraction:
    """The report in these sentences, with what a bank and an analyst say of the company if they are among them."""
    story = Story(sentences, title="Corvane wins an order")
    corvane = story.names("Corvane", Kind.COMPANY)
    for sentence in sentences:
        if "Lindqvist Bank" in sentence:
            bank = story.names("Lindqvist Bank", Kind.INSTITUTION)
            figure = story.figure(f"{target:g} crowns", target, "SEK", corvane)
            story.says(bank, sentence, corvane, kind=ClaimType.TARGET, stance=Stance.POSITIVE, figures=(figure,))
        if "Mira Solberg" in sentence:
            analyst = story.names("Mira Solberg", Kind.PERSON)
            story.says(analyst, sentence, corvane, kind=ClaimType.WARNING, stance=Stance.NEGATIVE)
    return story.extraction


ORIGINAL = report(OPENING, TARGET, DOUBT, CLOSE)
CUT = report(OPENING, TARGET, DOUBT)
EDITED = report(OPENING.replace("Tuesday", "Tuesday morning"), TARGET, DOUBT, CLOSE, "It employs 900 people.")
LED_OTHERWISE = report("Harbours order turbines.", TARGET, DOUBT, CLOSE)
OTHER_NUMBERS = report(
    OPENING.replace("three", "5"),
    TARGET.replace("84", "66").replace("71", "59"),
    DOUBT.replace("48", "19").replace("2027", "2031"),
    CLOSE,
    target=66,
)
ANOTHER = report(*ELSEWHERE)
SHORT = report(TARGET)
COPIES = (ORIGINAL, CUT, EDITED, LED_OTHERWISE)
REPORTS = (*COPIES, OTHER_NUMBERS, ANOTHER, SHORT)


def at(extraction: Extraction, origin: str | None = None, *, url: str | None = None) -> Extraction:
    """The report as this source has it."""
    return replace(extraction, document=replace(extraction.document, origin=origin, source=origin, url=url))


def emptied(store: Store) -> None:
    """Take out whatever an example before, which may have failed, has left."""
    for row in store.read("documents.ids", limit=1000):
        remove(store, row["id"])
