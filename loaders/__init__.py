"""From sources to documents, and from documents to who said what."""
