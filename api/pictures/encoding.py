"""Encodes pictures anew: what we keep holds pixels and nothing else, no place where it was taken, no script, no second file."""

import io
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

from api.pictures import rules
from api.pictures.rules import Size

MEDIA_TYPE = "image/webp"


class UnreadablePicture(ValueError):
    """The bytes are no picture of a kind that is taken, or one that is damaged."""


class OversizedPicture(ValueError):
    """The picture has too many pixels to be decoded."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """A picture as it is kept. ``width`` and ``height`` are those of the large one."""

    width: int
    height: int
    content: dict[Size, bytes]


def encode(sent: bytes) -> Encoded:
    """``sent`` upright and in our sizes, known by its bytes alone. Works for as long as the pixels ask; call it in a thread."""
    try:
        with Image.open(io.BytesIO(sent), formats=rules.TAKEN) as picture:
            if not rules.is_decodable(*picture.size):
                raise OversizedPicture
            picture.draft("RGB", (Size.LARGE.edge, Size.LARGE.edge))  # a JPEG is decoded no larger than needed
            upright = ImageOps.exif_transpose(picture)
            pixels = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    except Image.DecompressionBombError as error:
        raise OversizedPicture from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        if isinstance(error, OversizedPicture):
            raise
        raise UnreadablePicture from error
    sized = {size: _within(pixels, size.edge) for size in Size}
    return Encoded(*sized[Size.LARGE].size, {size: _webp(image) for size, image in sized.items()})


def _within(pixels: Image.Image, edge: int) -> Image.Image:
    made = pixels.copy()
    made.thumbnail((edge, edge))
    return made


def _webp(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "WEBP", quality=82)
    return out.getvalue()
