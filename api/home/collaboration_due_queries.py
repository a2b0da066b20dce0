"""What waits for a caller of the collaboration finder: a letter of a month ago of which nobody told what came."""

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import owns
from api.collaboration.models import CollaborationContact
from api.collaboration.queries import is_to_follow_up
from api.home.kinds import DueKind
from api.home.rules import Due
from api.platform.database import columns


async def get_due(session: AsyncSession, caller: Caller) -> list[Due]:
    """Letters of the caller's champion that ask what came of them; the secretariat, which has a copy, is not asked."""
    names = ("id", "subject", "written_at", "is_demonstration")
    rows = await session.exec(
        columns(*(getattr(CollaborationContact, name) for name in names))
        .where(owns(caller, CollaborationContact.champion_id), is_to_follow_up())
        .order_by(col(CollaborationContact.written_at))
    )
    return [
        Due(
            kind=DueKind.CONTACT_TO_FOLLOW_UP,
            id=row.id,
            title=row.subject,
            since=row.written_at,
            is_demonstration=row.is_demonstration,
        )
        for row in rows
    ]
