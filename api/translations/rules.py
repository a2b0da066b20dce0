"""What a translation is worth to a reader: a pure reading of its texts beside those of the original."""

from collections.abc import Mapping

from api.translations.models import Maker, TranslatedTexts
from api.translations.models import TranslationState as S

TEXTS: tuple[str, ...] = tuple(TranslatedTexts.model_fields)
"""The texts that are translated, in the form's order."""

SHOWN = frozenset({S.MACHINE, S.CHECKED, S.OLDER})
"""What the public reads; the state is said beside it."""


def untranslated(original: Mapping[str, str], translation: Mapping[str, str]) -> list[str]:
    """The texts that ``original`` has and ``translation`` lacks."""
    return [name for name in TEXTS if original[name] and not translation[name]]


def changed_since(original: Mapping[str, str], rendered: Mapping[str, str]) -> list[str]:
    """The texts of ``original`` that are no longer as they were ``rendered``."""
    return [name for name in TEXTS if original[name] != rendered[name]]


def state_of(*, made_by: Maker, is_checked: bool, untranslated: list[str], changed: list[str]) -> S:
    """Where a translation stands.

    One that a person has checked stays readable when the original moves on, and says so. A machine's is shown once it
    is whole. What a person is still writing is nobody else's yet.
    """
    if not is_checked and (made_by is Maker.PERSON or untranslated):
        return S.DRAFT
    if changed:
        return S.OLDER
    return S.CHECKED if is_checked else S.MACHINE
