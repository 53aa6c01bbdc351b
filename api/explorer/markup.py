"""Elements of a page: a tag, its words and its attributes; words are never read as markup."""

from __future__ import annotations

from nicegui import ui
from nicegui.elements.mixins.text_element import TextElement


class Words(TextElement):
    """A tag with words in it, and with whatever is built inside it after them."""

    def __init__(self, tag: str, text: str = "", css: str = "", **attributes: object) -> None:
        """A trailing underscore of an attribute is dropped, other underscores are dashes; None leaves it out."""
        super().__init__(tag=tag, text=text)
        if css:
            self.classes(css)
        set_attributes(self, **attributes)


def set_attributes(element: ui.element, **attributes: object) -> None:
    """Give an element these attributes; None leaves one out."""
    for name, value in attributes.items():
        if value is not None:
            element.props[name.rstrip("_").replace("_", "-")] = value


def box(tag: str = "div", css: str = "", **attributes: object) -> Words:
    """An element to build in: `with box("section", "card"):`."""
    return Words(tag, "", css, **attributes)


def link(text: str, address: str, css: str = "", **attributes: object) -> Words:
    """A link to an address."""
    return Words("a", text, css, href=address, **attributes)


def icon(name: str, css: str = "") -> Words:
    """A picture from the icon font, which no reader of screens reads out."""
    return Words("span", name, f"material-icons icon {css}".strip(), aria_hidden="true")
