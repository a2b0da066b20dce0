"""PDF and pictures out, by typst: one wheel, no system libraries, right to left and Chinese included."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import anyio.to_thread
import typst
from anyio import CapacityLimiter

from api.platform import clock
from api.platform.documents import fonts
from api.platform.documents.answers import Form
from api.platform.language import Language
from api.settings import get_settings

_ROOT = Path(__file__).parents[3]
"""Templates import from here: ``#import "/api/platform/documents/house.typ": *``."""

_AS_PDF = {"pdf_standards": "ua-1"}
_DOTS_PER_INCH = 192

at_a_time = CapacityLimiter(2)
"""Typesetting keeps a core busy: the others are for those who read."""


async def typeset(template: Path, data: Mapping[str, Any], *, language: Language) -> bytes:
    """The PDF that ``template`` (a ``.typ`` file beside the room that uses it) makes of ``data``, in a thread.

    ``data`` is what JSON can hold, with at least ``title``; the template reads it as text, so that nothing in it is
    ever taken for markup. Tagged (PDF/UA-1) for those who listen to it.
    """
    return await anyio.to_thread.run_sync(_compile, template, dict(data), language, _AS_PDF, limiter=at_a_time)


async def draw(template: Path, data: Mapping[str, Any], *, language: Language, form: Form) -> bytes:
    """The picture (PNG, or SVG with its letters as outlines, so that it looks alike everywhere) that ``template`` makes."""
    how = {"format": form.value, "ppi": _DOTS_PER_INCH}
    return await anyio.to_thread.run_sync(_compile, template, dict(data), language, how, limiter=at_a_time)


def _compile(template: Path, data: dict[str, Any], language: Language, how: dict[str, Any]) -> bytes:
    made = typst.compile(
        template.resolve(),
        root=_ROOT,
        font_paths=fonts.load(get_settings().fonts_dir),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False), "language": language.value},
        timestamp=int(clock.now().timestamp()),
        **how,
    )
    assert isinstance(made, bytes)
    return made
