// name: claims.about
// doc: What is said about an entity and by whom, newest first.
// mode: read
// begins: ids
// use: cli
// param: entity entity
// param: limit int = 50
// returns: published_at string?
// returns: speaker string?
// returns: type string
// returns: stance string
// returns: quote string
// returns: claim_id string
// returns: document_id string
MATCH (e:Entity {id: $entity})<-[:ABOUT]-(c:Claim)
WHERE c.type <> 'relation'
OPTIONAL MATCH (c)-[:MADE_BY]->(s:Entity)
RETURN c.published_at AS published_at, s.name AS speaker, c.type AS type, c.stance AS stance, c.text AS quote,
       c.id AS claim_id, c.document_id AS document_id
ORDER BY coalesce(published_at, '') DESC, claim_id
LIMIT $limit
