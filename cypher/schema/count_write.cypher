// name: schema.count_write
// doc: Count a write: what was read before it is of an earlier revision.
// mode: write
// begins: ids
MATCH (s:Schema {id: 'streetgraph'})
SET s.revision = s.revision + 1
