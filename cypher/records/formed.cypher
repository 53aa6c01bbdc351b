// name: records.formed
// doc: The records that have one of these forms of names, tickers and identifiers.
// mode: read
// begins: ids
// param: ids strings
// returns: id string
// returns: records strings
UNWIND $ids AS wanted
MATCH (f:Form {id: wanted})
RETURN f.id AS id, f.records AS records
ORDER BY id
