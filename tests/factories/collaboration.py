"""What champions seek and offer, and their letters to each other."""

from datetime import timedelta
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.collaboration.kinds import NeedKind
from api.collaboration.models import CollaborationContact, CollaborationDismissal, CollaborationNeed
from tests.conftest import NOW

A_MONTH_AGO = NOW - timedelta(days=30)


async def make_need(session: AsyncSession, champion: Champion, objective: int = 4, **fields: Any) -> CollaborationNeed:
    """What ``champion`` seeks."""
    values = {"kind": NeedKind.SEEKS, "sentence": "Somebody who registers births in border districts."} | fields
    need = CollaborationNeed(champion_id=champion.id, objective=objective, **values)
    session.add(need)
    await session.commit()
    return need


async def make_dismissal(session: AsyncSession, champion: Champion, other: Champion) -> CollaborationDismissal:
    """A suggestion that ``champion`` has set aside."""
    dismissal = CollaborationDismissal(
        champion_id=champion.id, other_id=other.id, known=["same_objective::4::"], person_name="Amina Diallo"
    )
    session.add(dismissal)
    await session.commit()
    return dismissal


async def make_contact(
    session: AsyncSession, champion: Champion, other: Champion, **fields: Any
) -> CollaborationContact:
    """A letter of a month ago of which nobody has told what came."""
    values = {"subject": "Legal identity", "text": "Could we talk?", "written_at": A_MONTH_AGO} | fields
    contact = CollaborationContact(champion_id=champion.id, other_id=other.id, person_name="Amina Diallo", **values)
    session.add(contact)
    await session.commit()
    return contact
