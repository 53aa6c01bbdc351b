"""Sentences by rule: a full stop or a line break ends one; an abbreviation or a decimal point does not."""

from __future__ import annotations

from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from loaders.extract.word_lists import words

NAME = "streetgraph_sentences"
TERMINATORS = frozenset({".", "!", "?", "…", "...", "。", "？", "！"})
CLOSERS = frozenset("\"'”’»)]*") | {"''", "**"}
IN = "In"  # the one ending of addresses that is a word too
OPENERS = frozenset("\"'“‘«([-–—•*") | {"``", "**"}


@Language.component(NAME, assigns=["doc.sents", "token.is_sent_start"])
def streetgraph_sentences(doc: Doc) -> Doc:
    """Set where sentences start."""
    marks: Any = np.full((len(doc), 1), -1, dtype=np.int64)
    marks[[at for at in _sentence_starts(doc) if at < len(doc)]] = 1
    # Setting it token by token looks through the whole document each time.
    return doc.from_array(["SENT_START"], marks.astype(np.uint64))


def _sentence_starts(doc: Doc) -> set[int]:
    starts = {0}
    for token in doc:
        if "\n" in token.text:
            starts.add(token.i + 1)
        elif _may_end(token):
            after = _after_closers(doc, token.i + 1)
            if _ends(doc, token, after):
                starts.add(after)
    return starts


def _may_end(token: Token) -> bool:
    text = token.text
    return text in TERMINATORS or (text[-1] == "." and len(text) > 1)


def _after_closers(doc: Doc, at: int) -> int:
    """The position after closing quotes and brackets; a quote after a space opens the next sentence."""
    while at < len(doc) and doc[at].text in CLOSERS and not doc[at - 1].whitespace_:
        at += 1
    return at


def _ends(doc: Doc, stop: Token, after: int) -> bool:
    if after >= len(doc) or "\n" in doc[after].text:
        return False  # a line break belongs to the sentence that it ends
    following = _first_word(doc, after)
    if following is None:
        return True
    if not _opens_sentence(following) or _is_glued(doc, stop, after, following):
        return False
    if stop.text in {"!", "?"} and after > stop.i + 1 and _reports_speech(following):
        return False
    if _is_abbreviation(doc, stop):
        return following.text[:1].isupper() and _opens_after_abbreviation(stop, following)
    return True


def _opens_after_abbreviation(stop: Token, following: Token) -> bool:
    if following.lower_ in words("sentence_opener"):
        return not _is_title(stop)
    if stop.text not in words("legal_suffix") or following.lower_ not in words("common"):
        return False
    after = following.i + 1
    return after < len(stop.doc) and stop.doc[after].text[:1].islower()


def _first_word(doc: Doc, at: int) -> Token | None:
    while at < len(doc) and doc[at].text in OPENERS:
        at += 1
    return doc[at] if at < len(doc) else None


def _opens_sentence(token: Token) -> bool:
    """True unless the word starts in lower case; iPhone and eBay may open a sentence."""
    text = token.text
    return not text[:1].islower() or any(char.isupper() for char in text[1:])


def _is_glued(doc: Doc, stop: Token, after: int, following: Token) -> bool:
    """True inside names and numbers such as Salesforce.Com; `pricing.DeepSeek` and `again.“We` lack only a space."""
    if doc[after - 1].whitespace_ or after > stop.i + 1:
        return False
    is_domain = following.lower_ in words("domain") and following.text != IN
    is_code = "_" in doc[stop.i - 1].text  # as in "VOWG_p.DE"
    return is_domain or is_code or not following.text[:1].isupper()


def _reports_speech(token: Token) -> bool:
    reach = token.doc[token.i : token.i + 4]
    return any(word.lower_ in words("speech_verb") for word in reach)


def _is_abbreviation(doc: Doc, stop: Token) -> bool:
    if stop.text not in TERMINATORS:
        return True
    before = doc[stop.i - 1] if stop.i and not doc[stop.i - 1].whitespace_ else None
    if stop.text != "." or before is None:
        return False
    if before.lower_ == "no":
        return stop.i + 1 < len(doc) and doc[stop.i + 1].is_digit
    return before.text in words("abbreviation") or (len(before) == 1 and before.text.isupper())


def _is_title(stop: Token) -> bool:
    return stop.text.rstrip(".") in words("honorific")
