// name: statements.of
// doc: Claims by their ids, each with whose voice it is.
// mode: read
// begins: ids
// param: ids strings
// returns: claim_id string
// returns: published_at string?
// returns: type string
// returns: stance string
// returns: confidence float
// returns: voice string?
// returns: story string
UNWIND $ids AS wanted
MATCH (c:Claim {id: wanted})
RETURN c.id AS claim_id, c.published_at AS published_at, c.type AS type, c.stance AS stance,
       c.confidence AS confidence, coalesce(c.speaker_id, c.org_id) AS voice, c.story AS story
ORDER BY claim_id
