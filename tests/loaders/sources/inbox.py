"""An inbox as people have it: files of all forms, whole, broken, huge, hostile and empty, and what is to come of each.

What is expected stands in order: words of a document, `!` and words of a reason, or LEFT_OUT. A file of many documents
says how many of them it has.
"""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pyarrow as arrow
import pyarrow.parquet
from made_files import SENTENCES, packed_pdf, page, pdf, word, wrapped

TIN = "Tin rose 2% on Tuesday, said Ann Brook of Shale & Co."
LEFT_OUT = "?"
RSS = "<rss version='2.0'><channel><title>Port Weekly</title>{}</channel></rss>"
ENTRY = "<item><title>Tin</title><link>https://example.org/tin</link><description>{}</description></item>"
MAIL = "From: Port Weekly <desk@example.org>\nTo: r@example.org\nSubject: Tin\nDate: Tue, 04 Mar 2025 10:00:00 +0000\n"
BOX = f"From desk@example.org Tue Mar  4 10:00:00 2025\n{MAIL}\n{TIN}\n\n"
PAIRS = "by,a,b,date\nUBS,Alibaba,Amazon,2025-02-20\nUBS,,Meta,2025-02-20\n"
TARGETS = "by;subject;metric;value;unit\nUBS;Nvidia;price target;120;USD\nUBS;Nvidia;prise;1;USD\n"


@dataclass(frozen=True)
class Made:
    """A file, and what is to come of it."""

    data: bytes
    expected: tuple[str, ...]
    documents: int | None = None


def made(data: bytes | str, *expected: str, documents: int | None = None) -> Made:
    return Made(data.encode() if isinstance(data, str) else data, expected, documents)


def zipped(members: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def twice(name: str, *texts: str) -> bytes:
    """An archive of files that are called the same."""
    spaced = zipped({name[:-1] + str(number): text for number, text in enumerate(texts)})
    for number in range(len(texts)):
        spaced = spaced.replace(f"{name[:-1]}{number}".encode(), name.encode())
    return spaced


def taped(members: Mapping[str, bytes], links: Mapping[str, str] | None = None, mode: str = "w") -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode=mode) as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        for name, target in (links or {}).items():
            info = tarfile.TarInfo(name)
            info.type, info.linkname = tarfile.SYMTYPE, target
            archive.addfile(info)
    return file.getvalue()


def locked(data: bytes) -> bytes:
    """The same archive with all its members marked as encrypted."""
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            data = data[: start + at] + bytes([data[start + at] | 1]) + data[start + at + 1 :]
            start = data.find(mark, start + at)
    return data


def parquet(**columns: list) -> bytes:
    file = io.BytesIO()
    pyarrow.parquet.write_table(arrow.table(columns), file)
    return file.getvalue()


def nested(depth: int) -> bytes:
    data = zipped({"a.txt": TIN})
    for _ in range(depth - 1):
        data = zipped({"inner.zip": data})
    return data


def lines(count: int, words: str = TIN) -> str:
    return "".join(json.dumps({"text": f"{number}. {words}"}) + "\n" for number in range(count))


