"""The components of the pipeline, in the order in which they run."""

from __future__ import annotations

import spacy
from spacy.language import Language

from loaders.extract import gazetteer, mentions, sentences

ENTITY_COMPONENTS = (sentences.NAME, gazetteer.NAME, mentions.NAME)


def entity_components() -> tuple[str, ...]:
    """The components that find sentences, entities and the relations between them."""
    return ENTITY_COMPONENTS


def build() -> Language:
    """The whole pipeline, rules only: no statistical model is loaded."""
    nlp = spacy.blank("en")
    for name in entity_components():
        nlp.add_pipe(name)
    return nlp
