"""Action items."""

from datetime import date
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.actionitems.models import ActionItem
from api.champions.models import Champion


async def make_action_item(session: AsyncSession, owner: Champion | None = None, **fields: Any) -> ActionItem:
    """An open action item of ``owner``, or of the secretariat, due on 15 December 2026."""
    values = {"title": "Circulate a list of contact persons", "due_on": date(2026, 12, 15)} | fields
    item = ActionItem(owner_id=owner.id if owner else None, **values)
    session.add(item)
    await session.commit()
    return item
