// name: remove.redirects
// doc: Forget that entities found under these ids are kept under others.
// mode: write
// begins: ids
// param: ids strings
UNWIND $ids AS undone
MATCH (r:Redirect {id: undone})
DELETE r
