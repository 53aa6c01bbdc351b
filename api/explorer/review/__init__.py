"""The parts of the page on which pairs of entities are judged."""
