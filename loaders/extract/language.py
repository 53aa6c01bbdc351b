"""The components of the pipeline, in the order in which they run."""

from __future__ import annotations

import re
from typing import Any

import spacy
from spacy.lang.tokenizer_exceptions import URL_PATTERN
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from loaders.extract import (
    attributor,
    claims,
    dealings,
    figures,
    gazetteer,
    installed_names,
    mentions,
    name_grammar,
    own_publisher,
    pairs,
    recogniser,
    references,
    roles,
    sentences,
    short_forms,
    speech,
    votes,
    weighing,
)
from loaders.extract.tiers import Tier

COMPONENTS = (
    sentences.NAME,
    recogniser.NAME,
    gazetteer.NAME,
    name_grammar.NAME,
    mentions.NAME,
    short_forms.NAME,
    own_publisher.NAME,
    references.NAME,
    roles.NAME,
    pairs.NAME,
    dealings.NAME,
    figures.NAME,
    speech.NAME,
    attributor.NAME,
    votes.NAME,
    claims.NAME,
    weighing.NAME,
)
TRAINED = frozenset(
    {recogniser.NAME, attributor.NAME, votes.NAME, weighing.NAME}
)  # components that the fast tier goes without
QUOTES = (r'["“”«»]', r'(?<=[\w%)])[.?!](?=["“”])')
GLUED = (r"(?<=[0-9%)])\.(?=[A-Z][a-z])", r"(?<=[A-Z]{2})\.(?=[A-Z][a-z])", r"\)(?=\.[A-Z])")  # "16,900.The", "TSX.The"
HOST = r"(?:www\d*|finance|money|news|blogs?|investors?|shop|store|m)\."
GLUED_ADDRESS = rf"(?!{HOST})[^\s./@:]*[a-z0-9%)]\.[A-Z][A-Za-z]+\.com\.?"  # "it rose.Newsroom.com" is no address
BULLETS = (r"-{1,2}(?=[A-Z][a-z]|[A-Z]{3})",)  # of lists that lost their lines: "-Velmoro shares rose -Dravec said"
STOPS = (r"(?<=/[A-Z])\.",)  # behind `I/B/E/S.`
LONGEST = 50_000_000  # characters; spaCy's own limit is meant for parsers that need memory for each word


def components(tier: Tier) -> tuple[str, ...]:
    """The names of the components of a tier, in their order."""
    return tuple(name for name in COMPONENTS if tier is Tier.ACCURATE or name not in TRAINED)


def build(tier: Tier = Tier.ACCURATE, names_model: str = "") -> Language:
    """The whole pipeline; models are loaded when they first read.

    `names_model` is an installed spaCy pipeline that recognises names in place of our own model. Raises `ModelMissing`
    where there is none of that name.
    """
    nlp = spacy.blank("en")
    nlp.max_length = LONGEST
    _split_at_marks(nlp)
    for name in components(tier):
        if name == recogniser.NAME and names_model:
            nlp.add_pipe(installed_names.NAME, config={"model": names_model})
        else:
            nlp.add_pipe(name)
    return nlp


def _split_at_marks(nlp: Language) -> None:
    """Make quotation marks and full stops tokens of their own, also where the space before or behind is missing."""
    tokenizer: Any = nlp.tokenizer
    tokenizer.url_match = re.compile(rf"(?!{GLUED_ADDRESS}$){URL_PATTERN}").match
    tokenizer.prefix_search = compile_prefix_regex([*(nlp.Defaults.prefixes or ()), *BULLETS]).search
    tokenizer.suffix_search = compile_suffix_regex([*(nlp.Defaults.suffixes or ()), *STOPS]).search
    tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), *QUOTES, *GLUED]).finditer
