from __future__ import annotations

from datetime import date

import pytest

from graph.model import Document
from graph.pages import page_of
from loaders.documents import parse


def text(words: str, source: str = "note.txt") -> Document:
    return parse(words.encode(), source=source)


MARKDOWN = """---
title: "Tin: a rally"
publisher: Port Weekly
date: 2025-03-04T08:00:00Z
source_url: https://example.org/tin
tags: [metals]
---
# Tin: a rally

> **Tin** rose *2%* on _Tuesday_, and
> [Ann Brook](https://example.org/ann_(brook)) of S\\&P said
> it may go on.

## Miners ##

* Shale & Co `fell`
* Zinc_Works_Ltd rose 3 * 2 points
1. ![chart](chart.png)

***

```
tin = 2
```

| Broker | Target |
|---|---|
| **Shale & Co** | 40 |

[a]: https://example.org/a

AT&amp;T <b>fell</b>.
"""


def test_markdown_keeps_its_words_and_loses_its_signs() -> None:
    assert text(MARKDOWN, "note.md").text.split("\n\n") == [
        "Tin rose 2% on Tuesday, and Ann Brook of S&P said it may go on.",
        "Miners",
        "Shale & Co fell",
        "Zinc_Works_Ltd rose 3 * 2 points",
        "chart",
        "tin = 2",
        "Broker | Target",
        "Shale & Co | 40",
        "AT&T fell.",
    ]


def test_front_matter_tells_title_publisher_date_and_address() -> None:
    document = text(MARKDOWN, "-")
    assert (document.title, document.publisher) == ("Tin: a rally", "Port Weekly")
    assert (document.published_at, document.url) == (date(2025, 3, 4), "https://example.org/tin")


@pytest.mark.parametrize("words", ["# Tin rallies\nTin rose.", "\nTin *rallies*\n=====\nTin rose."])
def test_a_first_level_heading_is_the_title_of_markdown(words: str) -> None:
    document = text(words, "note.markdown")
    assert (document.title, document.text) == ("Tin rallies", "Tin rose.")


def test_a_rule_that_is_never_closed_is_no_front_matter() -> None:
    assert text("---\ntitle: Tin\n\nTin rose.", "note.md").text == "title: Tin\n\nTin rose."


@pytest.mark.parametrize("spelt", ["&#12;", "&#xC;", "&#8232;"])
def test_a_turn_of_the_page_that_is_spelt_out_is_a_line_end(spelt: str) -> None:
    document = text(f"# Tin\n\nTin rose.{spelt}Lead fell.\n\n| Metal |\n|---|\n| Ti{spelt}n |", "note.md")
    assert document.text.split("\n\n") == ["Tin rose.\nLead fell.", "Metal", "Ti\nn"]
    assert page_of(document.text, 0) is None
