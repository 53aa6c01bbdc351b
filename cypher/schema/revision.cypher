// name: schema.revision
// doc: How often the store has been written to.
// mode: read
// begins: ids
// returns: revision int
MATCH (s:Schema {id: 'streetgraph'})
RETURN s.revision AS revision
ORDER BY revision
