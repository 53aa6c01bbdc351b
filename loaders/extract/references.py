"""Pronouns and descriptions that stand for an entity named before: "she", "the bank", "the Seattle-based company".

They are resolved within their paragraph or from the one before, and only where one candidate is the plain choice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import chain

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from graph.model import Entity, Kind
from loaders.extract.annotations import REFERENCES
from loaders.extract.antecedents import FAR, PRONOUNS, REACH, Fits, antecedent
from loaders.extract.cues import speech_words
from loaders.extract.epithets import epithets
from loaders.extract.kinds_of_body import body_test, kinds_of_body
from loaders.extract.located import Located, is_organisation, is_person, names
from loaders.extract.plurals import plurals
from loaders.extract.publications import authors_by_noun, publications
from loaders.extract.reporting_pronouns import said_by_it
from loaders.extract.word_lists import is_central_bank, words

NAME = "streetgraph_references"
_DETERMINERS = frozenset({"the", "this", "that"})
_ARTICLES = frozenset({"a", "an", "the"})
_GOING_ON = frozenset({"of", "that", "which", "-", "for", "in"})
_WORKING_FOR = frozenset({"at", "with", "from"})
_LONGEST = 8  # words of a description
_MODIFIERS = 3  # words of a description; "the Turkish shopping malls investors association" is a name


@Language.component(NAME, requires=["doc.spans", "doc.sents", "doc._.entities"], assigns=["doc.spans"])
def streetgraph_references(doc: Doc) -> Doc:
    """Leave the references that could be resolved, with the kind and the id of what they stand for."""
    doc.spans[REFERENCES] = SpanGroup(doc, name=REFERENCES, spans=list(_references(doc)))
    return doc


def _references(doc: Doc) -> Iterator[Span]:
    located = names(doc)
    authors = authors_by_noun(located)
    sentences = list(doc.sents)
    known: dict[int, Span] = {}
    for end in range(1, len(sentences) + 1):
        window = sentences[max(0, end - FAR) : end]
        known = {at: span for at, span in known.items() if at >= window[0].start}
        found: dict[int, Span] = {}
        for span in chain(_of_sentence(located, window, doc._.entities, known), publications(located, window, authors)):
            found.setdefault(span.start, span)
        known.update(found)
        found.update({span.start: span for span in said_by_it(located, window[-REACH:], known)})
        known.update(found)
        yield from found.values()


def _of_sentence(
    located: Located, window: list[Span], entities: dict[str, Entity], known: Mapping[int, Span]
) -> Iterator[Span]:
    """The references of the last sentence of the window; `known` are those of the sentences before, by their start."""
    sentence = window[-1]
    for start, end, fits in _expressions(located, sentence, entities):
        if located.covering(start) is not None:
            continue
        target = antecedent(located, window, (start, end), fits, known)
        if target is not None:
            yield Span(located.doc, start, end, label=target.label_, span_id=target.id_)
    if len(window) > 1 and (subject := _subject_meant_by_it(located, window[-2], sentence)) is not None:
        yield Span(located.doc, sentence.start, sentence.start + 1, label=subject.label_, span_id=subject.id_)
    yield from plurals(located, window)
    yield from epithets(located, sentence, entities)


def _subject_meant_by_it(located: Located, before: Span, sentence: Span) -> Span | None:
    """The organisation of `ORG cut its view. It raised …`, where it alone is the subject and "it" then acts."""
    if located.word(sentence.start) != "it" or located.word(sentence.start + 1) not in words("acting_verb"):
        return None
    subject = located.starting(before.start + (located.word(before.start) == "the"))
    if subject is None or not is_organisation(subject) or "\n" in before.text[-2:]:
        return None
    return None if located.word(subject.end) in {"'s", "and", ",", "shares", "stock"} else subject


def _expressions(located: Located, sentence: Span, entities: dict[str, Entity]) -> Iterator[tuple[int, int, Fits]]:
    """Start, end and test of each word group that may refer."""
    for at in range(sentence.start, sentence.end):
        word = located.word(at)
        if word in PRONOUNS:
            yield at, at + 1, _person_test(entities, other_sex=PRONOUNS[word])
        elif (kind := _voiced(located, at, sentence)) is not None:
            yield at, kind + 1, _kind_test(located, kind, entities)
        elif word in _DETERMINERS:
            noun = _head_noun(located, _past_place(located, at + 1), sentence.end)
            if noun is not None:
                yield at, noun + 1, _test_for(located, at + 1, noun, entities)
            elif word == "the" and located.word(at + 1) in kinds_of_body() and located.starting(at + 1) is None:
                yield at, at + 2, partial(_is_called, located.word(at + 1))


def _voiced(located: Located, at: int, sentence: Span) -> int | None:
    """Where the kind stands whose people speak for it: `a company spokesman`, `Union officials`."""
    kind = at + (located.word(at) in _ARTICLES)
    word = located.word(kind)
    is_kind = word in kinds_of_body() | words("other_body") or (
        _is_described(word) and word not in words("person_noun")
    )
    is_voice = located.word(kind + 1) in words("voice_noun") and (kind > at or at == sentence.start)
    return kind if is_voice and is_kind and located.covering(kind) is None else None


def _kind_test(located: Located, kind: int, entities: dict[str, Entity]) -> Fits:
    word = located.word(kind)
    is_named = word in kinds_of_body() | words("other_body") and word not in words("bank_noun")
    return partial(_is_called, word) if is_named else _test_for(located, kind, kind, entities)


def _past_place(located: Located, at: int) -> int:
    """Behind the country of `the U.S. carmaker`."""
    place = located.starting(at)
    if place is None or place.label_ != Kind.PLACE:
        return at
    is_plain = located.texts[place.end : place.end + 1] != [] and located.texts[place.end].islower()
    return place.end if is_plain else at


def _is_called(kind: str, span: Span) -> bool:
    """True for the Chamber of Commerce as `the chamber`."""
    return is_organisation(span) and any(token.lower_ == kind and token.text[:1].isupper() for token in span)


def _head_noun(located: Located, at: int, end: int) -> int | None:
    """The noun of `the (Seattle-based) company`; None where the description goes on or names something."""
    for noun in range(at, min(at + _LONGEST, end)):
        named = located.starting(noun)
        if named is not None and located.word(named.end) != "-":  # `Seattle-based`
            return None
        if _is_described(located.word(noun)) and not _is_described(located.word(noun + 1)):
            is_open = _is_name(located, at, noun) or located.word(noun + 1) in _going_on(located.word(noun))
            return None if is_open or _is_title(located, noun + 1) else noun
        if not (located.texts[noun].isalpha() or located.texts[noun] == "-"):
            return None
    return None


def _going_on(noun: str) -> frozenset[str]:
    """The words that go on with the description of somebody else: `the company that …`, `the economist at ORG`."""
    return _GOING_ON | _WORKING_FOR if noun in words("person_noun") else _GOING_ON


def _is_name(located: Located, at: int, noun: int) -> bool:
    """True for what is no description but a name that nobody listed."""
    based = next((i + 1 for i in range(at, noun) if located.word(i) == "based"), at)
    texts = [located.texts[i] for i in range(based, noun)]
    return len(texts) > _MODIFIERS or any(text[:1].isupper() and text not in words("demonym") for text in texts)


def _is_title(located: Located, at: int) -> bool:
    """True for `Chief` in `the Group Chief Executive Officer`."""
    return located.word(at) in words("executive_role") and located.doc[at : at + 1].text[:1].isupper()


def _is_described(word: str) -> bool:
    groups = ("person_noun", "bank_noun", "institution_description", "company_description")
    return word in speech_words()["body_noun"] or any(word in words(group) for group in groups)


def _test_for(located: Located, start: int, noun: int, entities: dict[str, Entity]) -> Fits:
    word = located.word(noun)
    if word in words("person_noun"):
        return _person_test(entities)
    if word == "bank" and located.word(noun - 1) == "central":
        return lambda span: span.label_ == Kind.INSTITUTION and is_central_bank(entities[span.id_].name)
    if word in words("bank_noun"):
        return partial(_is_bank, located, entities)
    if word in words("institution_description") & kinds_of_body() - words("loose_description"):
        return body_test(located, start, noun, entities)
    if word in speech_words()["body_noun"]:
        return lambda span: span.label_ == Kind.INSTITUTION
    if word in words("institution_description"):
        return is_organisation if word in words("loose_description") else lambda span: span.label_ == Kind.INSTITUTION
    if word in {"group", "firm"}:
        return is_organisation
    return lambda span: span.label_ == Kind.COMPANY


def _person_test(entities: dict[str, Entity], *, other_sex: str = "") -> Fits:
    def fits(span: Span) -> bool:
        given = entities[span.id_].name.split()[0]
        return is_person(span) and not (other_sex and given in words(other_sex))

    return fits


def _is_bank(located: Located, entities: dict[str, Entity], span: Span) -> bool:
    """True for a bank, and for the central bank that a text is about or that says something where it is named."""
    if span.label_ != Kind.INSTITUTION:
        return False
    entity = entities[span.id_]
    is_heard = span.id_ == located.main_organisation or located.word(span.end) in words("speech_verb")
    return _may_be_bank(entity) or (is_central_bank(entity.name) and is_heard)


def _may_be_bank(entity: Entity) -> bool:
    """True for an institution whose name does not tell that it is something else than a bank."""
    return words("bankless").isdisjoint(entity.name.replace("’", "'").split()) and not is_central_bank(entity.name)
