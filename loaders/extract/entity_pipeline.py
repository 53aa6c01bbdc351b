"""The components that find sentences, entities and the relations between entities, in the order in which they run."""

from __future__ import annotations

from loaders.extract import gazetteer, mentions, name_grammar, pairs, references, roles, sentences, short_forms

COMPONENTS = (
    sentences.NAME,
    gazetteer.NAME,
    name_grammar.NAME,
    mentions.NAME,
    short_forms.NAME,
    references.NAME,
    roles.NAME,
    pairs.NAME,
)
