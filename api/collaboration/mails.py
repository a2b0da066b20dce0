"""The letters of the finder: from champion to champion with a copy to the secretariat, and once the question what came of it."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.champions.voices import focal_points
from api.collaboration.models import CollaborationContact
from api.collaboration.queries import is_to_follow_up
from api.identity.models import Person, Standing
from api.notifications import letters
from api.notifications.kinds import LetterKind
from api.notifications.letters import About, Letter, Reader
from api.notifications.moments import day_told
from api.platform import clock, sweeps
from api.platform.wording import words
from api.vocabularies.catalogue import country_name

_PATH = "/collaboration/partners"


async def send_contact(session: AsyncSession, written: CollaborationContact) -> int:
    """Send a champion's letter to the other's people, and a copy to the secretariat; to how many of the other's it went."""
    own, other = await _iso3s(session, written)
    address = (await session.exec(select(Person.email).where(col(Person.id) == written.person_id))).first()

    def letter(reader: Reader, heard: str) -> Letter:
        said = words("collaboration", reader.language)["letters"]["contact"]
        named = {
            "champion": country_name(own),
            "other": country_name(other),
            "person": written.person_name,
            "address": address or "",
        }
        return Letter(
            subject=said[f"subject_{heard}"].format(subject=written.subject, **named),
            paragraphs=[
                said[heard].format(**named),
                *(paragraph for paragraph in written.text.split("\n") if paragraph.strip()),
                said["answer"].format(**named),
            ],
            action=(said["action"], _PATH),
        )

    about, key = About("collaboration_contact", written.id), f"collaboration-contact:{written.id}"
    reached = await letters.send(
        session,
        kind=LetterKind.COLLABORATION_CONTACT,
        to=await focal_points(session, col(Champion.id) == written.other_id),
        words=lambda reader: letter(reader, "original"),
        about=about,
        key=key,
    )
    if reached:
        await letters.send(
            session,
            kind=LetterKind.COLLABORATION_CONTACT,
            to=await _secretariat(session),
            words=lambda reader: letter(reader, "copy"),
            about=about,
            key=key,
        )
    return reached


@sweeps.every("collaboration.ask-what-came-of-it")
async def ask_what_came_of_it(session: AsyncSession) -> None:
    """Ask the people of the champion that wrote a letter a month ago what came of it: once, and not where it was told."""
    asked = await session.exec(
        select(CollaborationContact)
        .where(is_to_follow_up(), col(CollaborationContact.asked_at).is_(None))
        .order_by(col(CollaborationContact.written_at), col(CollaborationContact.id))
        .with_for_update(skip_locked=True)
    )
    for written in asked.all():
        await _ask(session, written)
        written.asked_at = clock.now()
        session.add(written)


async def _ask(session: AsyncSession, written: CollaborationContact) -> None:
    _, other = await _iso3s(session, written)

    def letter(reader: Reader) -> Letter:
        said = words("collaboration", reader.language)["letters"]["follow_up"]
        named = {"other": country_name(other), "subject": written.subject}
        day = day_told(written.written_at.astimezone(reader.zone).date(), reader)
        return Letter.worded(said, _PATH, day=day, **named)

    await letters.send(
        session,
        kind=LetterKind.COLLABORATION_FOLLOW_UP,
        to=await focal_points(session, col(Champion.id) == written.champion_id),
        words=letter,
        about=About("collaboration_contact", written.id),
        key=f"collaboration-follow-up:{written.id}",
    )


async def _iso3s(session: AsyncSession, written: CollaborationContact) -> tuple[str, str]:
    """The codes of who wrote and of whom it is to."""
    chosen = select(Champion.id, Champion.iso3).where(col(Champion.id).in_([written.champion_id, written.other_id]))
    codes: dict[UUID, str] = dict((await session.exec(chosen)).all())
    return codes[written.champion_id], codes[written.other_id]


async def _secretariat(session: AsyncSession) -> Sequence[UUID]:
    return (await session.exec(select(Person.id).where(col(Person.standing) == Standing.SECRETARIAT))).all()
