"""What the documentation says of the explorer's pages is what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.routing import compile_path

from api.explorer import mounting
from api.explorer.showing import address_of

PAGE = (Path(__file__).parents[2] / "docs" / "explorer.md").read_text(encoding="utf-8")


def served() -> set[str]:
    return {address_of(page.build) for page in mounting.PAGES}


def test_every_page_is_documented_and_no_other() -> None:
    told = {address.partition("?")[0] for address in re.findall(r"^\| `(/[^`]*)` \|", PAGE, re.MULTILINE)}
    assert told == served()


def test_every_page_is_reached_past_the_routes_of_the_api() -> None:
    for address in served():
        path = re.sub(r"\{\w+\}", "x", address)
        assert compile_path(address)[0].match(path)
        assert mounting.is_ours(path)


@pytest.mark.parametrize(
    "path", ["/v1/stats", "/docs", "/guides/x", "/health/live", "/entity", "/entity/x/y", "/x", "//"]
)
def test_every_other_address_stays_with_the_api(path: str) -> None:
    assert not mounting.is_ours(path)
