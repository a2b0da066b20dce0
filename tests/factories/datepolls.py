"""Date polls and what champions say to them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.datepolls.models import DateAnswer, DatePoll, DatePollAnswer, DatePollCandidate, DatePollVoice
from tests.conftest import NOW

OPENED = {"opened_at": NOW - timedelta(days=3)}
ENDED = {"opened_at": NOW - timedelta(days=9), "deadline_at": NOW - timedelta(days=2)}

DATES = (
    datetime(2026, 12, 15, 14, tzinfo=UTC),
    datetime(2026, 12, 16, 14, tzinfo=UTC),
    datetime(2027, 1, 13, 3, tzinfo=UTC),
)
"""Two alike while MAR and SLV co-chair, and one in the night of Geneva under the next pair."""


async def make_date_poll(session: AsyncSession, *, dates: tuple[datetime, ...] = DATES, **fields: Any) -> DatePoll:
    """A draft, to be answered within a week; open with ``**OPENED``, its answers in with ``**ENDED``."""
    values = {"title": "Technical meeting", "deadline_at": NOW + timedelta(days=7)} | fields
    poll = DatePoll(**values)
    session.add(poll)
    await session.flush()
    session.add_all(DatePollCandidate(poll_id=poll.id, starts_at=at) for at in dates)
    await session.commit()
    return poll


async def dates_of(session: AsyncSession, poll: DatePoll) -> list[DatePollCandidate]:
    """The dates of ``poll``, the soonest first."""
    wanted = select(DatePollCandidate).where(col(DatePollCandidate.poll_id) == poll.id)
    return list((await session.exec(wanted.order_by(col(DatePollCandidate.starts_at)))).all())


async def make_voice(session: AsyncSession, poll: DatePoll, champion: Champion, *answers: str | None) -> DatePollVoice:
    """What ``champion`` says to the dates in their order; ``None``: nothing."""
    voice = DatePollVoice(poll_id=poll.id, champion_id=champion.id, person_name="Amina Diallo")
    session.add(voice)
    await session.flush()
    session.add_all(
        DatePollAnswer(poll_id=poll.id, voice_id=voice.id, candidate_id=each.id, answer=DateAnswer(said))
        for each, said in zip(await dates_of(session, poll), answers, strict=False)
        if said
    )
    await session.commit()
    return voice
