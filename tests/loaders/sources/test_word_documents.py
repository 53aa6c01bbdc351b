from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date

from made_files import SENTENCES, word

from graph.model import Document

Read, Refusal = Callable[..., Document], Callable[..., str]


def test_paragraphs_and_rows_are_read_in_order_below_the_title(read: Read) -> None:
    document = read(word(*SENTENCES, title="Tin rallies", rows=[["Metal", "Price"], ["Tin", "31,000"]]), "note")
    assert (document.title, document.published_at) == ("Tin rallies", date(2025, 3, 4))
    assert document.text == "\n\n".join([*SENTENCES, "Metal | Price", "Tin | 31,000"])


def test_an_empty_document_is_refused(refusal: Refusal) -> None:
    assert "nothing to read" in refusal(word())


def test_a_document_that_unpacks_to_far_too_much_is_refused(refusal: Refusal) -> None:
    file = io.BytesIO(word("Tin rose."))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/zeros.bin", bytes(110_000_000))
    assert "unpacks to more than 100 MB" in refusal(file.getvalue())


def test_a_damaged_document_is_told_as_such(refusal: Refusal) -> None:
    whole = word(*SENTENCES)
    assert "is a Word document that is damaged" in refusal(whole[: len(whole) // 2] + b"word/document.xml")
    middle = whole.index(b"word/document.xml") + 40
    assert "is a Word document that is damaged" in refusal(whole[:middle] + bytes(200) + whole[middle + 200 :])


def test_entities_of_a_hostile_document_are_not_followed(refusal: Refusal) -> None:
    source, hostile = zipfile.ZipFile(io.BytesIO(word("Tin rose."))), io.BytesIO()
    with zipfile.ZipFile(hostile, "w") as archive:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/document.xml":
                declared = b'<!DOCTYPE x [<!ENTITY lead SYSTEM "file:///etc/passwd">]><w:document'
                part = part.replace(b"<w:document", declared, 1).replace(b"Tin rose.", b"&lead;")
            archive.writestr(name, part)
    assert "root:" not in refusal(hostile.getvalue())
