from __future__ import annotations

from collections.abc import Callable
from datetime import date
from email.message import EmailMessage

import pytest

from graph.model import Document

Read, Refusal = Callable[..., Document], Callable[..., str]
TEXT = "Tin rose 2% on Tuesday, said Ann Brook.\n\nLead fell by €3.\n"


def message(text: str = TEXT, *, html: str = "") -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Port Weekly <desk@example.org>"
    mail["To"] = "readers@example.org"
    mail["Subject"] = "Tin rallies – Nestlé too"
    mail["Date"] = "Tue, 04 Mar 2025 23:30:00 -0500"
    if text:
        mail.set_content(text)
    if html:
        mail.add_alternative(html, subtype="html")
    return mail


@pytest.mark.parametrize("name", ["note.eml", "note"])
def test_a_message_has_a_subject_a_day_a_sender_and_words(read: Read, name: str) -> None:
    document = read(message().as_bytes(), name)
    assert (document.title, document.publisher) == ("Tin rallies – Nestlé too", "Port Weekly")
    assert document.published_at == date(2025, 3, 4)
    assert document.text == "Tin rose 2% on Tuesday, said Ann Brook.\n\nLead fell by €3."


def test_the_text_part_goes_before_the_html_part(read: Read) -> None:
    assert "zinc" not in read(message(html="<p>All about zinc.</p>").as_bytes()).text


def test_a_message_in_html_alone_is_read(read: Read) -> None:
    mail = message("", html="<style>p {}</style><p>Tin <b>rose</b> 2%.</p><p>Lead fell.</p>")
    assert read(mail.as_bytes()).text == "Tin rose 2%.\n\nLead fell."


def test_lines_that_were_broken_to_fit_are_whole_again(read: Read) -> None:
    first = "Tin rose 2% on Tuesday on the exchange in Port, said Ann"
    assert f"{first} Brook of Shale & Co." in read(message(f"{first}\nBrook of Shale & Co.\n").as_bytes()).text


def test_an_encoding_that_nobody_knows_is_guessed(read: Read) -> None:
    data = message().as_bytes().replace(b'charset="utf-8"', b'charset="x-none"')
    assert "Lead fell by €3." in read(data).text


def test_a_message_with_nothing_but_an_attachment_is_refused(refusal: Refusal) -> None:
    mail = message("")
    mail.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="note.pdf")
    assert "save what is attached to it" in refusal(mail.as_bytes())


def test_a_text_file_that_begins_like_a_message_stays_as_it_is(read: Read) -> None:
    text = "From: the desk\nTo: all readers\nSubject: tin\n\nTin rose."
    assert read(text.encode(), "note.txt").text == text


def test_what_was_forwarded_with_a_message_is_read_below_it(read: Read) -> None:
    middle = message("See below.")
    middle.add_attachment(message())
    outer = message("")
    outer.add_attachment(middle)
    said = "Tin rose 2% on Tuesday, said Ann Brook.\n\nLead fell by €3."
    subject = "Tin rallies – Nestlé too"
    assert read(outer.as_bytes()).text == f"{subject}\n\nSee below.\n\n{subject}\n\n{said}"


def test_every_message_that_is_attached_is_read(read: Read) -> None:
    digest = message("See below.")
    for number in range(60):
        digest.add_attachment(message(f"Tin rose to {number:,} on the exchange."))
    text = read(digest.as_bytes()).text
    assert [number for number in range(60) if f"Tin rose to {number} on" in text] == list(range(60))
