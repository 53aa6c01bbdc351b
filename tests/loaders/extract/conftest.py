from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from loaders.extract import figures
from loaders.extract.language import build, components
from loaders.extract.tiers import Tier

Read = Callable[[str], Doc]


@pytest.fixture(scope="session")
def entity_language() -> Language:
    nlp = build(Tier.FAST)
    names = components(Tier.FAST)
    for name in names[names.index(figures.NAME) :]:
        nlp.remove_pipe(name)
    return nlp


@pytest.fixture
def read_entities(entity_language: Language) -> Read:
    """A document with sentences, mentions, references and relations."""
    return entity_language.__call__
