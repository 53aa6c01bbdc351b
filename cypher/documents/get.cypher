// name: documents.get
// doc: A document with its text and how much was read out of it.
// mode: read
// begins: ids
// param: id string
// returns: id string
// returns: title string
// returns: publisher string?
// returns: url string?
// returns: published_at string?
// returns: source string?
// returns: language string
// returns: recorded_at string
// returns: fingerprint string
// returns: found string?
// returns: text string
// returns: passages int
// returns: entities int
// returns: mentions int
// returns: claims int
// returns: figures int
MATCH (d:Document {id: $id})
RETURN d.id AS id, d.title AS title, d.publisher AS publisher, d.url AS url, d.published_at AS published_at,
       d.source AS source, d.language AS language, d.recorded_at AS recorded_at, d.fingerprint AS fingerprint,
       d.found AS found, d.text AS text,
       COUNT { MATCH (p:Passage)-[:PART_OF]->(d) } AS passages,
       COUNT { MATCH (d)-[:NAMES]->(e:Entity) } AS entities,
       COUNT { MATCH (d)<-[:PART_OF]-(p:Passage)-[m:MENTIONS]->(e:Entity) } AS mentions,
       COUNT { MATCH (d)-[:STATES]->(c:Claim) } AS claims,
       COUNT { MATCH (d)-[:STATES]->(c:Claim)-[:HAS_FIGURE]->(f:Figure) } AS figures
ORDER BY id
