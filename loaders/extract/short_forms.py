"""Other ways in which a text writes a name it has given in full: surname, first word, acronym, without "Inc".

Entities that turn out to be one are joined, and places where only the short form stands become mentions. A short form
that may stand for two entities of the text stands for neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from graph.model import Entity, Kind
from loaders.extract.annotations import MENTIONS
from loaders.extract.entities import entities_of, stem
from loaders.extract.gazetteer import form_of, gazetteer, plain
from loaders.extract.introductions import introduced, named_in
from loaders.extract.lines import title_case_tokens
from loaders.extract.name_parts import part_owners
from loaders.extract.organisation_forms import organisation_forms
from loaders.extract.presented import is_beside_first_word, is_described
from loaders.extract.same_letters import meant_otherwise
from loaders.extract.same_people import misspelt, shorter_names, slips
from loaders.extract.surnames import Form, surname_forms
from loaders.extract.word_lists import words

NAME = "streetgraph_short_forms"
_ROUNDS = 2  # what has been joined may be all that a form of it stands for
ORGANISATIONS = frozenset({Kind.COMPANY, Kind.INSTITUTION})
_Owners = Mapping[Form, set[str]]


@Language.component(NAME, requires=["doc.spans", "doc._.entities"], assigns=["doc.spans", "doc._.entities"])
def streetgraph_short_forms(doc: Doc) -> Doc:
    """Join entities that are one, and add the mentions by short forms."""
    mentions = list(doc.spans[MENTIONS])
    _join(mentions, slips(mentions) | shorter_names(mentions))
    forms: dict[Form, str] = {}
    for _ in range(_ROUNDS):
        owners = _forms(doc._.entities, mentions)
        mentions = [span for span in mentions if not _is_ambiguous(span, owners)]
        forms = _unambiguous(owners, mentions)
        parts = {form: one for form, one in part_owners(mentions).items() if form not in owners}
        _join(mentions, {**parts, **forms})
    mentions = sorted([*mentions, *_added(doc, mentions, forms)], key=lambda span: span.start)
    doc.spans[MENTIONS] = SpanGroup(doc, name=MENTIONS, spans=mentions)
    doc._.entities = entities_of(mentions)
    return doc


def _forms(entities: Mapping[str, Entity], mentions: list[Span]) -> dict[Form, set[str]]:
    """Each short form with the entities that it may stand for."""
    found, begun = (defaultdict[Form, set[str]](set) for _ in range(2))
    is_other = _other_than(mentions)
    for span in mentions:
        name = form_of(span)
        for form in _shortened(name, entities[span.id_].kind):
            if form != name and not is_other(span, form):
                merely_begins = form == name[:1] != stem(name) and form[0].isupper()
                (begun if merely_begins else found)[form].add(span.id_)
        for ticker in _tickers(span.id_):
            found[(ticker,)].add(span.id_)
    decided = _in_doubt(found, _given(mentions), begun)
    decided |= _in_full(decided, mentions)
    decided |= _given_names(mentions, entities, taken=decided)
    return decided | misspelt(mentions, decided)


def _given(mentions: list[Span]) -> _Owners:
    """The other names that the text gives organisations and products in so many words."""
    named = named_in(mentions)
    found: defaultdict[Form, set[str]] = defaultdict(set)
    for span in (span for span in mentions if span.label_ != Kind.PERSON):
        for form in introduced(span, named):
            found[form].add(span.id_)
    return found


def _other_than(mentions: list[Span]) -> Callable[[Span, Form], bool]:
    """Whether a form names another than a mention of which it is a part: who is presented anew, or stands beside it."""
    presented = {form_of(span): span.start for span in mentions if _is_presented(span)}
    beside = {span.id_ for span in mentions if is_beside_first_word(span)}
    first: dict[str, int] = {}
    for span in mentions:
        first.setdefault(span.id_, span.start)

    def is_other(span: Span, form: Form) -> bool:
        name = form_of(span)
        is_anew = presented.get(form, -1) > first[span.id_] and _leaves_out_more_than_initials(name, form)
        return is_anew or (span.id_ in beside and form == name[:1] != stem(name))

    return is_other


def _is_presented(span: Span) -> bool:
    """`Robert Vance, his son` in a text on Robert Sander Vance."""
    return span.label_ == Kind.PERSON and len(span) > 1 and is_described(span)


def _leaves_out_more_than_initials(name: Form, form: Form) -> bool:
    return any(len(word.rstrip(".")) > 1 for word in name if word not in form)


def _in_doubt(found: _Owners, given: _Owners, begun: _Owners) -> dict[Form, set[str]]:
    """One owner in brackets decides; what FGP is short for goes before the FGP Fund, which merely begins so."""
    decided = {form: ids for form, ids in given.items() if len(ids) == 1 or form not in found}
    return {**begun, **found, **decided}


def _in_full(owners: _Owners, mentions: list[Span]) -> dict[Form, set[str]]:
    """Of several organisations that begin so, the one with its legal form: Velmoro Inc goes before Velmoro Digital."""
    every = [span for span in mentions if span.label_ in ORGANISATIONS]
    organisations = {span.id_ for span in every}
    whole: defaultdict[Form, set[str]] = defaultdict(set)
    for span in every:
        if stem(form_of(span)) != form_of(span):
            whole[form_of(span)[:1]].add(span.id_)
    in_doubt = (form for form, ids in owners.items() if len(ids) > 1 and ids <= organisations)
    return {form: whole[form] for form in in_doubt if len(whole.get(form, ())) == 1}


def _tickers(entity_id: str) -> Iterator[str]:
    """The letters under which its shares trade, as a text writes them that has named the company."""
    known = gazetteer().by_id.get(entity_id)
    yield from (ticker for ticker in (known.tickers if known else ()) if len(ticker) > 2 and ticker.isalpha())


def _given_names(
    mentions: list[Span], entities: Mapping[str, Entity], *, taken: Mapping[Form, set[str]]
) -> dict[Form, set[str]]:
    """The first words of people's names, where they are nobody's surname."""
    found: defaultdict[Form, set[str]] = defaultdict(set)
    for span in mentions:
        first = (plain(span[0].text),)
        if entities[span.id_].kind is Kind.PERSON and len(span) > 1 and len(first[0]) > 1 and first not in taken:
            found[first].add(span.id_)
    return found


def _shortened(name: Form, kind: Kind) -> Iterator[Form]:
    if kind is Kind.PERSON:
        yield from surname_forms(name)
    elif kind in ORGANISATIONS:
        yield from organisation_forms(name)
    elif kind is Kind.INDEX and len(name) > 2 and name[-1].lower() in words("index_word"):
        yield name[:-1]
    elif kind is Kind.PLACE:
        yield from _seats(name)


def _seats(name: Form) -> Iterator[Form]:
    """The place in `City of Velmoro` and in `Velmoro State`."""
    if len(name) > 2 and name[0] in words("seat_of") and name[1] == "of":
        yield name[2:]
    if len(name) > 1 and name[-1] in words("seat_end"):
        yield name[:-1]


def _is_ambiguous(span: Span, owners: Mapping[Form, set[str]]) -> bool:
    """True for a surname by itself that several people of the text have."""
    is_surname = len(span) == 1 and span.label_ == Kind.PERSON
    return is_surname and len(owners.get((plain(span.text),), ())) > 1


def _unambiguous(forms: Mapping[Form, set[str]], mentions: list[Span]) -> dict[Form, str]:
    """The forms that stand for one entity only, and are not the name of a known one."""
    firm = _firm(mentions)
    named = {form_of(span): span for span in mentions}
    kinds = {span.id_: span.label_ for span in mentions}
    chosen = {}
    for form, ids in forms.items():
        span = named.get(form)
        if span is not None and len(form) > 1:  # a group that goes by the name of a family
            ids = {id_ for id_ in ids if _alike(span.label_, kinds[id_])}
        if len(ids) == 1 and (span is None or span.id_ not in firm or span.id_ in ids):
            chosen[form] = next(iter(ids))
    return chosen


def _firm(mentions: list[Span]) -> set[str]:
    """The ids that the reference data settle: those of entities with more than doubtful forms in the text."""
    forms: defaultdict[str, set[str]] = defaultdict(set)
    people = {span.id_ for span in mentions if span.label_ == Kind.PERSON}  # "Christie" is not Christie's
    for span in mentions:
        forms[span.id_].add(span.text)
    known = ((id_, gazetteer().by_id.get(id_)) for id_ in forms.keys() - people)
    sure = {id_ for id_, entry in known if entry and not (entry.kind in ORGANISATIONS and forms[id_] <= entry.caution)}
    return sure - meant_otherwise(mentions)


def _join(mentions: list[Span], forms: Mapping[Form, str]) -> None:
    """Give the mentions of a short form the id and the kind of the full name."""
    kinds = {span.id_: span.label_ for span in mentions}
    target, firm = {}, _firm(mentions)
    for span in mentions:
        owner = forms.get(form_of(span), span.id_)
        may_join = len(span) == 1 or _alike(span.label_, kinds[owner]) or span[-1].text in words("org_head")
        if owner != span.id_ and may_join and span.id_ not in firm:
            target[span.id_] = owner
    for span in mentions:
        final = _last(span.id_, target)
        if final != span.id_:
            span.id_, span.label_ = final, kinds[final]


def _alike(kind: str, other: str) -> bool:
    return kind == other or {kind, other} <= ORGANISATIONS


def _last(entity_id: str, target: Mapping[str, str]) -> str:
    seen = {entity_id}
    while (following := target.get(entity_id)) and following not in seen:
        entity_id = following
        seen.add(entity_id)
    return entity_id


def _added(doc: Doc, mentions: list[Span], forms: Mapping[Form, str]) -> Iterator[Span]:
    """Mentions where only a short form stands."""
    final = {form: span for span in mentions for form in [form_of(span)]}
    labels = {span.id_: span.label_ for span in mentions}
    taken = {at for span in mentions for at in range(span.start, span.end)} | title_case_tokens(doc)
    by_first = defaultdict(list)
    for form, entity_id in forms.items():
        owner = final[form].id_ if form in final else entity_id
        if owner in labels:
            by_first[form[0]].append((form, owner))
    for token in doc:
        for form, owner in sorted(by_first.get(plain(token.text), ()), key=lambda entry: -len(entry[0])):
            reach = range(token.i, token.i + len(form))
            if taken.isdisjoint(reach) and _stands(doc, token.i, form):
                taken.update(reach)
                yield Span(doc, token.i, token.i + len(form), label=labels[owner], span_id=owner)
                break


def _stands(doc: Doc, at: int, form: Form) -> bool:
    """True where the form stands there by itself; a common word only inside a sentence, or as the subject of a verb."""
    if form_of(doc[at : at + len(form)]) != form or not form[0][0].isupper():
        return False
    if len(form) == 1 and form[0] in words("head_of"):
        return at > 0 and doc[at - 1].lower_ == "the" and not doc[at + 1 : at + 2].text[:1].isupper()
    if len(form) > 1 or form[0].lower() not in words("common") or not doc[at].is_sent_start:
        return True
    following = doc[at + 1].lower_ if at + 1 < len(doc) else ""
    return following in words("speech_verb") or plain(following) == "'s"
