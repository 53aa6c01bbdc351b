"""The forms of a person's name that are surnames, where it is known how the whole is divided into words."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.extract.word_lists import words

Form = tuple[str, ...]
_ARTICLES = frozenset({"al", "el"})


def surname_forms(name: Form) -> Iterator[Form]:
    """How a text goes on to call a person: by the surname with its particles, and without a middle initial."""
    name = tuple(word for word in name if word not in words("name_suffix"))
    if len(name) < 2:
        return
    for form in _as_written(name):
        yield from (form, *_respelt(form))


def _as_written(name: Form) -> Iterator[Form]:
    if name[0] in words("asian_surname"):
        yield name[:1]
        yield name[1:]
    first = next((at for at, word in enumerate(name) if at and word in words("particle")), len(name) - 1)
    yield name[first:]
    yield name[-1:]
    last = next((at for at in range(len(name) - 2, 0, -1) if name[at] in words("particle")), first)
    yield name[last:]
    yield (name[last].capitalize(), *name[last + 1 :])
    if len(name) > 2:
        yield from ((name[0], *name[first:]), (name[0], *name[last:]))
        yield from _of_two_surnames(name)


def _of_two_surnames(name: Form) -> Iterator[Form]:
    """The surname of Ana St - Louis, and what may be that of Ana Vela Tarvik; Sarah Jane Quill is no Jane Quill."""
    if name[-2] == "-":
        yield name[-3:]
    elif _may_be_surname(name[-2]) and name[-3] not in words("particle"):  # `Khalid bin Omar Tarvik` has one
        yield name[-2:]


def _may_be_surname(word: str) -> bool:
    return word.isalpha() and len(word) > 1 and word not in words("given_name")


def _respelt(form: Form) -> Iterator[Form]:
    """`Al Marwani` and `Al-Marwani`, wherever one of them is written."""
    at = next((at for at, word in enumerate(form[:-1]) if word.lower() in _ARTICLES), None)
    if at is not None:
        is_tied = form[at + 1] == "-"
        yield (*form[: at + 1], *(() if is_tied else ("-",)), *form[at + 1 + is_tied :])