LAUGHS = "<!DOCTYPE rss [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + level)} '{f'&{chr(97 + level)};' * 10}'>" for level in range(9)
)
TEXTS = {
    "note.txt": made(f"Tin rallies\nPort Weekly\n2025-03-04\nhttps://example.org/tin\n\n{TIN}", TIN),
    "plain.txt": made(TIN, TIN),
    "western.txt": made("Nestlé rose €3, said “Ann”.".encode("cp1252"), "Nestlé rose €3, said “Ann”."),
    "wide.txt": made(TIN.encode("utf-16"), TIN),
    "chinese.txt": made("阿里巴巴集团周二上涨百分之二，分析师说。市场普遍看好。".encode("gb18030"), "阿里巴巴集团"),
    "front.md": made(f"---\ntitle: Tin\ndate: 2025-03-04\n---\n\n# Tin\n\n**{TIN}**\n", TIN),
    "empty.txt": made("", "!is empty"),
    "blank.md": made(" \n\n\t\n", "!is empty"),
    "binary.txt": made(bytes(range(256)) * 10, "!is a binary file"),
    "huge.txt": made(b"Tin rose. " * 2_100_000, "!is larger than 20 MB"),
    "damaged-utf16.txt": made(b"\xff\xfe" + b"\x00\xd8" * 50, "!says that it is UTF-16"),
}
PAGES = {
    "page.html": made(page(*SENTENCES), SENTENCES[0]),
    "page-without-a-name": made(page(*SENTENCES), SENTENCES[0]),
    "western.html": made(
        page("Nestlé rose 2% on Tuesday, as analysts had said.", head="<meta charset='iso-8859-1'>")
        .decode()
        .encode("latin-1"),
        "Nestlé rose",
    ),
    "misnamed.html": made(
        page("Nestlé rose 2% on Tuesday, as analysts had said.", head="<meta charset='iso-8859-1'>"), "Nestlé rose"
    ),
    "picture-within.html": made(
        page(*SENTENCES, around=f"<img src='data:image/png;base64,{'A' * 6_000_000}'>"), SENTENCES[0]
    ),
    "cut.html": made(page(*SENTENCES)[:-60], SENTENCES[0]),
    "drawn-by-scripts.html": made(
        "<html><body><div id='root'></div><script>draw()</script></body></html>", "!without an article"
    ),
    "nested.html": made(b"<html><body>" + b"<div>" * 50_000 + TIN.encode(), "!nested so deeply"),
}
PAPERS = {
    "note.pdf": made(pdf([wrapped(*SENTENCES)]), SENTENCES[0]),
    "sent-along.pdf": made(b"HTTP/1.1 200 OK\r\n\r\n" + pdf([wrapped(*SENTENCES)]), SENTENCES[0]),
    "locked.pdf": made(pdf([SENTENCES], password="secret"), "!is locked with a password"),
    "scan.pdf": made(pdf([[], [], []]), "!is a scan"),
    "cut.pdf": made(pdf([SENTENCES])[:200], "!is a PDF file that is damaged"),
    "bomb.pdf": made(packed_pdf(b" " * 300_000_000), "!unpacks to far too much"),
    "report.docx": made(word(*SENTENCES, title="Tin", rows=[["Tin", "2%"]]), "Tin | 2%"),
    "cut.docx": made(word(*SENTENCES)[:-3000], "!is a Word document that is damaged"),
    "bomb.docx": made(
        zipped({"[Content_Types].xml": "", "word/document.xml": b" " * 150_000_000}), "!unpacks to more than"
    ),
}
MESSAGES = {
    "note.eml": made(f"{MAIL}\n{TIN}\n", TIN),
    "marked-up.eml": made(f"{MAIL}Content-Type: text/html\n\n<p>{TIN}</p>", TIN),
    "attachment-alone.eml": made(f"{MAIL}Content-Type: application/pdf\n\nJVBERi0=\n", "!without words of its own"),
    "archive.mbox": made(BOX + BOX + BOX[:60], TIN, TIN, "!without words of its own"),
    "quoted.mbox": made(f"{BOX}>From here on tin fell.\n", f"{TIN}\n\nFrom here on tin fell."),
    "feed.rss": made(RSS.format(ENTRY.format(TIN) + ENTRY.format("")), TIN, "!is an entry without a text"),
    "feed.atom": made(f"<feed xmlns='http://www.w3.org/2005/Atom'><entry><summary>{TIN}</summary></entry></feed>", TIN),
    "empty.rss": made(RSS.format(""), "!is a feed without entries"),
    "laughs.rss": made(f"{LAUGHS}]>{RSS.format(ENTRY.format('&j;'))}", "!declares entities"),
    "outside.rss": made(
        f"<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>{RSS.format(ENTRY.format('&a;'))}",
        "!declares entities",
    ),
}
RECORDS = {
    "news.jsonl": made(lines(1) + "{broken\n[1]\n" + lines(1), TIN, "!is no JSON", "!is no JSON object", TIN),
    "list.json": made(json.dumps([{"text": TIN}, 1, {"text": TIN}]), TIN, "!is no JSON object", TIN),
    "cut-list.json": made(json.dumps([{"text": TIN}])[:-1], "!is a JSON list that is damaged"),
    "settings.json": made('[{"font": "mono"}]', LEFT_OUT),
    "bulk.jsonl": made(lines(4000, f"{TIN} " * 160), documents=4000),
    "endless-line.jsonl": made('{"text": "' + "tin " * 20_000_000, "!"),
    "news.csv": made(
        f'title,text,date\nTin,"{TIN}",2025-03-04\nLead,Lead fell.,03/04/2025\n', TIN, "!write it as 2025-03-04"
    ),
    "news.tsv": made(f"title\ttext\nTin\t{TIN}\n", TIN),
    "open-quote.csv": made('title,text\nTin,"Tin rose.\nLead,Lead fell.\n', "!quotation mark that is never closed"),
    "old-mac.csv": made(f'title,text\rTin,"{TIN}"\r', TIN),
    "for-excel.csv": made(f'sep=|\r\ntitle|text\r\nTin|"{TIN}"\r\n', TIN),
    "prices.csv": made("day,price\n2025-03-04,1.5\n", LEFT_OUT),
    "pairs.csv": made(PAIRS, "UBS | Alibaba | Amazon | 2025-02-20", "!names nothing under `a`"),
    "targets.csv": made(TARGETS, "UBS | Nvidia | price target | 120 | USD", "!is no metric"),
    "news.parquet": made(parquet(headline=["Tin"], body=[TIN], published=[date(2025, 3, 4)]), TIN),
    "older.parquet": made(parquet(text=[TIN.encode(), b"\x00\xff"]), TIN, "!has no words in it"),
    "half.parquet": made(parquet(text=[TIN])[:-20], "!is a Parquet file that is damaged"),
    "prices.parquet": made(parquet(day=["2025-03-04"], price=[1.5]), LEFT_OUT),
    "cut.parquet": made(parquet(text=[TIN] * 100)[:-300] + b"PAR1", "!is a Parquet file that is damaged"),
}
ARCHIVES = {
    "mixed.zip": made(
        zipped({"a.txt": TIN, "b/c.html": page(*SENTENCES), "logo.png": b"\x89PNG", ".hidden.txt": TIN, "e.txt": ""}),
        *(TIN, SENTENCES[0], LEFT_OUT, "!is empty"),
    ),
    "mixed.tar": made(taped({"a.txt": TIN.encode(), "b/note.docx": word(TIN)}), TIN, TIN),
    "mixed.tar.gz": made(taped({"a.txt": TIN.encode()}, mode="w:gz"), TIN),
    "mixed.tar.bz2": made(taped({"news.jsonl": lines(2).encode()}, mode="w:bz2"), TIN, TIN),
    "news.jsonl.gz": made(gzip.compress(lines(2).encode()), TIN, TIN),
    "nested.zip": made(nested(3), TIN),
    "packed-twice.gz": made(gzip.compress(gzip.compress(TIN.encode())), TIN),
    "nested-too-deeply.zip": made(nested(5), "!lies in too many archives"),
    "escaping.zip": made(
        zipped({"../../evil.txt": TIN, "/etc/evil.txt": TIN, "a.txt": TIN}), *["!leads out of the archive"] * 2, TIN
    ),
    "escaping-windows.zip": made(
        zipped({"..\\..\\evil.txt": TIN, "C:\\evil.txt": TIN, "a.txt": TIN}), *["!leads out of the archive"] * 2, TIN
    ),
    "escaping.tar": made(
        taped({"../evil.txt": b"x"}, {"passwd": "/etc/passwd"}), "!leads out of the archive", "!is a link"
    ),
    "bomb.zip": made(zipped({"a.txt": TIN, "b.txt": bytes(400_000_000)}), TIN, "!unpacks to far too much"),
    "bomb.gz": made(gzip.compress(bytes(400_000_000)), "!unpacks to far too much"),
    "one-name.zip": made(twice("a.txt", TIN, f"{TIN} Lead fell."), TIN, "Lead fell."),
    "locked.zip": made(locked(zipped({"a.txt": TIN})), "!is locked with a password"),
    "cut.zip": made(zipped({"a.txt": TIN, "b.txt": TIN})[:-40], "!is an archive that is damaged"),
    "cut.tar": made(
        taped({"a.txt": TIN.encode(), "b.txt": TIN.encode() * 50})[:2600], TIN, "!is damaged", "!is an archive"
    ),
    "cut.gz": made(gzip.compress(TIN.encode())[:-12], "!is a packed file that is damaged"),
    "empty.zip": made(zipped({}), "!is an archive without documents"),
    "pictures.zip": made(zipped({"a.png": b"\x89PNG"}), LEFT_OUT, "!is an archive without documents"),
}
OTHERS = {
    "workbook.xlsx": made(zipped({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}), LEFT_OUT),
    "old.doc": made(b"\xd0\xcf\x11\xe0" + bytes(5000), LEFT_OUT),
    "logo.png": made(b"\x89PNG\r\n\x1a\n" + zlib.compress(b"x"), LEFT_OUT),
    "program": made(b"\x7fELF" + bytes(200), LEFT_OUT),
    "readme.rst": made("Tin\n===\n", LEFT_OUT),
}
INBOX = TEXTS | PAGES | PAPERS | MESSAGES | RECORDS | ARCHIVES | OTHERS
