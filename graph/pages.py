"""Pages of a document that was made of several: between the paragraphs of two of them stands a form feed."""

from __future__ import annotations

PAGE_END = "\f"  # in no other text: readers of all forms make line ends of them


def page_of(text: str, at: int) -> int | None:
    """The page, from 1 on, on which the paragraph around a place begins; None for a text without pages."""
    return text.count(PAGE_END, 0, at) + 1 if PAGE_END in text else None
