// name: schema.version
// doc: The version of the schema that this store was made with.
// mode: read
// begins: ids
// returns: version int
MATCH (s:Schema {id: 'streetgraph'})
RETURN s.version AS version
ORDER BY version
