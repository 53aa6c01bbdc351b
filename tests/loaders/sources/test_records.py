"""Files with several documents: JSON lines, tables, feeds."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from graph.model import Document
from loaders.decoding import REACH
from loaders.documents import Reading, found, parse, parse_all
from loaders.errors import DocumentUnreadable, Failure
from loaders.sources.columns import columns_of

Refusal = Callable[..., str]


def outcomes(text: str, source: str = "news", columns: str = "") -> list[Document | Failure]:
    return list(parse_all(text.encode(), source=source, reading=Reading(columns_of(columns))))


def documents(text: str, source: str = "news", columns: str = "") -> list[Document]:
    found = outcomes(text, source, columns)
    assert not [one for one in found if isinstance(one, Failure)], found
    return [one for one in found if isinstance(one, Document)]


def test_each_line_of_json_is_a_document_called_by_its_number() -> None:
    lines = [
        {"headline": "Tin", "body": "Tin rose.\u2028Lead fell.", "source": {"id": 1, "name": "Port Weekly"}},
        {"Title": "Lead", "Text": "Lead fell.", "published": "2025-03-04T10:00:00Z", "link": "https://example.org/l"},
    ]
    tin, lead = documents("\n\n".join(json.dumps(line, ensure_ascii=False) for line in lines))
    assert (tin.text, tin.title, tin.publisher, tin.source) == ("Tin rose.\nLead fell.", "Tin", "Port Weekly", "news:1")
    assert (lead.url, lead.published_at, lead.source) == ("https://example.org/l", date(2025, 3, 4), "news:3")


def test_a_bad_line_keeps_none_of_the_others_out() -> None:
    lines = ['{"text": "Tin rose."}', "{broken", "[1]", '{"title": "x"}', '{"text": " "}', '{"text": "Lead fell."}']
    found = outcomes("\n".join(lines))
    assert [one.source for one in found if isinstance(one, Document)] == ["news:1", "news:6"]
    reasons = [one.reason for one in found if isinstance(one, Failure)]
    expected = ["news:2 is no JSON", "news:3 is no JSON object", "news:4 has no column of texts among title"]
    assert all(
        reason.startswith(words) for reason, words in zip(reasons, [*expected, "news:5 has no words"], strict=True)
    )


@pytest.mark.parametrize("before", ["", " ", "\n", " \n\t\r\n  "])
@pytest.mark.parametrize("indent", [None, 2])
def test_each_object_of_a_list_is_a_document_however_it_is_laid_out(before: str, indent: int | None) -> None:
    records = [{"title": "Tin", "text": "Tin rose."}, {"title": "Lead", "text": "Lead fell."}]
    tin, lead = documents(before + json.dumps(records, indent=indent) + "\n", "news.json")
    assert (tin.text, tin.source) == ("Tin rose.", "news.json:1")
    assert (lead.text, lead.source) == ("Lead fell.", "news.json:2")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_each_row_of_a_table_is_a_document(delimiter: str) -> None:
    rows = [
        ["title", "body", "date"],
        ["Tin", '"Tin rose, and\nlead; fell | all\tday"', "2025-03-04"],
        ["Lead", "Lead", ""],
    ]
    tin, lead = documents("\r\n".join(delimiter.join(row) for row in rows))
    assert (tin.text, tin.title, tin.published_at) == ("Tin rose, and\nlead; fell | all\tday", "Tin", date(2025, 3, 4))
    assert (lead.source, lead.published_at) == ("news:2", None)


def test_columns_of_other_names_are_given() -> None:
    text = "when,what,words\n2025-03-04,Tin,Tin rose.\n"
    [document] = documents(text, "news.csv", "text=words,title=what,published_at=when")
    assert (document.text, document.title, document.published_at) == ("Tin rose.", "Tin", date(2025, 3, 4))


def test_a_table_without_texts_is_told_so_with_its_columns(refusal: Refusal) -> None:
    assert "has no column of texts among day, price: name it with --columns" in refusal(b"day,price\n1,2\n", "p.csv")
    [failure] = outcomes("day,price\n1,2\n", "p.csv", "text=words")
    assert "no column of texts" in failure.reason


@pytest.mark.parametrize("text", ["words", "text=", "colour=red", "text=a,=b"])
def test_columns_that_mean_nothing_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not one of text, title, publisher, url, published_at"):
        columns_of(text)


@pytest.mark.parametrize(
    "value",
    [
        "2025-03-04",
        "20250304",
        "2025-03-04 23:59:00-05:00",
        "Tue, 04 Mar 2025 10:00:00 GMT",
        "Mar 04, 2025",
        "1741082400",
    ],
)
def test_a_day_is_read_as_archives_write_it(value: str) -> None:
    assert documents(json.dumps({"text": "Tin rose.", "date": value}))[0].published_at == date(2025, 3, 4)


@pytest.mark.parametrize("value", ["03/04/2025", "04.03.2025", "yesterday", "2025", "2025-13-04"])
def test_a_day_that_could_be_another_is_not_guessed(value: str) -> None:
    line = json.dumps({"text": "Tin rose.", "date": value}).encode()
    [failure] = parse_all(line, source="news")
    assert "write it as 2025-03-04" in failure.reason


def test_markup_in_a_record_becomes_paragraphs() -> None:
    [document] = documents(json.dumps({"text": "<p>Tin <b>rose</b> &amp; fell.</p><p>Lead fell.</p>"}))
    assert document.text == "Tin rose & fell.\n\nLead fell."


def test_a_row_with_too_many_cells_is_told_as_such() -> None:
    first, second = outcomes("title,text\nTin,Tin rose, and fell.\nLead,Lead fell.\n")
    assert isinstance(first, Failure)
    assert "has more cells than there are columns" in first.reason
    assert isinstance(second, Document)


def test_a_quotation_mark_that_is_never_closed_is_told_where_it_opens() -> None:
    table = 'title,text\nTin,Tin rose.\nZinc,"Zinc fell.\nLead,Lead fell.'
    first, second = outcomes(table)
    assert isinstance(first, Document)
    assert isinstance(second, Failure)
    assert "news:2 opens a quotation mark that is never closed" in second.reason
    assert len([one for one in outcomes(table + '"\n') if isinstance(one, Document)]) == 2


def test_in_a_folder_a_table_without_texts_is_left_out(tmp_path: Path) -> None:
    files = {
        "news.csv": "title,text\nTin,Tin rose.\n",
        "one.csv": "words\nTin rose.\n",
        "prices.csv": "day;price\n1;2\n",
    }
    for name, content in files.items():
        (tmp_path / name).write_text(content)
    assert found([tmp_path]).left_out == [tmp_path / "one.csv", tmp_path / "prices.csv"]
    assert found([tmp_path], columns=columns_of("text=words")).documents == [tmp_path / "one.csv"]


def test_prose_with_commas_is_no_table() -> None:
    assert parse(b"Text, body and content\n\nTin, lead, zinc rose.", source="note").text == "Tin, lead, zinc rose."


RSS = """<?xml version="1.0"?>
<rss version="2.0"><channel><title>Port Weekly</title>
<item><title>Tin &amp; lead</title><link>https://example.org/tin</link><pubDate>Tue, 04 Mar 2025 10:00:00 GMT</pubDate>
<description>&lt;p&gt;Tin rose.&lt;/p&gt;&lt;p&gt;Lead fell.&lt;/p&gt;</description></item>
<item><title>A link alone</title><link>https://example.org/other</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Port Weekly</title><entry><title>Tin</title>
<link href="https://example.org/tin"/><updated>2025-03-04T10:00:00Z</updated>
<summary>In short.</summary><content type="html">&lt;p&gt;Tin rose.&lt;/p&gt;</content></entry></feed>"""


def test_each_entry_of_a_feed_that_has_a_text_is_a_document() -> None:
    tin, other = outcomes(RSS)
    assert isinstance(tin, Document)
    assert (tin.text, tin.title, tin.publisher) == ("Tin rose.\n\nLead fell.", "Tin & lead", "Port Weekly")
    assert (tin.url, tin.published_at, tin.source) == ("https://example.org/tin", date(2025, 3, 4), "news:1")
    assert isinstance(other, Failure)
    assert "without a text: save the article that it links to" in other.reason


def test_the_whole_text_of_an_entry_goes_before_its_summary() -> None:
    [document] = documents(ATOM)
    assert (document.text, document.published_at) == ("Tin rose.", date(2025, 3, 4))


def test_a_feed_without_entries_is_refused(refusal: Refusal) -> None:
    assert "is a feed without entries" in refusal(b"<rss><channel><title>Port</title></channel></rss>")


def test_one_document_is_not_taken_out_of_several() -> None:
    with pytest.raises(DocumentUnreadable, match="holds several documents"):
        parse(b'{"text": "Tin rose."}\n{"text": "Lead fell."}\n', source="news")


def test_a_file_that_is_read_piece_by_piece_gives_what_it_gives_as_a_whole() -> None:
    words = [f"Zinc no. {number} cost €{number}, said Nestlé." for number in range(60_000)]
    lines = "".join(json.dumps({"text": one}, ensure_ascii=False) + "\n" for one in words).encode()
    assert len(lines) > 3 * REACH
    assert [one.text for one in parse_all(lines, source="news") if isinstance(one, Document)] == words
    table = "title,text\n" + "".join(f'x,"{one}\n{one}"\n' for one in words)
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        found = [one.text for one in parse_all(table.encode(encoding), source="t.csv") if isinstance(one, Document)]
        assert found == [f"{one}\n{one}" for one in words], encoding


def test_single_bytes_of_another_encoding_far_down_are_read_as_archives_mean_them() -> None:
    lines = b'{"text": "Tin rose."}\n' * 100_000 + '{"text": "Nestlé fell."}\n'.encode("cp1252")
    *_, last = parse_all(lines, source="news")
    assert isinstance(last, Document)
    assert (last.text, last.source) == ("Nestlé fell.", "news:100001")
