"""Practices."""

from collections.abc import AsyncIterator
from datetime import date
from typing import Any
from uuid import uuid4

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.identity.models import Person
from api.platform import clock
from api.platform.storage import Storage
from api.practices.models import (
    CommentKind,
    GeographicScope,
    Practice,
    PracticeComment,
    PracticeCommentAnswer,
    PracticeField,
    PracticeFile,
    PracticeFollower,
    PracticeReviewer,
    PracticeRound,
    PracticeStatus,
    PracticeType,
    ReviewVoice,
)
from api.practices.review_rules import IN_REVIEW
from api.practices.review_service import round_of
from api.practices.service import version_of

COMPLETE: dict[str, Any] = {
    "title": "Pre-departure information in district offices",
    "summary": "Trained local officers give departing workers verified facts on contracts, costs and rights.",
    "type_of_practice": PracticeType.PROGRAMME_OR_PROJECT,
    "geographic_scope": GeographicScope.NATIONAL,
    "starts_on": date(2023, 2, 1),
    "main_implementing_organization": "Ministry of Labour",
    "implementing_focal_point": "Head of unit",
    "benefit_and_impact": "Complaints fell by a third.",
    "key_lessons": "Train the trainers first.",
    "objectives_primary": [3],
    "objectives_secondary": [6],
    "guiding_principles": [1],
}


async def make_practice(
    session: AsyncSession, champion: Champion, *, status: PracticeStatus = PracticeStatus.DRAFT, **fields: Any
) -> Practice:
    """A complete practice of ``champion``; a published or withdrawn one with its first version, one in review in its first
    round."""
    was_published = status in {PracticeStatus.PUBLISHED, PracticeStatus.WITHDRAWN}
    values = COMPLETE | fields
    if was_published:
        values = {"published_at": clock.now(), "version": 1} | values
    if status is PracticeStatus.WITHDRAWN:
        values = {"withdrawn_at": clock.now()} | values
    practice = Practice(champion_id=champion.id, status=status, **values)
    session.add(practice)
    await session.flush()
    if was_published:
        session.add(version_of(practice))
    if status in IN_REVIEW:
        session.add(await round_of(session, practice))
    await session.commit()
    return practice


async def make_reviewer(session: AsyncSession, practice: Practice, person: Person) -> None:
    """Somebody who is asked to advise on ``practice``."""
    session.add(PracticeReviewer(practice_id=practice.id, person_id=person.id, assigned_by_name="Secretariat officer"))
    await session.commit()


async def make_follower(session: AsyncSession, practice: Practice, person: Person) -> None:
    """Somebody who is written to about the review of ``practice``."""
    session.add(PracticeFollower(practice_id=practice.id, person_id=person.id))
    await session.commit()


async def make_comment(
    session: AsyncSession, practice: Practice, person: Person, *, answered: bool = False, **fields: Any
) -> PracticeComment:
    """A comment of the secretariat's on the summary, in the round under way."""
    under_way = select(PracticeRound.id).where(
        col(PracticeRound.practice_id) == practice.id, col(PracticeRound.closed_at).is_(None)
    )
    values = {"kind": CommentKind.CHANGE, "field": PracticeField.SUMMARY, "text": "Say by how much."} | fields
    said_by = {"person_id": person.id, "person_name": person.name}
    comment = PracticeComment(
        round_id=(await session.exec(under_way)).one(), voice=ReviewVoice.SECRETARIAT, **said_by, **values
    )
    session.add(comment)
    await session.flush()
    if answered:
        session.add(PracticeCommentAnswer(comment_id=comment.id, text="Done.", voice=ReviewVoice.AUTHOR, **said_by))
    await session.commit()
    return comment


async def make_practice_file(
    session: AsyncSession, storage: Storage, practice: Practice, content: bytes = b"Three points.", **fields: Any
) -> PracticeFile:
    """A note beside ``practice`` as it stands."""

    async def chunks() -> AsyncIterator[bytes]:
        yield content

    key = f"documents/{uuid4()}"
    stored = await storage.put(key, chunks())
    values = {"title": "Training manual", "file_name": "Manual.txt", "media_type": "text/plain", "position": 1} | fields
    file = PracticeFile(
        practice_id=practice.id,
        version=practice.version,
        storage_key=key,
        size=stored.size,
        sha256=stored.sha256,
        **values,
    )
    session.add(file)
    await session.commit()
    return file
