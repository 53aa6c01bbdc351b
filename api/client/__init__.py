"""The API from Python: `from api.client import Streetgraph`.

    with Streetgraph("http://localhost:8000") as graph:
        for claim in graph.claims(about="BABA", stance="positive"):
            print(claim.published_at, claim.speaker, claim.quote)

Answers are the models of the reference, lists come page by page as they are gone through, and failures are raised as
`Problem`, whose `type` leads to a page of help.
"""

from api.client.connection import Problem
from api.client.streetgraph import Streetgraph

__all__ = ["Problem", "Streetgraph"]
