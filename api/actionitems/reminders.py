"""Reminders of action items: to the owner's people, a week before an item is due, on its day, and a week after."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.actionitems import rules
from api.actionitems.models import ActionItem, ActionItemStatus
from api.identity.models import Person, Standing
from api.notifications import letters
from api.notifications.kinds import LetterKind
from api.notifications.letters import About, Letter, Reader
from api.notifications.moments import day_told
from api.platform import clock, sweeps
from api.platform.wording import words

_LONGEST = timedelta(days=14)


@sweeps.every("actionitems.remind")
async def remind(session: AsyncSession) -> None:
    """Remind of open items: once each time for each due date, so that a new date is reminded of anew."""
    today = clock.today()
    near = select(ActionItem).where(
        col(ActionItem.status) == ActionItemStatus.OPEN,
        col(ActionItem.sorted_on).between(today - _LONGEST, today + _LONGEST),
    )
    for item in (await session.exec(near)).all():
        if item.due_on and (reminder := rules.reminder_on(item.due_on, today=today)) is not None:
            await _remind(session, item, f"action-item:{item.id}:{item.due_on}:{reminder.days}")


async def _remind(session: AsyncSession, item: ActionItem, key: str) -> None:
    def written(reader: Reader) -> Letter:
        said = words("actionitems", reader.language)["letters"]["reminder"]
        assert item.due_on is not None
        return Letter.worded(said, f"/action-items/{item.id}", title=item.title, day=day_told(item.due_on, reader))

    await letters.send(
        session,
        kind=LetterKind.ACTION_ITEM_REMINDER,
        to=await _people_of(session, item.owner_id),
        words=written,
        about=About("action_item", item.id),
        key=key,
    )


async def _people_of(session: AsyncSession, owner_id: UUID | None) -> list[UUID]:
    """The people of the champion; of the secretariat where it is none."""
    of_owner = col(Person.standing) == Standing.SECRETARIAT if owner_id is None else col(Person.champion_id) == owner_id
    in_use = or_(col(Person.ended_at).is_(None), col(Person.ended_at) > clock.now())
    return list((await session.exec(select(Person.id).where(of_owner, in_use))).all())
