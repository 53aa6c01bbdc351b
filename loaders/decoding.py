"""Bytes to text: what encoding a document is in, and whether it is a text at all."""

from __future__ import annotations

import codecs
import io
import re
from typing import Any, BinaryIO, TextIO

from charset_normalizer import from_bytes

from loaders.errors import DocumentUnreadable

# UTF-32 goes first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"Rar!", "a rar archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "an image or a recording"),
    (b"ID3", "a recording"),
    (b"\x7fELF", "a program"),
)
# Encodings of Windows and the web, one for each script: with more of them, single accents are read as Polish or Greek.
_LIKELY = ["gb18030", "big5", "cp932", "cp949", "cp1251", "cp1252"]
_CONTROL_BYTES = bytes({*range(9), *range(14, 32), 127})
_MOST_CONTROL_BYTES = 0.05
REACH = 1 << 20  # bytes at the start of a file by which its encoding is told
_MOST_REPLACED = 0.01
_WESTERN = "streetgraph.western"  # what is done with bytes that are no UTF-8
_UNRECOGNISED = "is in an encoding that cannot be recognised: save it as UTF-8."
_RUN = re.compile(rb"[\x80-\xff]+")
_LINE_END = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ud800-\udfff]")


def text_of(data: bytes) -> str:
    """The text that the bytes stand for, with `\\n` as line end and spaces for control characters.

    A space takes the place of one character, so that positions stay those of the decoded text.
    """
    return cleaned(decoded(data))


def cleaned(text: str) -> str:
    """The text with `\\n` as line end and spaces for control characters."""
    return _CONTROL.sub(" ", _LINE_END.sub("\n", text))


def decoded(data: bytes) -> str:
    """The text that the bytes stand for, as it is; raises `DocumentUnreadable` if they are none."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, encoding)
    _refuse_binary(data)
    return _utf8(data) or _western(data) or _guessed(data)


def text_on(file: BinaryIO, *, newline: str) -> TextIO:
    """The text of a file, to be read piece by piece; a file within `REACH` is decoded as a whole, as by `decoded`.

    Of a longer one, single bytes that are no UTF-8 are read as those of Windows: so archives mix what they gather.
    """
    head = file.read(REACH)
    if len(head) < REACH:
        return io.StringIO(decoded(head).removeprefix("\ufeff"), newline=newline)
    encoding = encoding_of(head)
    errors = _WESTERN if encoding.startswith("utf-8") else "replace"
    return io.TextIOWrapper(io.BufferedReader(_Rejoined(head, file)), encoding, errors, newline)


def encoding_of(head: bytes) -> str:
    """The encoding of a text that begins like this; raises `DocumentUnreadable` if it is none."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    _refuse_binary(head)
    if _utf8(head) is not None:
        return "utf-8"
    if _western(head) is not None:
        return "cp1252"
    best = from_bytes(head, cp_isolation=_LIKELY).best()
    if best is None:
        raise DocumentUnreadable(_UNRECOGNISED)
    return best.encoding


class _Rejoined(io.RawIOBase):
    """A file whose head has been read already."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = io.BytesIO(head), rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - as the base class has it
        piece = self._head.read(len(buffer)) or self._rest.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)


def _western_bytes(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error(_WESTERN, _western_bytes)


def _marked(data: bytes, encoding: str) -> str:
    text = data.decode(encoding, errors="replace")
    if text.count("\ufffd") > _MOST_REPLACED * len(text):
        raise DocumentUnreadable(f"says that it is {encoding.upper()} but is not: save it as UTF-8.")
    return text


def _refuse_binary(data: bytes) -> None:
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise DocumentUnreadable(f"is {what}, not text: save its text as a .txt or .md file.")
    controls = len(data) - len(data.translate(None, _CONTROL_BYTES))
    if b"\0" in data or controls > _MOST_CONTROL_BYTES * len(data):
        raise DocumentUnreadable("is a binary file, not text: give a .txt or .md file, in UTF-8 if you can.")


def _utf8(data: bytes) -> str | None:
    """The text if it is UTF-8, possibly with a few damaged characters."""
    text = data.decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    beyond_ascii = sum(not char.isascii() for char in text) if damaged else 0
    return text if beyond_ascii >= 10 * damaged else None


def _western(data: bytes) -> str | None:
    """The text if its few bytes beyond ASCII stand alone, as accents, currency signs and curly quotes do."""
    runs = _RUN.findall(data)
    alone = sum(len(run) == 1 for run in runs)
    if sum(map(len, runs)) > len(data) / 10 or alone < len(runs) / 2:
        return None
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return None


def _guessed(data: bytes) -> str:
    best = from_bytes(data, cp_isolation=_LIKELY).best()
    if best is None:
        raise DocumentUnreadable(_UNRECOGNISED)
    return str(best)
