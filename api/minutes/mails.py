"""The letters of minutes: circulated, two days left for corrections, a correction decided, adopted.

A reminder goes only to champions that were at the meeting and have proposed nothing: the others cannot say what was said,
or have read the minutes already. Where nobody took attendance, nobody is reminded; the home page tells all the same.
"""

from datetime import datetime
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.attendance.models import Attendance
from api.champions.models import Champion
from api.champions.voices import focal_points
from api.meetings.models import Meeting, MeetingStatus
from api.minutes import rules
from api.minutes.models import CorrectionStatus, Minutes, MinutesCorrection
from api.notifications import letters
from api.notifications.kinds import LetterKind
from api.notifications.letters import About, Letter, Reader
from api.notifications.moments import day_told, moment_told
from api.platform import clock, sweeps
from api.platform.wording import words


async def tell_circulated(session: AsyncSession, meeting: Meeting, corrections_until: datetime) -> None:
    """Tell every focal point that the minutes are there, and until when they may be corrected."""
    await letters.send(
        session,
        kind=LetterKind.MINUTES_CIRCULATED,
        to=await focal_points(session),
        words=lambda reader: _until("circulated", meeting, corrections_until, reader),
        about=_about(meeting.id),
        key=f"minutes-circulated:{meeting.id}:{clock.now():%Y%m%d%H%M%S}",
    )


async def tell_adopted(session: AsyncSession, meeting: Meeting) -> None:
    """Tell every focal point that the minutes are adopted and locked."""
    await letters.send(
        session,
        kind=LetterKind.MINUTES_ADOPTED,
        to=await focal_points(session),
        words=lambda reader: _letter("adopted", meeting.id, reader, title=meeting.title),
        about=_about(meeting.id),
        key=f"minutes-adopted:{meeting.id}:{clock.now():%Y%m%d%H%M%S}",
    )


async def tell_decided(session: AsyncSession, correction: MinutesCorrection, item_title: str) -> None:
    """Tell who proposed a correction what became of it."""
    if correction.person_id is None or correction.status is CorrectionStatus.WITHDRAWN:
        return
    name = "taken" if correction.status is CorrectionStatus.TAKEN else "declined"
    about = {"title": item_title, "reason": correction.decision_reason}
    await letters.send(
        session,
        kind=LetterKind.MINUTES_CORRECTION_DECIDED,
        to=[correction.person_id],
        words=lambda reader: _letter(name, correction.meeting_id, reader, **about),
        about=_about(correction.meeting_id),
        key=f"minutes-correction-decided:{correction.id}",
    )


@sweeps.every("minutes.remind-of-corrections")
async def remind_of_corrections(session: AsyncSession) -> None:
    """Remind of circulated minutes shortly before the time for corrections ends: once for each deadline."""
    now = clock.now()
    near = (
        select(Minutes, Meeting)
        .join(Meeting, col(Meeting.id) == col(Minutes.id))
        .where(
            col(Meeting.status) == MeetingStatus.MINUTES_CIRCULATED,
            col(Minutes.corrections_until) > now,
            col(Minutes.corrections_until) <= now + rules.REMINDED_BEFORE,
        )
    )
    for minutes, meeting in (await session.exec(near)).all():
        assert minutes.circulated_at is not None
        assert minutes.corrections_until is not None
        if rules.reminds(minutes.circulated_at, minutes.corrections_until):
            await _remind(session, meeting, minutes.corrections_until)


async def _remind(session: AsyncSession, meeting: Meeting, corrections_until: datetime) -> None:
    of_champion = col(Champion.id)
    was_there = select(Attendance.id).where(
        col(Attendance.meeting_id) == meeting.id,
        col(Attendance.champion_id) == of_champion,
        col(Attendance.was_present).is_(True),
    )
    has_corrected = select(MinutesCorrection.id).where(
        col(MinutesCorrection.meeting_id) == meeting.id, col(MinutesCorrection.champion_id) == of_champion
    )
    await letters.send(
        session,
        kind=LetterKind.MINUTES_REMINDER,
        to=await focal_points(session, was_there.exists(), ~has_corrected.exists()),
        words=lambda reader: _until("reminder", meeting, corrections_until, reader),
        about=_about(meeting.id),
        key=f"minutes-reminder:{meeting.id}:{corrections_until:%Y%m%d%H%M%S}",
    )


def _until(name: str, meeting: Meeting, corrections_until: datetime, reader: Reader) -> Letter:
    return _letter(
        name,
        meeting.id,
        reader,
        title=meeting.title,
        day=day_told(corrections_until.astimezone(reader.zone).date(), reader),
        deadline=moment_told(corrections_until, reader),
    )


def _letter(name: str, meeting_id: UUID, reader: Reader, **told: str) -> Letter:
    said = words("minutes", reader.language)["letters"][name]
    return Letter.worded(said, f"/meetings/{meeting_id}/minutes", **told)


def _about(meeting_id: UUID) -> About:
    return About("meeting", meeting_id)
