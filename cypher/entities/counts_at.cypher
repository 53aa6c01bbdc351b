// name: entities.counts_at
// doc: How often an entity was named, spoke and was spoken about, at a moment.
// mode: read
// begins: ids
// param: id entity
// param: as_of string
// param: known_at string
// returns: documents int
// returns: mentions int
// returns: claims_made int
// returns: claims_on_behalf int
// returns: claims_about int
MATCH (e:Entity {id: $id})
RETURN COUNT {
         MATCH (d:Document)-[:NAMES]->(e)
         WHERE ($as_of = '' OR d.published_at <= $as_of) AND ($known_at = '' OR d.recorded_at <= $known_at)
       } AS documents,
       COUNT {
         MATCH (d:Document)<-[:PART_OF]-(p:Passage)-[:MENTIONS]->(e)
         WHERE ($as_of = '' OR d.published_at <= $as_of) AND ($known_at = '' OR d.recorded_at <= $known_at)
       } AS mentions,
       COUNT {
         MATCH (c:Claim)-[:MADE_BY]->(e)
         WHERE c.type <> 'relation'
           AND ($as_of = '' OR c.published_at <= $as_of) AND ($known_at = '' OR c.recorded_at <= $known_at)
       } AS claims_made,
       COUNT {
         MATCH (c:Claim)-[:ON_BEHALF_OF]->(e)
         WHERE c.type <> 'relation'
           AND ($as_of = '' OR c.published_at <= $as_of) AND ($known_at = '' OR c.recorded_at <= $known_at)
       } AS claims_on_behalf,
       COUNT {
         MATCH (c:Claim)-[:ABOUT]->(e)
         WHERE c.type <> 'relation'
           AND ($as_of = '' OR c.published_at <= $as_of) AND ($known_at = '' OR c.recorded_at <= $known_at)
       } AS claims_about
ORDER BY documents
