// name: entities.counts
// doc: How often an entity is named, speaks and is spoken about.
// mode: read
// begins: ids
// param: id entity
// returns: documents int
// returns: mentions int
// returns: claims_made int
// returns: claims_on_behalf int
// returns: claims_about int
MATCH (e:Entity {id: $id})
RETURN COUNT { MATCH (d:Document)-[:NAMES]->(e) } AS documents,
       COUNT { MATCH (p:Passage)-[:MENTIONS]->(e) } AS mentions,
       COUNT { MATCH (c:Claim)-[:MADE_BY]->(e) WHERE c.type <> 'relation' } AS claims_made,
       COUNT { MATCH (c:Claim)-[:ON_BEHALF_OF]->(e) WHERE c.type <> 'relation' } AS claims_on_behalf,
       COUNT { MATCH (c:Claim)-[:ABOUT]->(e) WHERE c.type <> 'relation' } AS claims_about
ORDER BY documents
