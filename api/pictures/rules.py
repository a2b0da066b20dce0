"""How large pictures may be, and how they are kept. Pure."""

from enum import StrEnum

MOST = 12
"""Pictures of one record: a page of light reading, not an album."""
MOST_PIXELS = 50_000_000
"""A picture is counted before it is decoded: a few kilobytes may unfold to gigabytes."""
TAKEN = ("JPEG", "PNG", "WEBP")
"""What is decoded at all. SVG is not among them: it is a program, not a picture."""


class Size(StrEnum):
    """The sizes in which a picture is kept."""

    LARGE = "large"
    SMALL = "small"

    @property
    def edge(self) -> int:
        """The longest edge, in pixels."""
        return 1600 if self is Size.LARGE else 480


def is_decodable(width: int, height: int) -> bool:
    """Whether a picture of this many pixels is small enough to be decoded."""
    return 0 < width * height <= MOST_PIXELS


def moved(order: list[str], key: str, position: int) -> list[str]:
    """``order`` with ``key`` at ``position``, counted from 1; behind the last where there are fewer."""
    others = [other for other in order if other != key]
    return [*others[: position - 1], key, *others[position - 1 :]]
