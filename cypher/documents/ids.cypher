// name: documents.ids
// doc: The ids of the documents after one id, in order.
// mode: read
// param: after string = ""
// param: limit int
// returns: id string
MATCH (d:Document)
WHERE d.id > $after
RETURN d.id AS id
ORDER BY id
LIMIT $limit
