// name: documents.texts
// doc: The texts of these documents, with their titles.
// mode: read
// begins: ids
// param: ids strings
// returns: id string
// returns: title string
// returns: text string
UNWIND $ids AS wanted
MATCH (d:Document {id: wanted})
RETURN d.id AS id, d.title AS title, d.text AS text
ORDER BY id
