// name: resolution.found
// doc: What was found in these documents where they name entities that were merged; null where they name none.
// mode: read
// begins: ids
// param: ids strings
// returns: id string
// returns: found string?
UNWIND $ids AS wanted
MATCH (d:Document {id: wanted})
RETURN d.id AS id, d.found AS found
ORDER BY id
