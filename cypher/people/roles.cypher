// name: people.roles
// doc: Who has which role at which organisation.
// mode: read
// use: cli
// param: organisation entity = ""
// param: limit int = 100
// returns: person string
// returns: role string?
// returns: organisation string
// returns: published_at string?
// returns: claim_id string
MATCH (p:Entity)-[x:HAS_ROLE_AT]->(o:Entity)
WHERE $organisation = '' OR o.id = $organisation
RETURN p.name AS person, x.role AS role, o.name AS organisation, x.published_at AS published_at,
       x.claim_id AS claim_id
ORDER BY person, organisation, claim_id
LIMIT $limit
