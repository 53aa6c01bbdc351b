// name: schema.set_version
// doc: Note the version of the schema in a new store.
// mode: write
// begins: ids
// param: version int
MERGE (s:Schema {id: 'streetgraph'})
SET s.version = $version, s.revision = coalesce(s.revision, 0)
