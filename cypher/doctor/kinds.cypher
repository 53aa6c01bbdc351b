// name: doctor.kinds
// doc: Entities that some documents take for another kind than the graph does, and how many do.
// mode: read
// use: cli
// param: limit int = 1000
// returns: id string
// returns: kind string
// returns: other string
// returns: documents int
// returns: document_id string
MATCH (d:Document)-[n:NAMES]->(e:Entity)
WHERE n.kind <> e.kind
WITH e.id AS id, e.kind AS kind, n.kind AS other, count(d) AS documents, min(d.id) AS document_id
RETURN id AS id, kind AS kind, other AS other, documents AS documents, document_id AS document_id
ORDER BY id, other
LIMIT $limit
