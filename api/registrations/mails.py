"""The letters of registration: the link to a stranger's address, what one has, and that one has moved up."""

from dataclasses import replace

from sqlmodel.ext.asyncio.session import AsyncSession

from api.activities.models import Activity
from api.notifications import letters
from api.notifications.kinds import LetterKind
from api.notifications.letters import About, Letter, Reader
from api.notifications.moments import day_told
from api.platform.wording import words
from api.registrations import links
from api.registrations.models import Registration
from api.registrations.rules import RegistrationSeat
from api.registrations.schemas import RegistrationAnswer


async def send_link(session: AsyncSession, activity: Activity, registration: Registration) -> None:
    """Ask whoever has the address whether they mean to come; whoever is registered already is told so."""
    name = "confirm" if registration.number is None else "known"
    await _send(session, LetterKind.REGISTRATION_LINK, activity, registration, name)


async def tell_registered(
    session: AsyncSession, activity: Activity, registration: Registration, answer: RegistrationAnswer
) -> None:
    """Tell somebody what they have: a place, or one on the waiting list."""
    name = "seated" if answer.seat is RegistrationSeat.SEATED else "waiting"
    await _send(session, LetterKind.REGISTRATION_CONFIRMED, activity, registration, name, place=answer.place or 0)


async def tell_moved_up(session: AsyncSession, activity: Activity, registration: Registration) -> None:
    """Tell somebody who waited that they have a place now."""
    await _send(session, LetterKind.REGISTRATION_MOVED_UP, activity, registration, "moved_up")


async def _send(
    session: AsyncSession,
    kind: LetterKind,
    activity: Activity,
    registration: Registration,
    name: str,
    *,
    place: int = 0,
) -> None:
    is_stranger = registration.person_id is None

    def written(reader: Reader) -> Letter:
        said = words("registrations", reader.language)
        day = day_told(activity.starts_on, reader) if activity.starts_on else said["undated"]
        where = links.path(registration.id) if is_stranger else f"/activities/{activity.id}"
        letter = Letter.worded(said[name], where, title=activity.title, day=day, place=str(place))
        return replace(letter, is_secret=is_stranger)

    about = About("activity", activity.id)
    if is_stranger:
        reader = Reader(registration.name, registration.language, "UTC", registration.email)
        await letters.send_to_stranger(session, kind=kind, reader=reader, words=written, about=about)
    else:
        assert registration.person_id is not None
        key = f"{kind}:{registration.id}"
        await letters.send(session, kind=kind, to=[registration.person_id], words=written, about=about, key=key)
