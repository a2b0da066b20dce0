"""A picture on a page of its own: PNG or JPEG as PDF, by typst."""

import struct
import tempfile
from pathlib import Path

import anyio.to_thread
import typst

from api.platform import clock
from api.platform.documents.pdf import at_a_time

MOST_PIXELS = 40_000_000
"""A larger picture is not opened: a small file may hold one that fills the memory."""

_FORMATS = {"image/png": "png", "image/jpeg": "jpg"}
_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of JPEG segments that tell height and width (ITU-T T.81, table B.1)."""
_PAGE = """
#let told(..size) = image(
  read("picture", encoding: none), format: sys.inputs.format, alt: sys.inputs.title, ..size,
)
#set document(title: sys.inputs.title)
#set page(paper: "a4", margin: 18mm)
#align(center + horizon, layout(area => {
  let natural = measure(told())
  if natural.width <= area.width and natural.height <= area.height { told() } else {
    told(width: 100%, height: 100%, fit: "contain")
  }
}))
"""


async def as_pdf(content: bytes, media_type: str, title: str) -> bytes:
    """One page of A4 with the picture on it, no larger than it is. Raises ``ValueError`` for what cannot be opened."""
    width, height = size_of(content, media_type)
    if not 0 < width * height <= MOST_PIXELS:
        raise ValueError(f"a picture of {width} by {height} pixels")
    return await anyio.to_thread.run_sync(_compile, content, _FORMATS[media_type], title, limiter=at_a_time)


def size_of(content: bytes, media_type: str) -> tuple[int, int]:
    """Width and height in pixels as the file's head tells them. Raises ``ValueError`` where it does not."""
    try:
        return _size_of_png(content) if media_type == "image/png" else _size_of_jpeg(content)
    except (struct.error, IndexError) as broken:
        raise ValueError("a picture that breaks off") from broken


def _size_of_png(content: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from(">II", content, 16)
    return width, height


def _size_of_jpeg(content: bytes) -> tuple[int, int]:
    at = 2
    while True:
        while content[at] == content[at + 1] == 0xFF:
            at += 1
        marker, length = struct.unpack_from(">xBH", content, at)
        if marker in _SIZES:
            height, width = struct.unpack_from(">HH", content, at + 5)
            return width, height
        at += 2 + length


def _compile(content: bytes, image_format: str, title: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.typ")
        page.write_text(_PAGE)
        page.with_name("picture").write_bytes(content)
        try:
            made = typst.compile(
                page,
                root=page.parent,
                ignore_system_fonts=True,
                sys_inputs={"format": image_format, "title": title},
                timestamp=int(clock.now().timestamp()),
                pdf_standards="ua-1",
            )
        except typst.TypstError as broken:
            raise ValueError(str(broken)) from broken
    assert isinstance(made, bytes)
    return made
