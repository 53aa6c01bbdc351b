"""The components of the pipeline, in the order in which they run."""

from __future__ import annotations

from typing import Any

import spacy
from spacy.language import Language
from spacy.util import compile_infix_regex

from loaders.extract import claims, entity_pipeline, figures, speech

STATEMENT_COMPONENTS = (figures.NAME, speech.NAME, claims.NAME)
QUOTES = (r'["“”«»]', r'(?<=[\w%)])\.(?=["“])')


def entity_components() -> tuple[str, ...]:
    """The components that find sentences, entities and the relations between them."""
    return entity_pipeline.COMPONENTS


def statement_components() -> tuple[str, ...]:
    """The components that find figures, who says what, and the claims made of both."""
    return STATEMENT_COMPONENTS


def build() -> Language:
    """The whole pipeline, rules only: no statistical model is loaded."""
    nlp = spacy.blank("en")
    _split_at_quotes(nlp)
    for name in (*entity_components(), *statement_components()):
        nlp.add_pipe(name)
    return nlp


def _split_at_quotes(nlp: Language) -> None:
    """Make quotation marks tokens of their own, also where the space before or behind them is missing."""
    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), *QUOTES]).finditer
