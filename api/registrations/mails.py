"""The letters of registration: the link to a stranger's address, what one has, what became of it, and of the activity."""

from dataclasses import replace

from sqlmodel.ext.asyncio.session import AsyncSession

from api.activities import rules as activity_rules
from api.activities.models import Activity
from api.calendars.activities import entry
from api.calendars.entries import Method, calendar
from api.notifications import letters
from api.notifications.kinds import LetterKind
from api.notifications.letters import About, CalendarPart, Letter, Reader
from api.notifications.moments import day_told, moment_told
from api.platform.wording import words
from api.registrations import links, told
from api.registrations.models import Registration, RegistrationDesk
from api.registrations.rules import News, RegistrationSeat, Told
from api.registrations.schemas import RegistrationAnswer
from api.settings import get_settings


async def send_link(session: AsyncSession, activity: Activity, registration: Registration) -> None:
    """Ask whoever has the address whether they mean to come; whoever is registered already is told so."""
    name = "confirm" if registration.number is None else "known"
    await _send(session, LetterKind.REGISTRATION_LINK, activity, registration, name)


async def tell_registered(
    session: AsyncSession,
    activity: Activity,
    desk: RegistrationDesk,
    registration: Registration,
    answer: RegistrationAnswer,
) -> None:
    """Tell somebody what they have: a place, with its entry for their calendar, or one on the waiting list."""
    kind = LetterKind.REGISTRATION_CONFIRMED
    if answer.seat is RegistrationSeat.SEATED:
        await _send(session, kind, activity, registration, "seated", entry_of=desk)
    else:
        await _send(session, kind, activity, registration, "waiting", place=str(answer.place))


async def tell_moved_up(
    session: AsyncSession, activity: Activity, desk: RegistrationDesk, registration: Registration
) -> None:
    """Tell somebody who waited that they have a place now."""
    await _send(session, LetterKind.REGISTRATION_MOVED_UP, activity, registration, "moved_up", entry_of=desk)


async def tell_removed(session: AsyncSession, activity: Activity, registration: Registration, reason: str) -> None:
    """Tell somebody that those who lead took them off the list."""
    await _send(session, LetterKind.REGISTRATION_REMOVED, activity, registration, "removed", reason=reason)


async def tell_news(
    session: AsyncSession,
    activity: Activity,
    desk: RegistrationDesk,
    registration: Registration,
    news: News,
    was: Told,
    *,
    is_seated: bool,
) -> None:
    """Tell somebody who registered what became of the activity; whoever has a place, with the entry as it is now."""
    await _send(
        session,
        LetterKind.REGISTRATION_CHANGED,
        activity,
        registration,
        news.value,
        was=was,
        entry_of=desk if is_seated else None,
        occasion=f":{desk.told_times}",
    )


async def remind(session: AsyncSession, activity: Activity, registration: Registration) -> None:
    """Remind somebody who has a place that it begins soon."""
    occasion = f":{activity.starts_on}"
    await _send(session, LetterKind.REGISTRATION_REMINDER, activity, registration, "reminder", occasion=occasion)


async def _send(
    session: AsyncSession,
    kind: LetterKind,
    activity: Activity,
    registration: Registration,
    name: str,
    *,
    was: Told | None = None,
    entry_of: RegistrationDesk | None = None,
    occasion: str = "",
    **more: str,
) -> None:
    is_stranger = registration.person_id is None
    now = told.as_it_is(activity)
    part = _calendar(activity, entry_of) if entry_of else None

    def written(reader: Reader) -> Letter:
        path = links.path(registration.id) if is_stranger else f"/activities/{activity.id}"
        facts = {"title": activity.title, "day": _day(now, reader), "when": _when(now, was, reader)}
        facts["where"] = _where(now, was, reader)
        letter = Letter.worded(words("registrations", reader.language)[name], path, **facts, **more)
        return replace(letter, is_secret=is_stranger, calendar=part)

    about = About("activity", activity.id)
    if is_stranger:
        reader = Reader(registration.name, registration.language, "UTC", registration.email)
        await letters.send_to_stranger(session, kind=kind, reader=reader, words=written, about=about)
    else:
        assert registration.person_id is not None
        key = f"{kind}:{registration.id}{occasion}"
        await letters.send(session, kind=kind, to=[registration.person_id], words=written, about=about, key=key)


def _calendar(activity: Activity, desk: RegistrationDesk) -> CalendarPart | None:
    """The entry that each calendar program keeps one of, as the feed of activities has it."""
    if activity.starts_on is None:
        return None
    home = get_settings().public_url.rstrip("/")
    made = calendar([entry(activity, home, sequence=desk.told_times)], method=Method.PUBLISH)
    return CalendarPart(Method.PUBLISH.value, made)


def _day(now: Told, reader: Reader) -> str:
    if now.starts_on is None:
        undated: str = words("registrations", reader.language)["undated"]
        return undated
    return day_told(now.starts_on, reader)


def _when(now: Told, was: Told | None, reader: Reader) -> str:
    """Day and hour in the reader's zone, and what they were before."""
    return _with_before(_time(now, reader), _time(was, reader) if was else None, reader)


def _time(known: Told, reader: Reader) -> str:
    starts_at = activity_rules.instant(known.starts_on, known.starts_time, known.time_zone)
    begins = moment_told(starts_at, reader) if starts_at else _day(known, reader)
    if known.ends_on is None or known.ends_on == known.starts_on:
        return begins
    until: str = words("registrations", reader.language)["until"]
    return until.format(begins=begins, last=day_told(known.ends_on, reader))


def _where(now: Told, was: Told | None, reader: Reader) -> str:
    unplaced: str = words("registrations", reader.language)["unplaced"]
    return _with_before(now.place or unplaced, (was.place or unplaced) if was else None, reader)


def _with_before(now: str, before: str | None, reader: Reader) -> str:
    if before is None or before == now:
        return now
    changed: str = words("registrations", reader.language)["changed"]
    return changed.format(now=now, before=before)
