"""The demonstration's translations: checked, a machine's, and one that its original has left behind."""

from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform.language import Language
from api.practices.models import Practice
from api.seeding.cast import Cast
from api.seeding.demonstration.calendar import moment
from api.seeding.files import read
from api.translations.models import Maker, PracticeTranslation
from api.translations.rules import TEXTS


def add(session: AsyncSession, cast: Cast, practices: list[Practice]) -> None:
    """Add the translations of ``practices``."""
    by_title = {practice.title: practice for practice in practices}
    for entry in read("demonstration", "translations")["translations"]:
        practice, checked_in_days = by_title[entry["of"]], entry["checked_in_days"]
        checked_at = None if checked_in_days is None else moment(checked_in_days, hour=10)
        session.add(
            PracticeTranslation(
                practice_id=practice.id,
                language=Language(entry["language"]),
                made_by=Maker(entry["made_by"]),
                rendered={name: getattr(practice, name) for name in TEXTS} | entry.get("rendered", {}),
                checked_at=checked_at,
                checked_by_name=cast.people["secretariat"].name if checked_at else "",
                **entry["texts"],
            )
        )
