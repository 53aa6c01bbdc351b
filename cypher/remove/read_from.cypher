// name: remove.read_from
// doc: Take away that documents were read from sources, which hold another text now.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (d:Document {id: r.document_id})
OPTIONAL MATCH (d)-[x:READ_FROM]->(s:Source)
WITH x, s, r.source AS source
WHERE s.id = source
DELETE x
