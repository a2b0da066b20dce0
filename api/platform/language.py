"""The language an answer is given in: one of the six official languages, from ``Accept-Language``."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum

from babel import negotiate_locale
from starlette.datastructures import Headers


class Language(StrEnum):
    """The official languages of the United Nations."""

    ARABIC = "ar"
    CHINESE = "zh"
    ENGLISH = "en"
    FRENCH = "fr"
    RUSSIAN = "ru"
    SPANISH = "es"


_current: ContextVar[Language] = ContextVar("language", default=Language.ENGLISH)


def current() -> Language:
    """The language of the request under way; English outside a request."""
    return _current.get()


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Let ``language`` be the one of the moment: for what is written to somebody else than the caller."""
    before = _current.set(language)
    try:
        yield
    finally:
        _current.reset(before)


def choose(headers: Headers) -> Language:
    """Set and return the best official language for ``headers``; English where nothing fits."""
    accepted = headers.get("accept-language")
    language = Language(_negotiate(accepted)) if accepted else Language.ENGLISH
    _current.set(language)
    return language


def _negotiate(accepted: str) -> str:
    weighted = []
    for place, part in enumerate(accepted.split(",")[:20]):
        tag, _, parameters = part.strip().partition(";")
        try:
            weight = float(parameters.partition("q=")[2] or 1)
        except ValueError:
            weight = 0.0
        if weight > 0:
            weighted.append((-weight, place, tag.split("-")[0].lower()))
    preferred = [tag for _, _, tag in sorted(weighted)]
    return negotiate_locale(preferred, [language.value for language in Language]) or Language.ENGLISH.value
