"""Who is compared with whom: by the pairs that sources set, by standing in the same claims, and over one peer more."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace

from graph.explore.links import HUB, degrees_of, newest_edges
from graph.explore.moment import ANY_TIME, Moment
from graph.explore.page import Page, check_limit
from graph.explore.words import names_of, quotes_of
from graph.reference import resolve
from graph.store import Row, Store, grouped

NEWEST_CLAIMS = 500  # claims that are looked at for who is named beside an entity
GO_BETWEENS = 20  # peers whose own peers are looked at
# How a score comes about, between 0 and 1: each source that sets the pair halves what is missing to 1, each claim that
# names both takes a twentieth of it; a peer of a peer has half of the product along the way.
_PER_SOURCE, _PER_CLAIM, _PER_STEP = 0.5, 0.95, 0.5


@dataclass(frozen=True, slots=True)
class Peer:
    """Why an entity is a peer: how many pairs by how many sources, how many claims, or by way of whom."""

    pairs: int = 0
    sources: int = 0
    newest: str = ""  # position of the newest pair
    claims: tuple[str, ...] = field(default=())
    via: str | None = None
    via_score: float = 0.0

    @property
    def score(self) -> float:
        """Between 0 and 1, to three digits."""
        missing = _PER_SOURCE ** max(self.sources, min(self.pairs, 1)) * _PER_CLAIM ** len(self.claims)
        return round(1 - missing if self.via is None else self.via_score, 3)


def peers(store: Store, reference: str, *, moment: Moment = ANY_TIME, limit: int = 20) -> Page:
    """The peers of an entity of its own kind, the best first, each with a score, the reasons and the newest words."""
    check_limit(limit)
    found = resolve(store, reference)
    direct = _of_kind(store, _direct(store, str(found["id"]), moment), str(found["kind"]))
    further = _of_kind(store, _further(store, str(found["id"]), direct, moment), str(found["kind"]))
    ranked = sorted({**further, **direct}.items(), key=lambda each: (-each[1].score, each[0]))
    rows = _described(store, ranked[:limit])
    return Page(rows, len(ranked), goes_on=len(ranked) > limit)


def _direct(store: Store, entity_id: str, moment: Moment) -> dict[str, Peer]:
    peers = {
        row["peer_id"]: Peer(row["pairs"], row["sources"], row["newest"])
        for row in store.read("peers.paired", ids=[entity_id], **moment.parameters)
    }
    for other, claims in _named_beside(store, entity_id, moment).items():
        peers[other] = replace(peers.get(other, Peer()), claims=tuple(claims))
    return peers


def _further(store: Store, entity_id: str, direct: dict[str, Peer], moment: Moment) -> dict[str, Peer]:
    """The peers that the best peers are set against."""
    best = sorted(direct, key=lambda one: (-direct[one].score, one))[:GO_BETWEENS]
    rows = store.read("peers.paired", ids=best, **moment.parameters) if best else []
    found: dict[str, Peer] = {}
    for row in rows:
        other, via = row["peer_id"], row["id"]
        if other in direct or other == entity_id:
            continue
        score = _PER_STEP * direct[via].score * Peer(row["pairs"], row["sources"]).score
        if other not in found or score > found[other].via_score:
            found[other] = Peer(row["pairs"], row["sources"], row["newest"], via=via, via_score=score)
    return found


def _named_beside(store: Store, entity_id: str, moment: Moment) -> dict[str, list[str]]:
    """The newest claims about this entity and another, by the other."""
    claims = _claims_about(store, entity_id, moment)
    subjects = grouped(store.read("claims.subjects", ids=claims) if claims else [], "claim_id")
    beside: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        for row in subjects[claim]:
            if row["id"] != entity_id:
                beside[row["id"]].append(claim)
    return beside


def _claims_about(store: Store, entity_id: str, moment: Moment) -> list[str]:
    """Newest first; of a hub, those with a speaker, which are found without going over all."""
    if degrees_of(store, [entity_id]).get(entity_id, 0) <= HUB:
        rows = store.read("peers.claims", entity=entity_id, limit=NEWEST_CLAIMS, **moment.parameters)
        return [row["claim_id"] for row in rows]
    spoken = newest_edges(store, entity_id, ["SPEAKS_ABOUT"], directions=["in"], limit=NEWEST_CLAIMS, moment=moment)
    return list(dict.fromkeys(edge.claim_id for edge in spoken))


def _of_kind(store: Store, peers: dict[str, Peer], kind: str) -> dict[str, Peer]:
    names = names_of(store, peers)
    return {one: peer for one, peer in peers.items() if one in names and names[one]["kind"] == kind}


def _described(store: Store, ranked: list[tuple[str, Peer]]) -> list[Row]:
    names = names_of(store, [one for each, peer in ranked for one in (each, peer.via) if one is not None])
    quotes = quotes_of(store, [claim for _, peer in ranked if (claim := _newest_claim(peer))])
    return [_row(names, one, peer, quotes.get(_newest_claim(peer) or "")) for one, peer in ranked if one in names]


def _newest_claim(peer: Peer) -> str | None:
    return peer.newest.rpartition(" ")[2] if peer.newest else next(iter(peer.claims), None)


def _row(names: dict[str, Row], entity_id: str, peer: Peer, words: Row | None) -> Row:
    via = names.get(peer.via or "", {}).get("name")
    return {
        **names[entity_id],
        "score": peer.score,
        "why": _why(peer, via),
        "degree": 1 if peer.via is None else 2,
        "via_id": peer.via,
        "via": via,
        "pairs": peer.pairs,
        "sources": peer.sources,
        "claims": len(peer.claims),
        "claim_id": _newest_claim(peer) if words else None,
        "quote": words and words["quote"],
        "document_id": words and words["document_id"],
    }


def _why(peer: Peer, via: str | None) -> str:
    """The score in words."""
    times = "once" if peer.pairs == 1 else f"{peer.pairs} times"
    by = f" by {peer.sources} source{'s' if peer.sources > 1 else ''}" if peer.sources else ""
    if via is not None:
        return f"Set against its peer {via} {times}{by}."
    paired = [f"set against it {times}{by}"] if peer.pairs else []
    number = len(peer.claims)
    named = [f"named with it in {number} claim{'s' if number > 1 else ''}"] if number else []
    words = " and ".join(paired + named)
    return f"{words[:1].upper()}{words[1:]}."
