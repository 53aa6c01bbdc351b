// name: schema.await_indexes
// doc: Wait until all indexes can be used.
// mode: read
// why: Neo4j fills indexes in the background; ladybug has none beside its primary keys.
CALL db.awaitIndexes(60)
