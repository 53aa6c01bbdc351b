// name: remove.bands
// doc: Remove bands that no document is in any more.
// mode: write
// begins: ids
// param: ids strings
UNWIND $ids AS unused
MATCH (b:Band {id: unused})
DETACH DELETE b
