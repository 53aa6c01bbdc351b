// name: resolution.redirects
// doc: Under which ids entities are kept that were found under these.
// mode: read
// begins: ids
// param: ids strings
// returns: id string
// returns: kept string
UNWIND $ids AS wanted
MATCH (r:Redirect {id: wanted})
RETURN r.id AS id, r.kept AS kept
ORDER BY id
