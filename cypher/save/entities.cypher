// name: save.entities
// doc: Make sure that these entities are there.
// mode: write
// begins: ids
// param: ids strings
UNWIND $ids AS wanted
MERGE (e:Entity {id: wanted})
