// name: entities.names_of
// doc: The names of these entities.
// mode: read
// begins: ids
// param: ids strings
// returns: id string
// returns: name string
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})
RETURN e.id AS id, e.name AS name
ORDER BY id
