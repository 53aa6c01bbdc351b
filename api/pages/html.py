"""HTML as nested calls. Every text is escaped unless it is HTML already, so no input can become markup."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

_CODE = re.compile(r"`([^`]+)`")
_EMPTY = frozenset({"meta", "input", "br", "link"})
# Whatever a page might be made to contain, the browser runs no script and asks no other machine.
POLICY = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'"}

STYLE = """
:root{color-scheme:light dark;--line:#8884;--soft:#8882;--accent:#2563eb}
*{box-sizing:border-box}
body{font:16px/1.55 system-ui,sans-serif;margin:0;display:grid;grid-template-columns:16rem minmax(0,1fr)}
nav{position:sticky;top:0;height:100vh;overflow:auto;padding:1.5rem;border-right:1px solid var(--line)}
nav a{display:block;padding:.15rem 0;font-size:.9rem}
nav h2{font-size:.8rem;text-transform:uppercase;letter-spacing:.06em;margin:1.2rem 0 .3rem;opacity:.7}
main{padding:2rem 2.5rem 6rem;max-width:62rem}
a{color:var(--accent);color:light-dark(#2563eb,#8fb4fa);text-decoration:none}a:hover,a:focus{text-decoration:underline}
h1{line-height:1.15;margin-top:0}
section{border-top:1px solid var(--line);padding:1.2rem 0}
section h3{font-family:ui-monospace,monospace;margin:.2rem 0;font-size:1.05rem;overflow-wrap:anywhere}
.method{display:inline-block;min-width:3.6rem;font-weight:700;color:var(--accent)}
.method.post{color:#b45309}
code,pre{font-family:ui-monospace,monospace;font-size:.88em;background:var(--soft);border-radius:4px}
code{padding:.1em .3em}pre{padding:.8rem 1rem;overflow:auto}
table{border-collapse:collapse;width:100%;font-size:.92rem;margin:.5rem 0}
td,th{text-align:left;vertical-align:top;padding:.35rem .8rem .35rem 0;border-bottom:1px solid var(--line)}
summary{cursor:pointer;padding:.3rem 0}
form{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.6rem;margin:.6rem 0}
label{font-size:.85rem}
input,select,button{width:100%;font:inherit;padding:.35rem .5rem;border:1px solid var(--line);border-radius:4px}
button{background:var(--accent);color:#fff;align-self:end;cursor:pointer}
@media(max-width:52rem){body{display:block}nav{position:static;height:auto;border:0;padding-bottom:0}main{padding:1.5rem}}
"""


class Html(str):
    """Text that is markup already."""

    __slots__ = ()


def element(tag: str, *children: str, **attributes: str | None) -> Html:
    """`<tag …>children</tag>`; an underscore in the name of an attribute is a dash, one at its end is dropped.

    An attribute that is None is left out.
    """
    given = "".join(f' {_name(name)}="{escape(value)}"' for name, value in attributes.items() if value is not None)
    return Html(f"<{tag}{given}>" if tag in _EMPTY else f"<{tag}{given}>{joined(children)}</{tag}>")


def _name(attribute: str) -> str:
    return attribute.rstrip("_").replace("_", "-")


def joined(children: Sequence[str]) -> Html:
    """The children one after the other, escaped where they are text."""
    return Html("".join(child if isinstance(child, Html) else escape(child, quote=False) for child in children))


def prose(text: str) -> Html:
    """Text with words in backquotes as code."""
    return Html(_CODE.sub(r"<code>\1</code>", escape(text, quote=False)))


def table(heads: list[str], rows: list[list[str]]) -> Html:
    """A table with a head."""
    head = element("tr", *(element("th", name, scope="col") for name in heads))
    return element("table", element("thead", head), element("tbody", *(_row(row) for row in rows)))


def _row(cells: list[str]) -> Html:
    return element("tr", *(element("td", cell) for cell in cells))


def page(title: str, navigation: list[str], content: list[str]) -> Html:
    """A whole page."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width,initial-scale=1"),
        element("title", title),
        element("style", Html(STYLE)),
    )
    body = element("body", element("nav", *navigation), element("main", *content))
    return Html(f"<!doctype html>{element('html', head, body, lang='en')}")
