"""The saved queries for Neo4j Browser answer what they promise, on the samples."""

from __future__ import annotations

import pytest
from neo4j_server import Neo4jServer

from api.pages.favourites import Favourite, favourites


@pytest.mark.parametrize("favourite", favourites(), ids=lambda favourite: favourite.title)
def test_each_saved_query_finds_something_and_neo4j_has_nothing_to_say_against_it(
    loaded: Neo4jServer, favourite: Favourite
) -> None:
    with loaded.driver() as driver:
        result = driver.execute_query(favourite.cypher, routing_="r")
    assert result.records
    assert not [status for status in result.summary.gql_status_objects if status.is_notification]


def test_every_quote_in_the_samples_is_where_it_says_to_be(loaded: Neo4jServer) -> None:
    check = next(favourite for favourite in favourites() if favourite.title.startswith("Every quote"))
    with loaded.driver() as driver:
        row = driver.execute_query(check.cypher).records[0]
    assert row["claims"] > 0
    assert row["wrong"] == 0
