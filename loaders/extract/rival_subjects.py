"""Whose rival a company is: whom the sentence speaks of, or the one before it where the sentence names nobody else."""

from __future__ import annotations

from spacy.tokens import Span

from graph.model import Kind, RelationType
from loaders.extract.company_lists import Clause
from loaders.extract.located import Located, is_organisation, is_person
from loaders.extract.word_lists import words

Couple = tuple[Span, Span]
_LEADS = frozenset({"", "the", "shares of", "shares in", "stock of", "but", "and", "while"})
_WE = frozenset({"we", "our", "us", "we're", "we've"})
_WE_WITHIN = 5  # words of `we are now head-to-head`
_CLOSING = frozenset({",", '"', "''", "”"})


def is_company(span: Span | None) -> bool:
    """True for an operating business, a bank with shares of its own too."""
    if span is None or span.label_ != Kind.INSTITUTION:
        return span is not None and span.label_ == Kind.COMPANY
    entity = span.doc._.entities.get(span.id_)
    return entity is not None and bool(entity.tickers)


def together(clause: Clause, subject: Span, verb: int) -> list[Span]:
    """A and B in `A and B compete with C`, `A and B, which compete with C`; nobody in `a firm of A and B competes`."""
    before = clause.named.between(clause.start, verb)
    lists = (clause.companies_after(span.start) for span in before if is_organisation(span))
    found = next((listed for listed in lists if any(one.start == subject.start for one in listed)), [])
    is_joined = len(found) > 1 and clause.named.word(found[-1].start - 1) == "and"
    if not is_joined or clause.named.ending(_first_of_verb(clause, verb)) != found[-1]:
        return [subject]
    return [] if clause.named.word(found[0].start - 1) in words("list_owner") else found


def listed_with_others(clause: Clause, at: int) -> list[Span]:
    """A and B before `at` in `A, B and other C rivals`."""
    joint = at - 2
    if clause.named.word(at - 1) != "other" or clause.named.word(joint) not in {"and", "or"}:
        return []
    last = clause.named.ending(joint - (clause.named.word(joint - 1) == ","))
    before = clause.named.between(clause.start, joint)
    lists = (clause.companies_after(span.start) for span in before if is_company(span))
    return next((listed for listed in lists if last is not None and listed[-1:] == [last]), [])


def spoken_for(clause: Clause, verb: int) -> Span | None:
    """A in `"We compete with B," said C, chief executive of A`."""
    near = range(max(clause.start, verb - _WE_WITHIN), verb)
    we = next((at for at in near if clause.named.word(at) in _WE), verb)
    if we == verb or any(is_organisation(span) for span in clause.named.between(we, verb)):
        return None
    speakers = {span.id_ for span in clause.located.between(clause.start, clause.end) if is_person(span)}
    roles = [link for link in clause.named.doc._.relations if link.type is RelationType.HAS_ROLE_AT]
    led = {link.target for link in roles if link.source in speakers}
    return next((span for span in clause.named.spans if span.id_ in led and is_company(span)), None)


def _first_of_verb(clause: Clause, verb: int) -> int:
    """Where the helping words of a verb begin, and the `, which` before them."""
    at = verb
    while clause.named.word(at - 1) in words("helping_word") | words("verb_mark") | words("trying_word") | {
        "which",
        ",",
    }:
        at -= 1
    return at


def subject_before(clause: Clause, at: int, listed: list[Span]) -> Span | None:
    """Of whom the words before `at` speak, where a rival of it is of its kind: A in `UBS prefers A over rival B`."""
    first = _helped(clause, at) or clause.company_before(at)
    if first is not None and clause.located.word(first.start - 2) == "likes":  # `against the likes of C and rival B`
        return subject_told(clause, [first, *listed])
    if first is None or not listed or first.label_ == listed[0].label_:
        return first
    return next((span for span in clause.located.between(clause.start, at) if span.label_ == listed[0].label_), None)


def doer(clause: Clause, verb: int) -> Span | None:
    """A in `after B, A will take on C`: the organisation with nothing but helping words between it and the verb."""
    at = verb
    while clause.located.ending(at) is None and clause.located.word(at - 1) in words("helping_word") | {"to", "will"}:
        at -= 1
    named = clause.located.ending(at)
    return named if at > clause.start and is_organisation(named) else None


def antecedent(located: Located, verb: int) -> Span | None:
    """A in `A, which competes with B`."""
    if located.word(verb - 1) not in {"which", "that"}:
        return None
    named = located.ending(verb - 1 - (located.word(verb - 2) == ","))
    return named if is_organisation(named) else None


def _helped(clause: Clause, at: int) -> Span | None:
    """A in `the backing of C will help A compete with B`."""
    before = [span for span in clause.located.between(clause.start, at) if is_organisation(span)]
    is_helped = bool(before) and clause.located.word(before[-1].start - 1) in words("help_verb")
    return before[-1] if is_helped else None


def subject_elsewhere(clause: Clause, listed: list[Span]) -> Span | None:
    """The subject that the words before the noun do not name."""
    behind = clause.company_behind(listed) or _speaker_behind(clause, listed)
    earlier = _of_kind(clause.company_earlier(), listed)
    return behind or (earlier if _opens(earlier) else None) or subject_told(clause, listed)


def _of_kind(subject: Span | None, listed: list[Span]) -> Span | None:
    """The same, where it is a business of the kind of its rivals: no company is a bank's rival."""
    is_alike = subject is not None and bool(listed) and subject.label_ == listed[0].label_
    return subject if is_alike and is_company(subject) else None


def _speaker_behind(clause: Clause, listed: list[Span]) -> Span | None:
    """A in `Rival B has cut its prices, A said`."""
    behind = [span for span in clause.named.between(listed[-1].end, clause.end) if is_company(span)]
    said = (span for span in behind if clause.named.word(span.end) in words("speech_verb"))
    return next((span for span in said if clause.named.word(span.start - 1) in _CLOSING), None)


def subject_told(clause: Clause, listed: list[Span]) -> Span | None:
    """The company that the text is about, else the one that the sentence before speaks of."""
    return _of_kind(clause.company_meant(*listed), listed) or _told_before(clause, listed)


def _told_before(clause: Clause, listed: list[Span]) -> Span | None:
    """A in `A made a loss.` and, be it as a paragraph of its own, `Its rival B …`."""
    if clause.start == 0 or not listed:
        return None
    before = clause.named.doc[clause.start - 1].sent
    told = [span for span in clause.located.between(before.start, before.end) if span.label_ == listed[0].label_]
    is_plain = len({span.id_ for span in told}) == 1 or (bool(told) and _opens(told[0]))
    return told[0] if is_plain and told[0].id_ not in {span.id_ for span in listed} else None


def _opens(company: Span | None) -> bool:
    """True for A in `A lost money.` and `Shares of A fell.`; not in `The purchase of A by C went on.`"""
    if company is None:
        return False
    lead = company.doc[company.sent.start : company.start].text.lower()
    return lead.strip() in _LEADS
