from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.model import Document
from loaders.documents import found, parse, read
from loaders.errors import DocumentUnreadable

HEADER = "Tin rallies\nPort Weekly\n2025-03-04\nhttps://example.org/tin\n\n"
BODY = "Tin rose 2% on Tuesday.\n\nMiners followed, said Ann Brook of Shale & Co.\n"


def text(words: str, source: str = "note.txt") -> Document:
    return parse(words.encode(), source=source)


def write(folder: Path, *names: str) -> list[Path]:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(HEADER + BODY, encoding="utf-8")
    return [folder / name for name in names]


def refusal(data: bytes, **options: int) -> str:
    with pytest.raises(DocumentUnreadable) as refused:
        parse(data, source="note.txt", **options)
    assert str(refused.value).startswith("note.txt ")
    return str(refused.value)


# Which files there are


def test_a_folder_stands_for_its_documents_in_order_and_its_subfolders(tmp_path: Path) -> None:
    expected = write(tmp_path, "a.txt", "b/c.md", "b/d.markdown", "e.TXT")
    write(tmp_path, ".hidden.txt", ".git/x.txt")
    others = write(tmp_path, "a.gold.json", "b/picture.png", "b/readme.rst")
    assert found([tmp_path]).left_out == others
    assert found([tmp_path]).documents == expected


def test_files_given_by_name_are_kept_in_the_order_given(tmp_path: Path) -> None:
    files = write(tmp_path, "z.text", ".a.txt")
    assert found(files).documents == files


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("*.txt", ["a.txt", "b.txt"]),
        ("**/*.md", ["deep/c.md", "deep/er/d.md"]),
        ("deep/**", ["deep/c.md", "deep/er/d.md"]),
        ("[ab].txt", ["a.txt", "b.txt"]),
        ("d??p/c.md", ["deep/c.md"]),
        ("deep*", ["deep/c.md", "deep/er/d.md"]),
    ],
)
def test_a_pattern_stands_for_the_files_that_a_shell_would_list(tmp_path: Path, pattern: str, names: list[str]) -> None:
    write(tmp_path, "a.txt", "b.txt", ".c.txt", "deep/c.md", "deep/er/d.md")
    assert found([tmp_path / pattern]).documents == [tmp_path / name for name in names]


def test_a_pattern_that_fits_nothing_is_reported_when_it_is_read(tmp_path: Path) -> None:
    (path,) = found([tmp_path / "*.txt"]).documents
    with pytest.raises(DocumentUnreadable, match=r"\*\.txt fits no file: check the pattern"):
        read(path)


def test_a_file_that_is_called_like_a_pattern_is_itself(tmp_path: Path) -> None:
    (file, _) = write(tmp_path, "a[1].txt", "a1.txt")
    assert found([file]).documents == [file]


def test_a_folder_that_is_a_loop_ends(tmp_path: Path) -> None:
    (file,) = write(tmp_path, "a.txt")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert found([tmp_path]).documents == [file]


def test_a_folder_without_documents_is_reported_when_it_is_read(tmp_path: Path) -> None:
    (path,) = found([tmp_path]).documents
    with pytest.raises(DocumentUnreadable, match=r"is a folder, and no document was read from it: name a file"):
        read(path)


def test_a_missing_path_is_reported_when_it_is_read(tmp_path: Path) -> None:
    (path,) = found([tmp_path / "nowhere.txt"]).documents
    with pytest.raises(DocumentUnreadable, match=r"nowhere\.txt does not exist: check the spelling"):
        read(path)


def test_a_closed_folder_below_a_folder_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (file, _) = write(tmp_path, "a.txt", "closed/b.txt")
    list_folder = os.scandir

    def scandir(path: str) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", path)
        return list_folder(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert found([tmp_path]).documents == [file, tmp_path / "closed"]


@pytest.mark.parametrize(
    ("problem", "message"),
    [
        (PermissionError(13, "Permission denied"), "may not be read by you: change its permissions"),
        (OSError(5, "Input/output error"), r"cannot be read \(Input/output error\): check"),
    ],
)
def test_a_file_that_cannot_be_opened_says_why(
    problem: OSError, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise problem

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(DocumentUnreadable, match=message):
        read(tmp_path / "a.txt")


def test_a_path_with_a_nul_in_it_is_refused() -> None:
    with pytest.raises(DocumentUnreadable, match="is not a path"):
        read(Path("a\0b"))


# What cannot be read


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf\n", b"...\n---\n", HEADER.encode()])
def test_a_file_without_words_is_refused(data: bytes) -> None:
    assert "nothing to read" in refusal(data)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"7z\xbc\xaf\x27\x1cwords", "a 7z archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
        (b"words\x00words", "a binary file"),
        (b"\x01\x02\x03words" * 20, "a binary file"),
        (b"{\\rtf1 Tin rose.}", "an RTF document"),
    ],
)
def test_what_is_not_text_is_refused_with_what_it_is_and_what_to_do(data: bytes, what: str) -> None:
    message = refusal(data)
    assert f"is {what}, not text: " in message
    assert ".txt or .md file" in message


