"""Practices as what pictures are of: who sees them, and who may change them.

A picture shows what was done, and is no text of a version: it is added to what is published too. A revision has none
of its own, since it ends with its publication.
"""

from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.pictures.subjects import Subject
from api.platform.etags import ANY_REVISION
from api.platform.problems import Conflict, Forbidden, NotFound
from api.practices import queries, rules, service
from api.practices.models import Practice, PracticeStatus


async def seen(session: AsyncSession, caller: Caller, practice_id: UUID) -> Subject:
    """The practice, as the caller sees it; ``NotFound`` where they do not."""
    statement = select(Practice).where(col(Practice.id) == practice_id, queries.visible(caller))
    practice = (await session.exec(statement)).first()
    if practice is None:
        raise NotFound("There is no such practice, or it is not for you to see.")
    return _subject(caller, practice)


async def written(session: AsyncSession, caller: Caller, practice_id: UUID) -> Subject:
    """The practice, locked, for a caller who may change its pictures."""
    practice = await service.load_for_change(session, caller, practice_id, ANY_REVISION)
    if not _is_writer(caller, practice):
        raise Forbidden("This practice belongs to another champion.")
    if not _has_pictures(practice):
        raise Conflict(
            "The pictures of a withdrawn practice stay as they are."
            if practice.status is PracticeStatus.WITHDRAWN
            else "A revision has no pictures of its own: add them to the practice that it revises."
        )
    return _subject(caller, practice)


def _is_writer(caller: Caller, practice: Practice) -> bool:
    return not caller.parties_to(practice.champion_id).isdisjoint(rules.WRITERS)


def _has_pictures(practice: Practice) -> bool:
    return practice.revises_id is None and practice.status is not PracticeStatus.WITHDRAWN


def _subject(caller: Caller, practice: Practice) -> Subject:
    return Subject(
        column="practice_id",
        id=practice.id,
        title=practice.title,
        champion_id=practice.champion_id,
        may_change=_has_pictures(practice) and _is_writer(caller, practice),
    )
