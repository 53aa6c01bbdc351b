"""Names as an installed spaCy pipeline sees them, in place of our own recogniser: for those who have trained theirs."""

from __future__ import annotations

from collections.abc import Iterator

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from graph.model import Kind
from loaders.errors import ModelMissing
from loaders.extract.annotations import RECOGNISED
from loaders.extract.word_lists import words

NAME = "streetgraph_installed_names"
NEEDED = ("tok2vec", "transformer", "ner")  # the parts of a pipeline that names come from
KINDS = {
    "PERSON": Kind.PERSON,
    "PER": Kind.PERSON,
    "ORG": Kind.COMPANY,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "PRODUCT": Kind.PRODUCT,
}


class InstalledNames:
    """A component that asks the installed pipeline; it is loaded at once, so that one that is missing is told early."""

    def __init__(self, model: str) -> None:
        self._names = _loaded(model)

    def __call__(self, doc: Doc) -> Doc:
        """Leave what it takes for names in `doc.spans["recognised"]`, as our own recogniser does."""
        with self._names.memory_zone():
            found = [(ent.start_char, ent.end_char, ent.label_) for ent in self._names(doc.text).ents]
        doc.spans[RECOGNISED] = SpanGroup(doc, name=RECOGNISED, spans=list(_spans(doc, found)))
        return doc


@Language.factory(NAME, requires=["doc.sents"], assigns=["doc.spans"], default_config={"model": ""})
def installed_names(nlp: Language, name: str, model: str) -> InstalledNames:  # noqa: ARG001  (spaCy gives all three)
    """The component for the pipeline of this name."""
    return InstalledNames(model)


def _loaded(model: str) -> Language:
    try:
        names = spacy.load(model)
    except OSError as problem:
        raise ModelMissing(
            f"The spaCy pipeline {model} is not installed: `python -m spacy download {model}` installs it. Without "
            "STREETGRAPH_NAMES_MODEL, names are found by the model that ships."
        ) from problem
    names.select_pipes(enable=[part for part in NEEDED if part in names.pipe_names])
    if "ner" not in names.pipe_names:
        raise ModelMissing(f"The spaCy pipeline {model} finds no names: choose one that has a part called `ner`.")
    return names


def _spans(doc: Doc, found: list[tuple[int, int, str]]) -> Iterator[Span]:
    for start, end, label in found:
        span = doc.char_span(start, end, alignment_mode="contract") if label in KINDS else None
        if span is not None:
            yield Span(doc, span.start, span.end, label=_kind_of(span, KINDS[label]).value)


def _kind_of(span: Span, kind: Kind) -> Kind:
    """These pipelines know organisations only: an index and an institution are told by the last word of the name."""
    if kind is not Kind.COMPANY:
        return kind
    if span[-1].text in words("index_word"):
        return Kind.INDEX
    return Kind.INSTITUTION if span[-1].text in words("institution_word") else kind
