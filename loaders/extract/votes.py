"""Who speaks, where the rules and the trained attributor differ.

The rules know the exact words and err seldom, but miss constructions that nobody wrote down; the attributor sees those,
but only whole sentences. So the rules have the first word, and the attributor fills in where it is sure. It proved no
better at telling apart two who could speak, and is not asked. The thresholds were set on articles unknown to both.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from graph.model import Kind
from loaders.extract.annotations import Speech
from loaders.extract.attributor import Judgement, can_speak, reports
from loaders.extract.cues import speech_words
from loaders.extract.last_speakers import saying
from loaders.extract.name_phrases import POSSESSIVES
from loaders.extract.quotations import quotations, quoted_tokens
from loaders.extract.speech import organisations_of
from loaders.extract.turns import CUE as TURN
from loaders.extract.units import lines_of, trimmed
from loaders.extract.unsaid import is_nobodys
from loaders.extract.word_lists import words

NAME = "streetgraph_votes"
CUE = "judged"  # what stands for the reporting verb where the attributor alone found the speech
SURE_OF_SPEECH, SURE_OF_SPEAKER = 0.97, 0.85  # chances at which a sentence without speech becomes one
OPENING = 4  # tokens in which a sentence shows who speaks
INDEFINITE = frozenset({"a", "an", "another", "one", "two", "three", "several", "some"})
OWNERS = frozenset({"owner", "owners", "landlord", "parent"})
BELONGING = POSSESSIVES | {"its", "their", "his", "her"}
REACH = 4  # tokens before the verb of `NAME's largest supplier said`
FINDING = frozenset({"found", "finds", "showed", "shows"})
UNNAMED = frozenset({"person", "people", "source", "sources", "witness", "witnesses", "neighbor", "neighbour"})
DENIED = 0.05  # the chance of speech under which the rules must have erred


@Language.component(NAME, requires=["doc._.speech", "doc._.judgements"], assigns=["doc._.speech"])
def streetgraph_votes(doc: Doc) -> Doc:
    """Settle the speech of the document."""
    doc._.speech = sorted([*_upheld(doc), *_filled_in(doc)], key=lambda one: (one.span.start, one.span.end))
    return doc


def judgement_of(doc: Doc, span: Span) -> Judgement | None:
    """What the attributor makes of the sentence that these words begin in."""
    found: Judgement | None = doc._.judgements.get(doc[span.start].sent.start)
    return found


def _upheld(doc: Doc) -> Iterator[Speech]:
    """The speech that the rules found, but for what the attributor, which sees no labels, is sure is none."""
    for speech in doc._.speech:
        judgement = judgement_of(doc, speech.span)
        if speech.cue == TURN or judgement is None or judgement.attributed >= DENIED:
            yield speech


def _filled_in(doc: Doc) -> Iterator[Speech]:
    """Speech that only the attributor sees, a sentence each."""
    works_at = organisations_of(doc._.relations)
    hearsay = {line.start for line in lines_of(doc, quoted_tokens(doc, quotations(doc))) if is_nobodys(line.units)}
    spoken = {token.i for speech in doc._.speech for token in speech.span}
    for sentence in doc.sents:
        judgement = doc._.judgements.get(sentence.start)
        is_speech = judgement is not None and judgement.attributed >= SURE_OF_SPEECH and reports(sentence)
        if judgement is None or not is_speech or sentence.start in hearsay or not spoken.isdisjoint(_tokens(sentence)):
            continue
        speaker = None if _is_unnamed(sentence) else _sure_speaker(doc, judgement, is_thing=_is_said_by_thing(sentence))
        if speaker is not None:
            told = trimmed(doc, sentence.start, sentence.end)
            yield Speech(told, told, speaker, CUE, works_at.get(speaker))


def _is_said_by_thing(sentence: Span) -> bool:
    """True for `it said`, `the report said` and `the company says`: no person speaks there."""
    return any(_says_thing(sentence, at) for at in range(1, len(sentence)))


def _says_thing(sentence: Span, at: int) -> bool:
    verb, noun = sentence[at].lower_, sentence[at - 1].lower_
    is_paper = noun in speech_words()["document_noun"] and verb in saying() | FINDING
    if noun == "it":
        return verb in saying() and at <= OPENING
    is_house = noun in words("company_description") and verb in saying()
    return (is_paper or is_house) and _is_definite(sentence, at - 1)


def _is_definite(sentence: Span, noun: int) -> bool:
    return any(token.lower_ in {"the", "this"} for token in sentence[max(noun - 3, 0) : noun])


def _is_unnamed(sentence: Span) -> bool:
    """True where somebody speaks whose name is kept back: `a person familiar with the matter`, `NAME's supplier`."""
    if any(_is_other_party(sentence, at) for at in range(2, len(sentence))):
        return True
    opening = [token.lower_ for token in sentence[:OPENING]]
    at = next((at for at, word in enumerate(opening) if word in UNNAMED), None)
    return at is not None and opening[0] in INDEFINITE | UNNAMED


def _is_other_party(sentence: Span, said: int) -> bool:
    """True for the verb of `NAME's largest supplier said` and `its rivals say`."""
    is_other = sentence[said - 1].lower_ in words("partner_noun") | words("rival_noun") | OWNERS
    is_told = is_other and sentence[said].lower_ in saying() | {"say"}
    return is_told and any(token.lower_ in BELONGING for token in sentence[max(said - REACH, 0) : said - 1])


def _tokens(span: Span) -> range:
    return range(span.start, span.end)


def _sure_speaker(doc: Doc, judgement: Judgement, *, is_thing: bool) -> str | None:
    """Who speaks, of those who can, if that is sure enough; where "it" speaks, no person does."""
    sayers = (name for name in judgement.speakers if can_speak(doc, name))
    chances = {name: judgement.speakers[name] for name in sayers if not (is_thing and _is_person(doc, name))}
    best = max(chances, key=lambda name: chances[name], default=None)
    return best if best is not None and chances[best] >= SURE_OF_SPEAKER else None


def _is_person(doc: Doc, entity_id: str) -> bool:
    return doc._.entities[entity_id].kind == Kind.PERSON  # type: ignore[no-any-return]
