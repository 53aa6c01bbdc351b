// name: documents.texts
// doc: The texts of these documents.
// mode: read
// param: ids strings
// returns: id string
// returns: text string
UNWIND $ids AS wanted
MATCH (d:Document {id: wanted})
RETURN d.id AS id, d.text AS text
ORDER BY id
