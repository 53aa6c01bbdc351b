// name: records.of_source
// doc: Records of one register.
// mode: read
// param: source string
// param: limit int
// returns: id string
MATCH (r:Record)
WHERE r.source = $source
RETURN r.id AS id
ORDER BY id
LIMIT $limit
