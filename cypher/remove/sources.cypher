// name: remove.sources
// doc: Remove sources that no document was read from any more.
// mode: write
// begins: ids
// param: ids strings
UNWIND $ids AS unused
MATCH (s:Source {id: unused})
DETACH DELETE s
