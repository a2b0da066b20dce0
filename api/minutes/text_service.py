"""Writes of what the minutes say on an item: nothing that was saved is lost, nothing that is locked changes."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.champions.models import Champion
from api.champions.queries import champion_ids, champion_to_act_for
from api.meetings import queries as meetings
from api.meetings.models import AgendaItem, Meeting, MeetingStatus
from api.minutes import queries, rules
from api.minutes.models import MinutesText, MinutesVersion, VersionOrigin
from api.minutes.schemas import AttributionBody, MinutesItemBody, MinutesTextChange
from api.platform import clock
from api.platform.etags import ANY_REVISION
from api.platform.problems import Conflict, NotFound, StaleRecord


@dataclass(frozen=True, slots=True)
class Subject:
    """An agenda item with its text, which nobody else writes, of a meeting that nobody moves meanwhile."""

    meeting: Meeting
    item: AgendaItem
    text: MinutesText


async def load_for_change(
    session: AsyncSession, caller: Caller, meeting_id: UUID, item_id: UUID, expected_revision: int
) -> Subject:
    """The text of an item, held until the transaction ends; a new one where nothing was written yet.

    Two people write two items at once: the meeting is shared between them, the item is not. 404 where the caller may not
    see the minutes, 412 where the text is not what they read.
    """
    held = select(Meeting).where(col(Meeting.id) == meeting_id, meetings.visible(caller), queries.sees_minutes(caller))
    meeting = (await session.exec(held.with_for_update(read=True))).first()
    if meeting is None:
        raise queries.not_found()
    of_meeting = select(AgendaItem).where(col(AgendaItem.id) == item_id, col(AgendaItem.meeting_id) == meeting_id)
    item = (await session.exec(of_meeting.with_for_update(key_share=True))).first()
    if item is None:
        raise NotFound("This meeting has no such agenda item.")
    text = (await session.exec(select(MinutesText).where(col(MinutesText.id) == item_id))).first()
    current = text.revision if text else 0
    if expected_revision not in (ANY_REVISION, current):
        raise StaleRecord(
            f"You changed version {expected_revision}; version {current} is current. Read it again and put your change on top."
        )
    return Subject(meeting, item, text or MinutesText(id=item_id, meeting_id=meeting_id))


async def write(session: AsyncSession, caller: Caller, subject: Subject, body: MinutesTextChange) -> MinutesItemBody:
    """Save the text of an item as its next version; what the body leaves out stays."""
    require_writable(subject.meeting)
    given = body.model_dump(exclude_unset=True)
    if "named" in given:
        await champion_ids(session, given["named"], pointer="/named")
        subject.text.named = given["named"]
    await save(session, caller, subject, given.get("text", subject.text.text), VersionOrigin.WRITTEN)
    return await queries.get_item(session, caller, subject.meeting.id, subject.item.id)


async def restore(session: AsyncSession, caller: Caller, subject: Subject, number: int) -> MinutesItemBody:
    """Take an earlier version up again, as the next one: those between stay."""
    require_writable(subject.meeting)
    version = await version_of(session, subject.item.id, number)
    await save(session, caller, subject, version.text, VersionOrigin.RESTORED)
    return await queries.get_item(session, caller, subject.meeting.id, subject.item.id)


async def attribute(session: AsyncSession, caller: Caller, subject: Subject, body: AttributionBody) -> MinutesItemBody:
    """Name a champion in the minutes of an item, or stop naming it, as it asks: one's own, for the secretariat any."""
    require_writable(subject.meeting)
    champion_id = await champion_to_act_for(session, caller, body.champion)
    iso3 = (await session.exec(select(Champion.iso3).where(col(Champion.id) == champion_id))).one()
    others = [code for code in subject.text.named if code != iso3]
    subject.text.named = [*others, iso3] if body.is_named else others
    await save(session, caller, subject, subject.text.text, VersionOrigin.WRITTEN, on_behalf_of=champion_id)
    return await queries.get_item(session, caller, subject.meeting.id, subject.item.id)


async def save(
    session: AsyncSession,
    caller: Caller,
    subject: Subject,
    words: str,
    origin: VersionOrigin,
    *,
    on_behalf_of: UUID | None = None,
) -> None:
    """Keep ``words`` as the next version of the item's text; no new version where they are those of the last."""
    text, is_new = subject.text, words != subject.text.text
    if is_new:
        text.text, text.version = words, text.version + 1
        text.saved_at, text.saved_by = clock.now(), caller.name
    session.add(text)
    behalf = None if on_behalf_of is None or caller.owns(on_behalf_of) else on_behalf_of
    await audit.record(session, caller, f"minutes.{origin}", text, title=subject.item.title, on_behalf_of=behalf)
    if is_new:
        session.add(
            MinutesVersion(
                agenda_item_id=text.id,
                number=text.version,
                text=words,
                origin=origin,
                person_id=caller.person_id,
                person_name=caller.name,
                saved_at=clock.now(),
            )
        )
        await session.flush()


async def version_of(session: AsyncSession, item_id: UUID, number: int) -> MinutesVersion:
    """One version of an item's text."""
    version = (
        await session.exec(
            select(MinutesVersion).where(
                col(MinutesVersion.agenda_item_id) == item_id, col(MinutesVersion.number) == number
            )
        )
    ).first()
    if version is None:
        raise NotFound("The minutes of this item have no such version.")
    return version


def require_writable(meeting: Meeting) -> None:
    """Raise unless the minutes of ``meeting`` may be written now."""
    if meeting.status in rules.WRITABLE:
        return
    if meeting.status is MeetingStatus.CLOSED:
        raise Conflict("These minutes are locked: the meeting is closed, and the text stays as it was adopted.")
    raise Conflict("This meeting does not take place now: there is nothing to write minutes of.")
