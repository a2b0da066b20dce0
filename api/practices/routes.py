"""Good practices over HTTP."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Path, Query, status

from api.access.caller import Caller
from api.access.dependencies import CurrentCaller, requires
from api.access.permissions import Permission
from api.platform.database import SessionDep
from api.platform.etags import ExpectedRevision, ExpectedRevisionIfSaid
from api.platform.paging import Page
from api.platform.schemas import StepBody
from api.platform.transitions import Party, Transition
from api.platform.unit_of_work import room_router
from api.practices import queries, rules, service, tombstones
from api.practices.schemas import (
    PracticeBody,
    PracticeChange,
    PracticeCreate,
    PracticeInList,
    PracticeQuery,
    PracticeVersionBody,
    PracticeVersionList,
    ReviewStepList,
    Withdrawal,
)
from api.practices.tombstones import PracticeGone

PracticeRead = Annotated[Caller, requires(Permission.PRACTICES_READ)]
PracticeWrite = Annotated[Caller, requires(Permission.PRACTICES_WRITE)]
PracticeAdvise = Annotated[Caller, requires(Permission.PRACTICES_ADVISE)]
PracticeReview = Annotated[Caller, requires(Permission.PRACTICES_REVIEW)]

PracticeId = Annotated[UUID, Path(description="Key of the practice.")]
VersionNumber = Annotated[int, Path(ge=1, le=100_000, description="Number of the version.", examples=[1])]

router = room_router("/practices", tag="Practices")


async def practice_to_change(
    practice_id: PracticeId, caller: CurrentCaller, session: SessionDep, expected_revision: ExpectedRevision
) -> service.Subject:
    """The practice, locked, visible to the caller and as the caller read it."""
    return await service.load_for_change(session, caller, practice_id, expected_revision)


async def practice_to_move(
    practice_id: PracticeId, caller: CurrentCaller, session: SessionDep, expected_revision: ExpectedRevisionIfSaid
) -> service.Subject:
    """The practice, locked and visible to the caller; as the caller read it, where they say."""
    return await service.load_for_change(session, caller, practice_id, expected_revision)


PracticeToChange = Annotated[service.Subject, Depends(practice_to_change)]
PracticeToMove = Annotated[service.Subject, Depends(practice_to_move)]


@router.get("", operation_id="listPractices", summary="List practices")
async def list_practices(
    caller: PracticeRead, session: SessionDep, query: Annotated[PracticeQuery, Query()]
) -> Page[PracticeInList]:
    """Published practices; for a champion's people also all of their own, for the secretariat all."""
    return await queries.list_practices(session, caller, query)


@router.post("", operation_id="createPractice", summary="Start a practice", status_code=status.HTTP_201_CREATED)
async def create_practice(caller: PracticeWrite, session: SessionDep, body: PracticeCreate) -> PracticeBody:
    """A draft needs no more than a title. The secretariat names the champion on whose behalf it writes."""
    return await service.create(session, caller, body)


@router.get(
    "/{practice_id}",
    operation_id="getPractice",
    summary="Read a practice",
    responses={410: {"model": PracticeGone, "description": "It was withdrawn."}},
)
async def get_practice(caller: PracticeRead, session: SessionDep, practice_id: PracticeId) -> PracticeBody:
    """One practice. Of a withdrawn one its tombstone stays, since it may have been cited; its parties read it still."""
    return await tombstones.get_practice(session, caller, practice_id)


@router.patch("/{practice_id}", operation_id="changePractice", summary="Change a practice")
async def change_practice(
    caller: PracticeWrite, session: SessionDep, practice: PracticeToChange, body: PracticeChange
) -> PracticeBody:
    """Change what is given and leave the rest. A published practice is changed through a revision."""
    return await service.change(session, caller, practice, body)


@router.delete(
    "/{practice_id}", operation_id="deletePractice", summary="Delete a draft", status_code=status.HTTP_204_NO_CONTENT
)
async def delete_practice(caller: PracticeWrite, session: SessionDep, practice: PracticeToChange) -> None:
    """Delete a practice that was never published."""
    await service.delete(session, caller, practice)


@router.post(
    "/{practice_id}/revise",
    operation_id="revisePractice",
    summary="Revise a published practice",
    status_code=status.HTTP_201_CREATED,
)
async def revise_practice(caller: PracticeWrite, session: SessionDep, practice: PracticeToMove) -> PracticeBody:
    """Start a revision of what was published; the practice stays as it is until the revision is published."""
    return await service.revise(session, caller, practice)


@router.get(
    "/{practice_id}/versions", operation_id="listPracticeVersions", summary="List a practice's published versions"
)
async def list_practice_versions(
    caller: PracticeRead, session: SessionDep, practice_id: PracticeId
) -> PracticeVersionList:
    """All published versions, newest first."""
    return await queries.list_versions(session, caller, practice_id)


@router.get("/{practice_id}/versions/{number}", operation_id="getPracticeVersion", summary="Read a published version")
async def get_practice_version(
    caller: PracticeRead, session: SessionDep, practice_id: PracticeId, number: VersionNumber
) -> PracticeVersionBody:
    """A published version exactly as it was, for whoever has cited it."""
    return await queries.get_version(session, caller, practice_id, number)


@router.get("/{practice_id}/review-steps", operation_id="listPracticeReviewSteps", summary="Read a practice's review")
async def list_practice_review_steps(
    caller: PracticeAdvise, session: SessionDep, practice_id: PracticeId
) -> ReviewStepList:
    """What happened to a practice in review, for its champion, the secretariat and the reviewers."""
    return await queries.list_review_steps(session, caller, practice_id)


def _add_step(step: Transition[Any]) -> None:
    permission = Permission.PRACTICES_WRITE if Party.OWNER in step.by else Permission.PRACTICES_REVIEW
    body_kind: Any = Withdrawal if step.verb == "withdraw" else StepBody

    @router.post(
        f"/{{practice_id}}/{step.verb}",
        operation_id=step.operation_id("Practice"),
        summary=step.summary,
        description=step.story,
        dependencies=[requires(permission)],
    )
    async def take_step(
        caller: CurrentCaller,
        session: SessionDep,
        practice: PracticeToMove,
        body: body_kind,
    ) -> PracticeBody:
        return await service.take_step(session, caller, practice, step, body)


for _step in rules.TRANSITIONS:
    _add_step(_step)
