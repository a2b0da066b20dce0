"""Which files are taken, by what they are and not by what they are called."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.platform.texts import safe_file_name
from api.uploads import kinds
from api.uploads.intake import _media_types
from tests.factories import documents as made


def kind(content: bytes, extension: str = "") -> str | None:
    head, tail = content[: kinds.HEAD], content[-kinds.TAIL :]
    found = kinds.kind_of(extension, _media_types(head), head, tail)
    return found and found.word


def archive(**entries: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in entries.items():
            packed.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "extension", "expected"),
    [
        (made.pdf(), "pdf", "PDF"),
        (made.pdf(), "docx", "PDF"),
        (made.word(), "docx", "DOCX"),
        (made.spreadsheet(), "xlsx", "XLSX"),
        (made.PNG, "png", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01", "jpeg", "JPG"),
        (b"Three points.", "txt", "TXT"),
        (rb"{\rtf1\ansi Three points.}", "rtf", "RTF"),
        (rb"{\rtf1\ansi Three points.}", "txt", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "xls", "XLS"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "exe", "DOC"),
        ("Genève;été".encode("cp1252"), "csv", "CSV"),
        (b"\xef\xbb\xbfa,b\n1,2\n", "csv", "CSV"),
        (b"Three points.", "pdf", None),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "txt", None),
        (b"  <!DOCTYPE html><script>alert(1)</script>", "csv", None),
        (b"\xef\xbb\xbf<html>", "txt", None),
        (b"MZ\x90\x00\x03\x00\x00\x00", "txt", None),
        (b"GIF89a....", "png", None),
        (archive(**{"virus.exe": b"MZ"}), "docx", None),
        (b"PK\x03\x04", "docx", None),
        (b"", "txt", "TXT"),
    ],
)
def test_a_file_is_known_by_its_content(content: bytes, extension: str, expected: str | None) -> None:
    assert kind(content, extension) == expected


def test_a_decompression_bomb_is_looked_at_from_outside_only() -> None:
    bomb = archive(**{"[Content_Types].xml": b"<Types/>", "word/document.xml": b"0" * 30_000_000})

    assert len(bomb) < 100_000
    assert kind(bomb, "docx") == "DOCX"


@pytest.mark.parametrize(
    ("given_name", "expected"),
    [
        ("Draft agenda.pdf", "Draft agenda.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Amina\\note.txt", "note.txt"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ('a"b<c>.txt', "a_b_c_.txt"),
        ("line\r\nbreak.txt", "linebreak.txt"),
        ("", "document"),
        ("...", "document"),
        ("x" * 500 + ".pdf", "x" * 196 + ".pdf"),
        ("جدول الأعمال.pdf", "جدول الأعمال.pdf"),
    ],
)
def test_names_are_made_safe(given_name: str, expected: str) -> None:
    assert safe_file_name(given_name) == expected


@given(st.text(max_size=400))
def test_any_name_is_made_one_that_leads_nowhere(name: str) -> None:
    safe = safe_file_name(name)

    assert 1 <= len(safe) <= 200
    assert not set(safe) & set('/\\\x00\r\n"')
    assert safe_file_name(safe) == safe
