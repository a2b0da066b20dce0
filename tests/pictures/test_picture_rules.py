"""What becomes of the bytes of a picture, and the order of many."""

import io
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from api.pictures import rules
from api.pictures.encoding import OversizedPicture, UnreadablePicture, encode
from api.pictures.rules import Size
from tests.factories.documents import png
from tests.factories.pictures import photograph


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def test_a_picture_is_kept_in_two_sizes_and_never_enlarged() -> None:
    large = encode(photograph(3000, 1500))
    little = encode(photograph(40, 30))

    assert (large.width, large.height) == (1600, 800)
    assert {size: opened(content).size for size, content in large.content.items()} == {
        Size.LARGE: (1600, 800),
        Size.SMALL: (480, 240),
    }
    assert {opened(content).size for content in little.content.values()} == {(40, 30)}


def test_nothing_but_the_pixels_is_kept() -> None:
    """Where a photograph was taken is nobody's business; how it was held decides what is up."""
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held upright
    exif.get_ifd(0x8825)[1] = "N"  # GPS

    made = encode(photograph(40, 30, exif=exif) + b"<script>alert(1)</script>")

    assert (made.width, made.height) == (30, 40)
    assert not opened(made.content[Size.LARGE]).getexif()
    assert b"script" not in made.content[Size.LARGE]


def bomb() -> bytes:
    """A PNG of a few hundred bytes that says it has ten thousand million pixels."""
    small = bytearray(png())
    small[16:24] = (100_000).to_bytes(4) + (100_000).to_bytes(4)
    small[29:33] = zlib.crc32(small[12:29]).to_bytes(4)
    return bytes(small)


@pytest.mark.parametrize(
    ("sent", "refusal"),
    [
        (b"", UnreadablePicture),
        (b"Three points.", UnreadablePicture),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", UnreadablePicture),
        (b"GIF89a" + b"\x00" * 50, UnreadablePicture),
        (photograph()[:200], UnreadablePicture),
        (photograph(kind="PNG")[:-30], UnreadablePicture),
        (bomb(), OversizedPicture),
    ],
)
def test_what_is_no_picture_is_refused(sent: bytes, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        encode(sent)


@given(st.integers(0, 8).flatmap(lambda n: st.tuples(st.just([str(k) for k in range(n + 1)]), st.integers(1, 100))))
def test_moving_a_picture_loses_none(given_order: tuple[list[str], int]) -> None:
    order, position = given_order

    made = rules.moved(order, "0", position)

    assert sorted(made) == sorted(order)
    assert made.index("0") == min(position, len(order)) - 1
    assert [key for key in made if key != "0"] == order[1:]
