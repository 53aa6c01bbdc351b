"""How much a query may hold, so that no engine is kept busy with reading and planning it."""

from __future__ import annotations

BYTES = 20_000
TOKENS = 2_000
DEPTH = 24  # brackets and CASE within each other
HOPS = 6  # of a path of variable length
RELATIONSHIPS = 24  # in all patterns together
MATCHES = 16
LITERALS = 1_000
STRINGS = 10_000  # characters of all strings together
LIST = 500  # items of a list that is written out
RANGE = 10_000  # from the first to the last number of range()
LOOPS = 1  # lists seen to be gone through within each other, as in [x IN … | any(y IN … WHERE …)]
STEPS = 12  # dots and indexes behind one value
SUBQUERIES = 4  # within each other
PRODUCT = 1_000_000  # rows that lists unwound within each other make
GROWTH = 256  # times that a text or a list may be joined with itself
PREFIXES = 8  # NOT, + and - in a row
PARAMETERS = 100
PARAMETER_BYTES = 200_000  # of all parameters together, as JSON
PARAMETER_DEPTH = 8
SHORTEST = 10  # paths of SHORTEST k
