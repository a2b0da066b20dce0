"""The letters of date polls: when one opens, to the silent before its deadline, and what came of it."""

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.champions.voices import focal_points, had_a_voice
from api.datepolls import queries, rules
from api.datepolls.models import DatePoll, DatePollCandidate, DatePollStatus, DatePollVoice
from api.notifications import letters
from api.notifications.kinds import LetterKind
from api.notifications.letters import About, Letter, Reader
from api.notifications.moments import moment_told
from api.platform import clock, sweeps
from api.platform.wording import words


async def tell_opened(session: AsyncSession, poll: DatePoll, starts: Sequence[datetime]) -> None:
    """Ask every focal point of every champion."""

    def written(reader: Reader) -> Letter:
        return _letter("opened", poll, reader, note=poll.note, dates=_listed(starts, reader))

    await _send(session, poll, LetterKind.DATE_POLL_OPENED, written, key=f"date-poll-opened:{poll.id}")


async def tell_chosen(session: AsyncSession, poll: DatePoll) -> None:
    """Tell the date to every focal point; what it changes for the invited their own mail says."""

    def written(reader: Reader) -> Letter:
        assert poll.chosen_starts_at is not None
        return _letter("chosen", poll, reader, date=moment_told(poll.chosen_starts_at, reader))

    await _send(session, poll, LetterKind.DATE_POLL_ENDED, written, key=f"date-poll-ended:{poll.id}")


async def tell_without_date(session: AsyncSession, poll: DatePoll) -> None:
    """Tell every focal point that no date follows from the poll, and why."""

    def written(reader: Reader) -> Letter:
        return _letter("without_date", poll, reader, reason=poll.ending_reason)

    await _send(session, poll, LetterKind.DATE_POLL_ENDED, written, key=f"date-poll-ended:{poll.id}")


@sweeps.every("datepolls.remind-the-silent")
async def remind_the_silent(session: AsyncSession) -> None:
    """Remind the people of champions that have not answered, one to two days before the deadline: once for each deadline."""
    now = clock.now()
    near = select(DatePoll).where(
        queries.stands(DatePollStatus.OPEN), col(DatePoll.deadline_at) <= now + rules.REMINDED_BEFORE
    )
    for poll in (await session.exec(near)).all():
        assert poll.opened_at is not None
        at = rules.reminder_at(poll.opened_at, poll.deadline_at)
        if at is not None and at <= now:
            await _remind(session, poll)


async def _remind(session: AsyncSession, poll: DatePoll) -> None:
    rows = await session.exec(
        select(DatePollCandidate.starts_at)
        .where(col(DatePollCandidate.poll_id) == poll.id)
        .order_by(col(DatePollCandidate.starts_at))
    )
    starts = rows.all()
    spoke = select(DatePollVoice.id).where(
        col(DatePollVoice.poll_id) == poll.id, col(DatePollVoice.champion_id) == col(Champion.id)
    )

    def written(reader: Reader) -> Letter:
        return _letter("reminder", poll, reader, dates=_listed(starts, reader))

    key = f"date-poll-reminder:{poll.id}:{poll.deadline_at:%Y%m%d%H%M%S}"
    await _send(session, poll, LetterKind.DATE_POLL_REMINDER, written, ~spoke.exists(), key=key)


async def _send(
    session: AsyncSession,
    poll: DatePoll,
    kind: LetterKind,
    written: Callable[[Reader], Letter],
    *which: ColumnElement[bool],
    key: str,
) -> None:
    """To the focal points of the champions that are asked today, of these ``which``."""
    people = await focal_points(session, had_a_voice(clock.now()), *which)
    await letters.send(session, kind=kind, to=people, words=written, about=About("date_poll", poll.id), key=key)


def _letter(name: str, poll: DatePoll, reader: Reader, **told: str) -> Letter:
    said = words("datepolls", reader.language)["letters"][name]
    deadline = moment_told(poll.deadline_at, reader)
    return Letter.worded(said, f"/meetings/date-polls/{poll.id}", title=poll.title, deadline=deadline, **told)


def _listed(starts: Sequence[datetime], reader: Reader) -> str:
    return "\n".join(f"• {moment_told(at, reader)}" for at in starts)
