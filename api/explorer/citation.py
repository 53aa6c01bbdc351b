"""A claim as it is cited: who said it, in which words, where and when, and where that can be checked."""

from __future__ import annotations

import re
from datetime import date

from graph.store import Row

_QUOTATION_MARKS = frozenset('"“«„')
_IS_ENDED = re.compile(r"""[.!?…]["”»'’]?$""")
_OF_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~])")
_OF_TEX = {char: f"\\{char}" for char in "&%$#_{}"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def citations(claim: Row, address: str) -> dict[str, str]:
    """The claim cited as plain text, in Markdown and for BibTeX; `address` is that of its page."""
    return {
        "Text": _text(claim, address),
        "Markdown": _markdown(claim, address),
        "BibTeX": _bibtex(claim, address),
    }


def _text(claim: Row, address: str) -> str:
    said = ": ".join(filter(None, (_voice(claim), quoted(_one_line(claim["quote"])))))
    stop = "" if _IS_ENDED.search(said) else "."
    return f"{said}{stop} In: {_source(claim, _title(claim))}. {address}"


def _markdown(claim: Row, address: str) -> str:
    lines = "\n".join(f"> {_escaped(line)}" for line in claim["quote"].splitlines() or [""])
    title = f"[{_escaped(_title(claim))}]({claim['url'] or address})"
    voice = f"{_escaped(_voice(claim))}. " if _voice(claim) else ""
    return f"{lines}\n>\n> — {voice}{_source(claim, title, escape=True)}. [The exact words]({address})"


def _bibtex(claim: Row, address: str) -> str:
    year, month, day = (claim["published_at"] or "--").split("-")
    fields = {
        "author": _voice(claim) or claim["publisher"],
        "title": _title(claim),
        "howpublished": claim["publisher"],
        "year": year,
        "month": month,
        "day": day,
        "note": quoted(_one_line(claim["quote"])),
        "url": address,
    }
    lines = "".join(f"  {name} = {{{_tex(name, value)}}},\n" for name, value in fields.items() if value)
    return f"@misc{{claim-{claim['claim_id']},\n{lines}}}"


def quoted(words: str) -> str:
    """The words in quotation marks, unless they begin with some of their own."""
    return words if words[:1] in _QUOTATION_MARKS else f"“{words}”"


def spelt_out(day: str) -> str:
    """A day as people write it: `21 February 2025`."""
    return f"{date.fromisoformat(day):%-d %B %Y}"


def _voice(claim: Row) -> str:
    """Who says so and for whom; nobody where the document itself does."""
    organisation = claim["org"] if claim["org_id"] != claim["speaker_id"] else None
    return ", ".join(filter(None, (claim["speaker"], organisation)))


def _title(claim: Row) -> str:
    return claim["title"] or "Untitled"


def _source(claim: Row, title: str, *, escape: bool = False) -> str:
    publisher = claim["publisher"] and (_escaped(claim["publisher"]) if escape else claim["publisher"])
    day = claim["published_at"] and spelt_out(claim["published_at"])
    return ", ".join(filter(None, (title, publisher, day)))


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _escaped(words: str) -> str:
    return _OF_MARKDOWN.sub(r"\\\1", words)


def _tex(name: str, value: str) -> str:
    return value if name == "url" else "".join(_OF_TEX.get(char, char) for char in value)
