"""Minutes, corrections to them, decisions and standard phrases."""

from datetime import UTC, datetime
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.meetings.models import AgendaItem, Meeting, MeetingStatus
from api.minutes.models import Decision, Minutes, MinutesCorrection, MinutesPhrase, MinutesText, MinutesVersion
from api.platform import clock
from api.platform.language import Language
from tests.factories.meetings import make_meeting

UNTIL = datetime(2026, 12, 1, 17, tzinfo=UTC)
"""Until when corrections to circulated minutes are taken."""


async def make_circulated_meeting(session: AsyncSession, **fields: Any) -> Meeting:
    """A meeting of a fortnight ago whose minutes are out for corrections until ``UNTIL``."""
    values = {"starts_at": datetime(2026, 11, 10, 14, tzinfo=UTC)} | fields
    meeting = await make_meeting(session, status=MeetingStatus.MINUTES_CIRCULATED, **values)
    session.add(Minutes(id=meeting.id, circulated_at=clock.now(), corrections_until=UNTIL))
    await session.commit()
    return meeting


async def make_text(session: AsyncSession, item: AgendaItem, *versions: str, **fields: Any) -> MinutesText:
    """What the minutes say on ``item``, in the last of ``versions``."""
    text = MinutesText(
        id=item.id,
        meeting_id=item.meeting_id,
        text=versions[-1],
        version=len(versions),
        saved_at=clock.now(),
        saved_by="Secretariat officer",
        **fields,
    )
    session.add(text)
    await session.flush()
    session.add_all(
        MinutesVersion(agenda_item_id=item.id, number=number, text=words, person_name="Secretariat officer")
        for number, words in enumerate(versions, start=1)
    )
    await session.commit()
    return text


async def make_correction(
    session: AsyncSession, item: AgendaItem, champion: Champion, **fields: Any
) -> MinutesCorrection:
    """A correction that ``champion`` proposes to version 1 of the minutes of ``item``."""
    values = {
        "base_version": 1,
        "text": "The meeting welcomed the first results.",
        "why": "It welcomed them.",
        "person_name": "Amina Diallo",
    } | fields
    correction = MinutesCorrection(
        meeting_id=item.meeting_id, agenda_item_id=item.id, champion_id=champion.id, **values
    )
    session.add(correction)
    await session.commit()
    return correction


async def make_decision(session: AsyncSession, meeting: Meeting, **fields: Any) -> Decision:
    """The first decision of ``meeting``."""
    values = {"number": 1, "text": "A dialogue on missing migrants is held before June."} | fields
    decision = Decision(meeting_id=meeting.id, **values)
    session.add(decision)
    await session.commit()
    return decision


async def make_phrase(
    session: AsyncSession, text: str = "The meeting took note with appreciation of …"
) -> MinutesPhrase:
    """A phrase of the English library."""
    phrase = MinutesPhrase(language=Language.ENGLISH, text=text)
    session.add(phrase)
    await session.commit()
    return phrase
