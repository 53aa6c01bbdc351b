"""How fast documents are stored, beside the fastest that each engine can do and a writer that others use."""
