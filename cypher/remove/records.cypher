// name: remove.records
// doc: Remove records.
// mode: write
// begins: ids
// param: ids strings
UNWIND $ids AS gone
MATCH (r:Record {id: gone})
DETACH DELETE r
