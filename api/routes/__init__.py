"""The addresses of the API, one file per kind of thing. A route parses; `graph.explore` decides."""
