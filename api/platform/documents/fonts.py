"""The typefaces that documents are set in. They come with the built app; before it is built, from its packages."""

from functools import lru_cache
from pathlib import Path

import typst

NEEDED = ("Noto Sans", "Noto Sans Arabic", "Noto Sans SC")
"""For the six official languages; titles are in a serif that the typesetter brings along."""

_PACKAGES = Path("frontend/node_modules/@expo-google-fonts")
_WEIGHTS = ("400Regular", "600SemiBold")


@lru_cache
def load(folder: Path) -> typst.Fonts:
    """The typefaces in ``folder``, read once a process; the machine's own are left out, so that pages look alike everywhere."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=_places(folder))


def missing(folder: Path) -> list[str]:
    """Those of ``NEEDED`` that ``folder`` does not hold."""
    held = set(load(folder).families())
    return [name for name in NEEDED if name not in held]


def _places(folder: Path) -> list[Path]:
    if folder.is_dir():
        return [folder]
    return [place for weight in _WEIGHTS for place in sorted(_PACKAGES.glob(f"*/{weight}"))]
