"""Translations of practices."""

from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform import clock
from api.platform.language import Language
from api.practices.models import Practice
from api.translations.models import PracticeTranslation
from api.translations.rules import TEXTS


async def make_translation(
    session: AsyncSession, practice: Practice, *, is_checked: bool = True, **fields: Any
) -> PracticeTranslation:
    """A whole translation into French, checked unless said otherwise, of ``practice`` as it is."""
    original = {name: getattr(practice, name) for name in TEXTS}
    values: dict[str, Any] = {name: text and f"fr: {text}" for name, text in original.items()}
    if is_checked:
        values |= {"checked_at": clock.now(), "checked_by_name": "Aline Traoré"}
    values |= {"language": Language.FRENCH, "rendered": original}
    translation = PracticeTranslation(practice_id=practice.id, **values | fields)
    session.add(translation)
    await session.commit()
    return translation
