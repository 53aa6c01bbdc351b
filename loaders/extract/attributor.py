"""Who says what, as a trained encoder reads it: a judgement for each sentence, weighed with the rules by the claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from graph.model import ClaimType, Stance
from loaders.extract.cues import verb_forms
from loaders.extract.encoder import Encoder, Reading, Scores
from loaders.extract.log_odds import chance_of
from loaders.extract.windows import SPEAKING_KINDS, SentenceWindow, sentence_windows

NAME = "streetgraph_attributor"
STANCES = (Stance.POSITIVE, Stance.NEGATIVE, Stance.NEUTRAL)
TYPES = (
    ClaimType.OPINION,
    ClaimType.FORECAST,
    ClaimType.FIGURE,
    ClaimType.ACTION,
    ClaimType.WARNING,
    ClaimType.TARGET,
)
# What the scores of a sentence hold, in order: nothing to note, attributed, stated by the document; stances; types;
# about the speaker's own house; about somebody whom the sentence does not name.
NOTHING, ATTRIBUTED, UNATTRIBUTED = 0, 1, 2
STANCE_AT, TYPE_AT = 3, 3 + len(STANCES)
OWN_AT = TYPE_AT + len(TYPES)
UNNAMED_AT = OWN_AT + 1
SPEAKS, IS_SUBJECT = 0, 1  # the scores of a word
SELDOM = frozenset({"put", "start", "resume", "post", "counter"})  # reporting verbs that mostly report nothing
QUOTATION_MARKS = frozenset('"“”')

ENCODER = Encoder("attributor")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the encoder makes of a sentence; chances lie between 0 and 1, that of a speaker is of its best mention.

    `lean` is the logarithm of the odds of a positive against a negative stance.
    """

    attributed: float
    stance: Stance
    lean: float
    type: ClaimType
    speakers: dict[str, float]
    subjects: dict[str, float]
    about_own_house: float
    about_unnamed: float


@Language.component(NAME, requires=["doc.spans", "doc.sents", "doc._.speech"], assigns=["doc._.judgements"])
def streetgraph_attributor(doc: Doc) -> Doc:
    """Judge every sentence that may be speech; `doc._.judgements` is keyed by the first token of the sentence."""
    spoken = {at for speech in doc._.speech for at in range(speech.span.start, speech.span.end)}
    windows = [
        window
        for window in sentence_windows(doc)
        if not spoken.isdisjoint(range(window.sentence.start, window.sentence.end)) or _may_speak(doc, window)
    ]
    readings = ENCODER.read([window.window for window in windows])
    doc._.judgements = {
        window.sentence.start: judgement(window, reading) for window, reading in zip(windows, readings, strict=True)
    }
    return doc


def reports(sentence: Span) -> bool:
    """True where a word reports or a quotation mark stands: without either, the encoder errs too often."""
    return any(_may_report(token.lower_) or token.text in QUOTATION_MARKS for token in sentence)


def _may_report(word: str) -> bool:
    verb = verb_forms().get(word)
    return verb is not None and verb.lemma not in SELDOM


def can_speak(doc: Doc, entity_id: str) -> bool:
    """True for a person, a company or an institution."""
    return entity_id in doc._.entities and doc._.entities[entity_id].kind in SPEAKING_KINDS


def _may_speak(doc: Doc, window: SentenceWindow) -> bool:
    return reports(window.sentence) and any(can_speak(doc, entity) for _, entity in window.heads())


def judgement(window: SentenceWindow, reading: Reading) -> Judgement:
    """The scores of a window in the words of the field."""
    chances, stances = _softmax(reading.whole[:STANCE_AT]), reading.whole[STANCE_AT:TYPE_AT]
    return Judgement(
        attributed=float(chances[ATTRIBUTED]),
        stance=STANCES[int(stances.argmax())],
        lean=float(stances[STANCES.index(Stance.POSITIVE)] - stances[STANCES.index(Stance.NEGATIVE)]),
        type=TYPES[int(reading.whole[TYPE_AT:OWN_AT].argmax())],
        speakers=_best_of_each(window, reading.words[:, SPEAKS]),
        subjects=_best_of_each(window, reading.words[:, IS_SUBJECT]),
        about_own_house=chance_of(reading.whole[OWN_AT]),
        about_unnamed=chance_of(reading.whole[UNNAMED_AT]),
    )


def _best_of_each(window: SentenceWindow, scores: Scores) -> dict[str, float]:
    best: dict[str, float] = {}
    for at, entity in window.heads():
        if at < len(scores):
            best[entity] = max(best.get(entity, 0.0), chance_of(scores[at]))
    return best


def _softmax(scores: Scores | Sequence[float]) -> Scores:
    exponents = np.exp(np.asarray(scores) - np.max(scores))
    return np.asarray(exponents / exponents.sum(), np.float32)
