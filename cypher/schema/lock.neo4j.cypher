// name: schema.lock
// doc: Hold back other writers until this transaction ends, since a document is looked up before it is written.
// mode: write
// begins: ids
// why: Neo4j lets several transactions write at a time; ladybug has one writer.
MATCH (s:Schema {id: 'streetgraph'})
SET s.version = s.version
