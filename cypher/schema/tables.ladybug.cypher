// name: schema.tables
// doc: The tables of this store, to tell a new one from one with a schema.
// mode: read
// why: ladybug has tables to list; Neo4j has none.
// returns: name string
CALL show_tables() RETURN name AS name ORDER BY name
