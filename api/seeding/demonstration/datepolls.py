"""The demonstration's date polls: one that some have answered, one from which a meeting had its date."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.datepolls.models import DateAnswer, DatePoll, DatePollAnswer, DatePollCandidate, DatePollVoice
from api.meetings.models import Meeting
from api.platform import clock
from api.seeding.cast import Cast
from api.seeding.demonstration.calendar import day, moment, working_day
from api.seeding.files import read


async def add(session: AsyncSession, cast: Cast, meetings: Sequence[Meeting]) -> None:
    """Add the polls of ``meetings`` with their answers; a date that is not told is the meeting's own."""
    for entry in read("demonstration", "datepolls")["polls"]:
        wanted = entry["meeting"]
        meeting = next(one for one in meetings if (one.kind, one.status) == (wanted["kind"], wanted["status"]))
        poll = _poll(entry, meeting, cast)
        session.add(poll)
        await session.flush()
        dates = [DatePollCandidate(poll_id=poll.id, starts_at=at) for at in _starts(entry, meeting)]
        session.add_all(dates)
        voices = {iso3: _voice(iso3, place, poll, cast) for place, iso3 in enumerate(entry["answers"])}
        session.add_all(voices.values())
        await session.flush()
        comments = {(told["champion"], told["date"]): told["text"] for told in entry["comments"]}
        session.add_all(
            DatePollAnswer(
                poll_id=poll.id,
                voice_id=voices[iso3].id,
                candidate_id=each.id,
                answer=DateAnswer(said),
                comment=comments.get((iso3, place), ""),
            )
            for iso3, answers in entry["answers"].items()
            for place, (each, said) in enumerate(zip(dates, answers, strict=True))
            if said
        )
    await session.flush()


def _starts(entry: dict[str, Any], meeting: Meeting) -> list[datetime]:
    return [
        datetime.combine(working_day(told[0]), time(told[1]), UTC) if told else meeting.starts_at
        for told in entry["dates"]
    ]


def _poll(entry: dict[str, Any], meeting: Meeting, cast: Cast) -> DatePoll:
    opened_at = moment(entry["opened_in_days"], hour=9)
    deadline_at = datetime.combine(day(entry["closes_in_days"]), time(entry["hour_utc"]), UTC)
    chosen = entry["chosen"]
    closed_at = None if chosen is None else deadline_at + timedelta(hours=2)
    return DatePoll(
        title=entry["title"],
        note=entry["note"],
        duration_minutes=entry["duration_minutes"],
        time_zone=entry["time_zone"],
        deadline_at=deadline_at,
        meeting_id=meeting.id,
        opened_at=opened_at,
        closed_at=closed_at,
        ended_by_name=cast.focal_point(cast.seated_on(day(0))[0]).name if closed_at else "",
        chosen_starts_at=None if chosen is None else _starts(entry, meeting)[chosen],
        created_at=opened_at,
        updated_at=closed_at or opened_at,
        is_demonstration=True,
    )


def _voice(iso3: str, place: int, poll: DatePoll, cast: Cast) -> DatePollVoice:
    person = cast.focal_point(iso3)
    assert poll.opened_at is not None
    given_at = min(poll.opened_at + timedelta(hours=3 * (place + 1)), clock.now())
    return DatePollVoice(
        poll_id=poll.id,
        champion_id=cast.champions[iso3],
        person_id=person.id,
        person_name=person.name,
        given_at=given_at,
        created_at=given_at,
        updated_at=given_at,
    )
