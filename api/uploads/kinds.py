"""Which kinds of files are taken, and how each is known by its content. Pure."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file that is taken: what it is sent as, and the endings it may have."""

    media_type: str
    extensions: tuple[str, ...]

    @property
    def word(self) -> str:
        """As people call it: ``DOCX``."""
        return self.extensions[0].upper()


_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"
PDF = FileKind("application/pdf", ("pdf",))
DOCX = FileKind(f"{_OFFICE}.wordprocessingml.document", ("docx",))
XLSX = FileKind(f"{_OFFICE}.spreadsheetml.sheet", ("xlsx",))
PPTX = FileKind(f"{_OFFICE}.presentationml.presentation", ("pptx",))
ODT = FileKind(f"{_OPEN}.text", ("odt",))
ODS = FileKind(f"{_OPEN}.spreadsheet", ("ods",))
ODP = FileKind(f"{_OPEN}.presentation", ("odp",))
PNG = FileKind("image/png", ("png",))
JPEG = FileKind("image/jpeg", ("jpg", "jpeg"))
RTF = FileKind("application/rtf", ("rtf",))
DOC = FileKind("application/msword", ("doc",))
XLS = FileKind("application/vnd.ms-excel", ("xls",))
PPT = FileKind("application/vnd.ms-powerpoint", ("ppt",))
TEXT = FileKind("text/plain", ("txt", "md"))
CSV = FileKind("text/csv", ("csv",))
KINDS = (PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, PNG, JPEG, TEXT, CSV)
"""What is taken where nothing else is said."""

_SIGNATURES = ((b"{\\rtf", (RTF,)), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", (DOC, XLS, PPT)))
"""What a file of these kinds begins with; the old office programs' kinds share one beginning, and are told apart by name."""

_INSIDE_OFFICE = ((b"word/", DOCX), (b"xl/", XLSX), (b"ppt/", PPTX))
_MARKUP = re.compile(rb"\s*(<\?xml|<!doctype|<html|<svg|<script|<head|<body|<!--)", re.IGNORECASE)
_STRANGE_IN_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")

HEAD, TAIL = 8_192, 262_144
"""How many bytes of a file's beginning and end are looked at."""


def kind_of(extension: str, sniffed: Collection[str], head: bytes, tail: bytes) -> FileKind | None:
    """The kind of a file by its content: its first and last bytes.

    Archives are never unpacked: an office file is known by the names in its table of contents, which is at its end.
    ``sniffed``: media types that a library of signatures knows by the first bytes. ``extension`` only tells kinds apart that begin alike. ``None``: not of a kind that is taken.
    """
    if head.startswith(b"PK\x03\x04"):
        return _kind_of_archive(head, tail)
    signed = next((kind for kind in (PDF, PNG, JPEG) if kind.media_type in sniffed), None)
    if signed:
        return signed
    for signature, kinds in _SIGNATURES:
        if head.startswith(signature):
            return next((kind for kind in kinds if extension in kind.extensions), kinds[0])
    if _STRANGE_IN_TEXT.search(head) or _MARKUP.match(head.removeprefix(b"\xef\xbb\xbf")):
        return None
    return next((kind for kind in (TEXT, CSV) if extension in kind.extensions), None)


def _kind_of_archive(head: bytes, tail: bytes) -> FileKind | None:
    for kind in (ODT, ODS, ODP):
        if head[30:].startswith(b"mimetype" + kind.media_type.encode()) and b"META-INF/manifest.xml" in tail:
            return kind
    if b"[Content_Types].xml" not in tail:
        return None
    return next((kind for folder, kind in _INSIDE_OFFICE if b"\x00" + folder in tail or folder in tail), None)


def extension_of(name: str) -> str:
    """The ending of a file name, in lower case, without the dot."""
    return PurePosixPath(name).suffix[1:].lower()


def title_from(name: str) -> str:
    """A title for what only the file's name is known of, in at most 200 characters."""
    return re.sub(r"[_\s]+", " ", PurePosixPath(name).stem).strip()[:200] or name
