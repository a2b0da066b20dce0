"""Abstract landscapes, drawn by numbers: pictures of a demonstration that pretend to show nobody and no place."""

import io
import math
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageDraw

_WIDTH, _HEIGHT = 720, 480
_STEP = 6
_Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Light:
    """The colours of an hour: the sky from its top to the horizon, the sun, and the farthest and nearest hills."""

    top: _Colour
    horizon: _Colour
    sun: _Colour
    far: _Colour
    near: _Colour


LIGHTS = {
    "morning": Light((197, 217, 234), (250, 238, 229), (255, 250, 240), (168, 193, 200), (15, 118, 110)),
    "noon": Light((142, 190, 229), (232, 241, 250), (255, 255, 255), (150, 184, 214), (11, 92, 171)),
    "evening": Light((122, 62, 157), (250, 214, 190), (255, 236, 214), (186, 128, 150), (74, 38, 95)),
    "desert": Light((214, 226, 232), (253, 241, 221), (255, 249, 235), (226, 184, 140), (161, 73, 15)),
}


def draw(light: Light, number: int) -> bytes:
    """A landscape as PNG: the same for the same ``number``, on every machine."""
    chance = Random(number)  # noqa: S311 -- a picture, not a secret
    picture = Image.new("RGB", (1, _HEIGHT))
    for row in range(_HEIGHT):
        picture.putpixel((0, row), _between(light.top, light.horizon, row / _HEIGHT))
    picture = picture.resize((_WIDTH, _HEIGHT))
    pen = ImageDraw.Draw(picture)
    x, y, radius = chance.randrange(135, 585), chance.randrange(90, 195), chance.randrange(26, 45)
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=light.sun)
    hills = chance.randrange(3, 6)
    for place in range(hills):
        pen.polygon(_hill(chance, place / hills), fill=_between(light.far, light.near, place / (hills - 1)))
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=1)
    return out.getvalue()


def _hill(chance: Random, nearness: float) -> list[tuple[float, float]]:
    """The outline of a hill, from the far one to the near one ever lower and rounder."""
    base = 225 + nearness * 195
    waves = [(chance.uniform(10, 40) * (1.3 - nearness), chance.uniform(0.6, 2.4), chance.uniform(0, 6)) for _ in "abc"]
    ridge = [
        (x, base - sum(height * math.sin(x / _WIDTH * math.pi * pace + shift) for height, pace, shift in waves))
        for x in range(0, _WIDTH + _STEP, _STEP)
    ]
    return [*ridge, (_WIDTH, _HEIGHT), (0, _HEIGHT)]


def _between(one: _Colour, other: _Colour, share: float) -> _Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue
