// name: remove.entities
// doc: Remove entities that no document names any more.
// mode: write
// begins: ids
// param: ids strings
UNWIND $ids AS unnamed
MATCH (e:Entity {id: unnamed})
DETACH DELETE e
