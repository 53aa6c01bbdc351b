// name: remove.forms
// doc: Remove forms that no record has any more.
// mode: write
// begins: ids
// param: ids strings
UNWIND $ids AS gone
MATCH (f:Form {id: gone})
DETACH DELETE f
