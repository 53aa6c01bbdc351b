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


def put_in(data: bytes, name: str, old: str, new: str) -> bytes:
    """The same document with something else in a part of it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as parts, zipfile.ZipFile(made, "w") as changed:
        for part in parts.namelist():
            text = parts.read(part)
            changed.writestr(part, text.replace(old.encode(), new.encode(), 1) if part == name else text)
    return made.getvalue()


def said(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def test_what_a_reader_sees_is_read_wherever_it_stands_and_nothing_else(read: Read) -> None:
    change = "<w:p><w:del><w:r><w:delText>Zinc fell.</w:delText></w:r></w:del>"
    moved = "<w:moveFrom><w:r><w:t> Once here.</w:t></w:r></w:moveFrom>"
    moved += "<w:ins><w:r><w:t>Zinc rose.</w:t></w:r></w:ins></w:p>"
    form = f"<w:sdt><w:sdtContent>{said('In a form.')}</w:sdtContent></w:sdt>"
    inner = f"<w:tbl><w:tr><w:tc>{said('In a cell')}</w:tc></w:tr></w:tbl>"
    table = f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc><w:tc>{said('31,000')}</w:tc></w:tr></w:tbl>"
    box = f"<w:p><w:r><w:t>Beside.</w:t><w:pict><w:txbxContent>{said('In a box.')}</w:txbxContent></w:pict></w:r></w:p>"
    body = f"{change}{moved}{form}{table}{box}"
    document = read(put_in(word("Lead."), "word/document.xml", "<w:sectPr", f"{body}<w:sectPr"), "note")
    assert document.text.split("\n\n") == [
        *("Lead.", "Zinc rose.", "In a form.", "In a cell | 31,000", "Beside.", "In a box.")
    ]


def test_notes_stand_below_the_text(read: Read) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    link = f'<Relationship Id="rNotes" Type="{kind}" Target="footnotes.xml"/></Relationships>'
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    part = 'application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>'
    data = put_in(word("Lead rose."), "word/_rels/document.xml.rels", "</Relationships>", link)
    data = put_in(
        data, "[Content_Types].xml", "</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{part}'
    )
    file = io.BytesIO(data)
    with zipfile.ZipFile(file, "a") as parts:
        note = f'<w:footnote w:id="1">{said("Prices of Monday.")}</w:footnote>'
        parts.writestr("word/footnotes.xml", f"<w:footnotes {names}>{note}</w:footnotes>")
    assert read(file.getvalue(), "note").text == "Lead rose.\n\nPrices of Monday."


def with_box(data: bytes, heading: str, instead: str) -> bytes:
    """The same document with something else as its heading, and a box that hangs on that."""
    box = f"<w:pict><w:txbxContent>{said('Buy')}{said('Target 31,000')}</w:txbxContent></w:pict>"
    return put_in(data, "word/document.xml", f"<w:t>{heading}</w:t>", f"<w:t>{instead}</w:t>{box}")


def test_a_box_that_hangs_on_the_title_stands_at_the_top_of_the_text(read: Read) -> None:
    document = read(with_box(word("Tin rose.", title="Tin rallies"), "Tin rallies", "Tin\x7frallies"), "note")
    assert (document.title, document.text) == ("Tin rallies", "Buy\n\nTarget 31,000\n\nTin rose.")


def test_a_title_without_words_leaves_that_of_the_file(read: Read) -> None:
    data = put_in(word("Tin rose.", title="-"), "docProps/core.xml", "<dc:title/>", "<dc:title>Tin</dc:title>")
    document = read(with_box(data, "-", ""), "note")
    assert (document.title, document.text) == ("Tin", "Buy\n\nTarget 31,000\n\nTin rose.")