def test_a_file_that_is_too_large_is_refused_before_it_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(DocumentUnreadable, match="is larger than 20 MB: split it"):
        read(path)
    assert "larger than 0.001 MB" in refusal(b"words " * 200, max_bytes=1000)


def test_an_encoding_that_nothing_fits_is_refused() -> None:
    assert "save it as UTF-8" in refusal(bytes(range(128, 256)) * 20)
    assert "says that it is UTF-16" in refusal(b"\xff\xfe" + "Tin rose.".encode("utf-16-le") + b"\x00\xd8" * 9)


# Forms


def test_four_header_lines_are_title_publisher_date_and_address() -> None:
    document = text(HEADER + BODY)
    assert (document.title, document.publisher) == ("Tin rallies", "Port Weekly")
    assert (document.published_at, document.url) == (date(2025, 3, 4), "https://example.org/tin")
    assert (document.text, document.source) == (BODY.rstrip(), "note.txt")


def test_unknown_header_lines_are_left_open() -> None:
    document = text("Tin rallies\nunknown\nUnknown\nunknown\n\n" + BODY)
    assert (document.title, document.publisher, document.published_at, document.url) == (
        "Tin rallies",
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    "words",
    [
        "Tin rallies\nPort Weekly\nlast March\nunknown\n\nTin rose.",
        "Tin rallies\nPort Weekly\n2025-03-04\n\nTin rose.",
        "Tin rallies\nPort Weekly\n2025-03-04\nunknown\nTin rose.",
        "Tin rallies\n\n2025-03-04\nunknown\n\nTin rose.",
        "Tin rallies\nPort Weekly\n2025-13-04\nunknown\n\nTin rose.",
    ],
)
def test_lines_that_are_not_a_header_stay_in_the_text(words: str) -> None:
    document = text(words)
    assert document.publisher is None
    assert document.text.endswith("Tin rose.")
    assert "2025" not in words or "2025" in document.text


LINE = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1).filter(
    lambda line: line.strip() and "\ufeff" not in line
)


@given(title=LINE, body=st.lists(LINE | st.just(""), min_size=1))
@example(title="# Tin", body=["", "# Lead", "", " _zinc_ rose"])
def test_the_body_below_a_header_is_the_file_as_it_is(title: str, body: list[str]) -> None:
    whole = f"{title}\nPort Weekly\nunknown\nunknown\n\nOre. " + "\n".join(body)
    assert text(whole, "note.md").text == whole.split("\n\n", 1)[1].rstrip()


def test_a_short_first_line_above_an_empty_one_is_the_title_of_plain_text() -> None:
    document = text("\nTin rallies again\n\nTin rose 2% on Tuesday.\nLead fell.\n")
    assert (document.title, document.text) == ("Tin rallies again", "Tin rose 2% on Tuesday.\nLead fell.")


@pytest.mark.parametrize(
    "words", ["Tin rose.\n\nLead fell.", "Tin rose\nand fell.", "Tin rallies", "Tin " * 60 + "\n\nLead fell."]
)
def test_a_first_line_that_reads_like_a_sentence_is_no_title(words: str) -> None:
    assert (text(words).title, text(words).text) == ("", words)


@settings(deadline=None)  # what is no text is read by a process, which has to be started
@given(data=st.binary() | st.text().map(str.encode), suffix=st.sampled_from([".txt", ".md", ""]))
@example(data=b"\xff\xfe\x00\xd8", suffix=".txt")
@example(data=b"\xff\xfe\x00\x00\xff\xff\xff\xff", suffix=".txt")
@example(data=b"a\nb\n0001-01-01\nd\n", suffix=".txt")
@example(data=b"---\n---\n#\n[[]()](``)**_", suffix=".md")
def test_any_bytes_give_a_document_or_a_reason(data: bytes, suffix: str) -> None:
    try:
        document = parse(data, source=f"note{suffix}")
    except DocumentUnreadable:
        return
    assert document.text.strip()
    document.text.encode()  # fails for what is no character, such as a half of a surrogate pair


def test_a_pipe_in_a_folder_does_not_hold_up_the_others(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "note.txt").write_text("UBS likes tin.")
    assert found([tmp_path]).documents == [tmp_path / "note.txt"]
