// name: claims.by_speaker
// doc: What a person or institution said, or others said on its behalf, newest first.
// mode: read
// begins: ids
// use: cli
// param: speaker entity
// param: limit int = 50
// returns: published_at string?
// returns: type string
// returns: stance string
// returns: quote string
// returns: claim_id string
// returns: document_id string
MATCH (s:Entity {id: $speaker})<-[:MADE_BY|ON_BEHALF_OF]-(c:Claim)
WHERE c.type <> 'relation'
WITH DISTINCT c
RETURN c.published_at AS published_at, c.type AS type, c.stance AS stance, c.text AS quote, c.id AS claim_id,
       c.document_id AS document_id
ORDER BY coalesce(published_at, '') DESC, claim_id
LIMIT $limit
