"""The letters of a review: to those who are asked, to those who are answered, and to all who follow."""

from collections.abc import Callable, Iterable, Sequence
from uuid import UUID

from sqlalchemy import func, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.champions.models import Champion
from api.identity.models import Person, Standing
from api.notifications import letters
from api.notifications.kinds import LetterKind
from api.notifications.letters import About, Letter, Reader
from api.platform.wording import words
from api.practices.models import (
    Practice,
    PracticeComment,
    PracticeCommentAnswer,
    PracticeFollower,
    PracticeReviewer,
    PracticeRound,
    PracticeStatus,
)
from api.vocabularies.catalogue import country_name

_OF_STEP = {
    PracticeStatus.SUBMITTED: (LetterKind.PRACTICE_SUBMITTED, "submitted"),
    PracticeStatus.CHANGES_REQUESTED: (LetterKind.PRACTICE_CHANGES_ASKED, "changes_asked"),
    PracticeStatus.ACCEPTED: (LetterKind.PRACTICE_ACCEPTED, "accepted"),
    PracticeStatus.PUBLISHED: (LetterKind.PRACTICE_PUBLISHED, "published"),
}


async def tell_assigned(session: AsyncSession, practice: Practice, person: Person) -> None:
    """Tell somebody that their advice is asked for: once, however often they are asked."""
    write = await _writing(session, practice, "assigned", page="/review")
    await _send(
        session, practice, LetterKind.PRACTICE_REVIEW_ASSIGNED, [person.id], write, time=str(practice.submitted_at)
    )


async def tell_step(session: AsyncSession, caller: Caller, practice: Practice, note: str) -> None:
    """Tell of the step that ``practice`` has just taken: its champion's people, or of a submission those who review."""
    if practice.status not in _OF_STEP:
        return
    kind, name = _OF_STEP[practice.status]
    is_submission = practice.status is PracticeStatus.SUBMITTED
    concerned = await _reviewing(session, practice) if is_submission else await _of_champion(session, practice)
    is_asked = practice.status is PracticeStatus.CHANGES_REQUESTED
    page = "/edit" if is_asked else "/review" if is_submission else ""
    write = await _writing(session, practice, name, person=caller.name, quoted=note if is_asked else "", page=page)
    to = {*concerned, *await _following(session, practice)} - {caller.person_id}
    await _send(session, practice, kind, to, write, time=str(practice.revision))


async def tell_answered(
    session: AsyncSession, caller: Caller, practice: Practice, comment: PracticeComment, answer: PracticeCommentAnswer
) -> None:
    """Tell whoever spoke in the comment's thread, and those who follow, of an answer in it."""
    earlier = await session.exec(
        select(PracticeCommentAnswer.person_id).where(col(PracticeCommentAnswer.comment_id) == comment.id)
    )
    to = {comment.person_id, *earlier.all(), *await _following(session, practice)} - {caller.person_id}
    write = await _writing(session, practice, "answered", person=caller.name, quoted=answer.text, page="/review")
    await _send(session, practice, LetterKind.PRACTICE_COMMENT_ANSWERED, to, write, time=str(answer.id))


async def tell_commented(session: AsyncSession, practice: Practice, comments: Sequence[PracticeComment]) -> None:
    """Tell those who follow of ``comments``, each of those of others, in one letter."""
    for person_id in await _following(session, practice):
        theirs = [comment for comment in comments if comment.person_id != person_id]
        if theirs:
            quoted = "\n\n".join(f"{comment.person_name}: {comment.text}" for comment in theirs)
            write = await _writing(session, practice, "commented", quoted=quoted, page="/review")
            last = str(comments[-1].id)
            await _send(session, practice, LetterKind.PRACTICE_COMMENTED, [person_id], write, time=last)


async def _writing(
    session: AsyncSession, practice: Practice, name: str, *, person: str = "", quoted: str = "", page: str = ""
) -> Callable[[Reader], Letter]:
    iso3 = (await session.exec(select(Champion.iso3).where(col(Champion.id) == practice.champion_id))).one()
    last = select(func.max(col(PracticeRound.number))).where(col(PracticeRound.practice_id) == practice.id)
    number = (await session.exec(last)).one()

    def write(reader: Reader) -> Letter:
        return Letter.worded(
            words("practices", reader.language)["letters"][name],
            f"/practices/{practice.id}{page}",
            title=practice.title,
            champion=country_name(iso3, reader.language),
            person=person,
            round=str(number or 1),
            quoted=quoted,
        )

    return write


async def _send(
    session: AsyncSession,
    practice: Practice,
    kind: LetterKind,
    to: Iterable[UUID | None],
    write: Callable[[Reader], Letter],
    *,
    time: str,
) -> None:
    """``time`` tells one letter of a kind from the next."""
    await letters.send(
        session,
        kind=kind,
        to=[person_id for person_id in to if person_id],
        words=write,
        about=About("practice", practice.id),
        key=f"{kind}:{practice.id}:{time}",
    )


async def _of_champion(session: AsyncSession, practice: Practice) -> set[UUID]:
    people = select(Person.id).where(col(Person.champion_id) == practice.champion_id)
    return set((await session.exec(people)).all())


async def _reviewing(session: AsyncSession, practice: Practice) -> set[UUID]:
    assigned = select(PracticeReviewer.person_id).where(col(PracticeReviewer.practice_id) == practice.id)
    people = select(Person.id).where(or_(col(Person.standing) == Standing.SECRETARIAT, col(Person.id).in_(assigned)))
    return set((await session.exec(people)).all())


async def _following(session: AsyncSession, practice: Practice) -> set[UUID]:
    people = select(PracticeFollower.person_id).where(col(PracticeFollower.practice_id) == practice.id)
    return set((await session.exec(people)).all())
