"""From one entity to others: neighbours, peers, pairs, paths, and a piece of the graph to draw."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse

from api.access.guard import READ
from api.dependencies import ReplyDep, StoreDep
from api.documented import problems_of
from api.envelope import Item, Listing
from api.parameters import Reference
from api.schemas import DrawnLink, DrawnNode, Neighborhood, NeighborOut, PairOut, PathOut, PeerOut, SubgraphOut
from api.traversal_parameters import (
    NeighborParameters,
    PairParameters,
    PathParameters,
    PeerParameters,
    SubgraphParameters,
)
from graph import explore
from graph.export import subgraph_graphml, subgraph_node_link

router = APIRouter(dependencies=[READ])
_FAILURES = ("parameter-unknown", "parameter-invalid", "entity-not-found", "ambiguous-name")
GRAPHML, NODE_LINK = "application/graphml+xml", "application/vnd.networkx.node-link+json"
_FORMATS = {GRAPHML: "graphml", NODE_LINK: "node-link"}
_DRAWN: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {
            GRAPHML: {
                "schema": {"type": "string"},
                "example": '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">…',
            },
            NODE_LINK: {
                "schema": {"type": "object"},
                "example": {"directed": True, "multigraph": True, "graph": {}, "nodes": [], "links": []},
            },
        }
    }
}


@router.get("/entities/{reference}/neighbors", tags=["Entities"], responses=problems_of(*_FAILURES))
def list_neighbors(
    reference: Reference, asked: Annotated[NeighborParameters, Query()], store: StoreDep, reply: ReplyDep
) -> Neighborhood:
    """What an entity is related to, each edge with who says so and in which words, and how many edges there are."""
    page = explore.neighbors(store, reference, **asked.filters(), moment=reply.moment_of(asked), **reply.page_of(asked))
    listing = reply.listing([NeighborOut.model_validate(row) for row in page.rows], page)
    return Neighborhood.model_validate({**dict(listing), "nodes": page.nodes, "counts": page.counts})


@router.get("/entities/{reference}/peers", tags=["Entities"], responses=problems_of(*_FAILURES))
def list_peers(
    reference: Reference, asked: Annotated[PeerParameters, Query()], store: StoreDep, reply: ReplyDep
) -> Listing[PeerOut]:
    """Who an entity is compared with, best first: by the pairs that sources set, and by standing in the same claims."""
    page = explore.peers(store, reference, moment=reply.moment_of(asked), limit=asked.limit)
    return reply.listing([PeerOut.model_validate(row) for row in page.rows], page)


@router.get("/pairs", tags=["Relations"], responses=problems_of(*_FAILURES))
def list_pairs(asked: Annotated[PairParameters, Query()], store: StoreDep, reply: ReplyDep) -> Listing[PairOut]:
    """Companies that a source sets against each other, newest first."""
    page = explore.pairs(store, **asked.filters(), moment=reply.moment_of(asked), **reply.page_of(asked))
    return reply.listing([PairOut.model_validate(row) for row in page.rows], page)


@router.get("/paths", tags=["Relations"], responses=problems_of(*_FAILURES))
def list_paths(asked: Annotated[PathParameters, Query()], store: StoreDep, reply: ReplyDep) -> Listing[PathOut]:
    """How two entities hang together: the shortest paths that visit nobody twice, each step with its words."""
    page = explore.paths(
        store,
        asked.source,
        asked.target,
        max_hops=asked.max_hops,
        limit=asked.k,
        relation=asked.relation,
        explain=asked.explain,
        moment=reply.moment_of(asked),
    )
    return reply.listing([PathOut.model_validate(path) for path in page.rows], page)


@router.get(
    "/subgraph", tags=["Relations"], response_model=Item[SubgraphOut], responses=_DRAWN | problems_of(*_FAILURES)
)
def read_subgraph(
    asked: Annotated[SubgraphParameters, Query()],
    request: Request,
    store: StoreDep,
    reply: ReplyDep,
    response: Response,
) -> Item[SubgraphOut] | Response:
    """A piece of the graph to draw, as JSON, as GraphML or as networkx has it; what is left out is counted."""
    drawn = explore.subgraph(
        store,
        asked.references,
        hops=asked.hops,
        max_nodes=asked.max_nodes,
        relation=asked.relation,
        moment=reply.moment_of(asked),
    )
    wanted = asked.format or _accepted(request)
    if wanted == "graphml":
        return Response(subgraph_graphml(drawn), media_type=GRAPHML, headers=_kept(response))
    if wanted == "node-link":
        return JSONResponse(subgraph_node_link(drawn), media_type=NODE_LINK, headers=_kept(response))
    reply.warnings += drawn.warnings
    nodes = [DrawnNode.model_validate(node) for node in drawn.nodes]
    links = [DrawnLink.model_validate(link) for link in drawn.links]
    return reply.item(SubgraphOut(nodes=nodes, links=links, is_cut=drawn.is_cut))


def _accepted(request: Request) -> str:
    """The form that `Accept` asks for first; JSON if none of ours."""
    for part in request.headers.get("accept", "").split(","):
        media_type = part.partition(";")[0].strip().lower()
        if media_type in ("application/json", "*/*"):
            return "json"
        if media_type in _FORMATS:
            return _FORMATS[media_type]
    return "json"


def _kept(response: Response) -> dict[str, str]:
    """The headers that the reply has set already, such as its tag."""
    return {name: value for name, value in response.headers.items() if name.lower() != "content-length"}
