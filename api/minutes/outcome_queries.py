"""What meetings decided and agreed, for papers that tell it beside the minutes: one statement each."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.actionitems.models import ActionItem
from api.champions.models import Champion
from api.minutes.models import Decision
from api.platform.database import columns


@dataclass(frozen=True, slots=True)
class Agreed:
    """An action item as it was agreed; ``owner`` is a champion's code, null for the secretariat."""

    title: str
    owner: str | None
    due_on: date | None


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What was decided (number and text) and agreed in one place."""

    decisions: list[tuple[int, str]] = field(default_factory=list)
    agreed: list[Agreed] = field(default_factory=list)


Place = tuple[UUID, UUID | None]
"""A meeting, and the agenda item; none for what belongs to no item."""


async def of_meetings(session: AsyncSession, meeting_ids: Collection[UUID]) -> dict[Place, Outcomes]:
    """What came out of meetings whose minutes the caller may see, by place."""
    outcomes: dict[Place, Outcomes] = defaultdict(Outcomes)
    decisions = await session.exec(
        columns(Decision.meeting_id, Decision.agenda_item_id, Decision.number, Decision.text)
        .where(col(Decision.meeting_id).in_(meeting_ids))
        .order_by(col(Decision.number))
    )
    for row in decisions:
        outcomes[row.meeting_id, row.agenda_item_id].decisions.append((row.number, row.text))
    agreed = await session.exec(
        columns(ActionItem.meeting_id, ActionItem.agenda_item_id, ActionItem.title, ActionItem.due_on, Champion.iso3)
        .outerjoin(Champion, col(Champion.id) == col(ActionItem.owner_id))
        .where(col(ActionItem.meeting_id).in_(meeting_ids))
        .order_by(col(ActionItem.created_at), col(ActionItem.id))
    )
    for row in agreed:
        outcomes[row.meeting_id, row.agenda_item_id].agreed.append(Agreed(row.title, row.iso3, row.due_on))
    return outcomes
