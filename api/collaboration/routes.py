"""The collaboration finder: who could work with whom and why, and what champions make of it."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path, Query, status

from api.access.caller import Caller
from api.access.dependencies import CurrentCaller, requires
from api.access.permissions import Permission
from api.collaboration import over_time_queries, queries, service
from api.collaboration.coverage_schemas import OverTimeBody, OverTimeQuery
from api.collaboration.schemas import (
    ContactBody,
    ContactCreate,
    ContactQuery,
    DismissalBody,
    DismissalCreate,
    FollowUp,
    NeedBody,
    NeedCreate,
    NeedQuery,
    SuggestionList,
    SuggestionQuery,
)
from api.platform.database import SessionDep
from api.platform.etags import ExpectedRevisionIfSaid
from api.platform.paging import Page
from api.platform.unit_of_work import room_router

CoverageRead = Annotated[Caller, requires(Permission.COVERAGE_READ)]
CollaborationRead = Annotated[Caller, requires(Permission.COLLABORATION_READ)]
CollaborationWrite = Annotated[Caller, requires(Permission.COLLABORATION_WRITE)]

NeedId = Annotated[UUID, Path(description="Key of the need.")]
DismissalId = Annotated[UUID, Path(description="Key of the suggestion that was set aside.")]
ContactId = Annotated[UUID, Path(description="Key of the letter.")]

router = room_router("/collaboration", tag="Collaboration")


async def need_to_take_back(
    need_id: NeedId, session: SessionDep, expected_revision: ExpectedRevisionIfSaid
) -> service.NeedSubject:
    """The need, locked; as the caller read it, where they say."""
    return await service.load_need(session, need_id, expected_revision)


async def dismissal_to_undo(
    dismissal_id: DismissalId, caller: CurrentCaller, session: SessionDep
) -> service.DismissalSubject:
    """The suggestion that the caller's champion set aside, locked."""
    return await service.load_dismissal(session, caller, dismissal_id)


async def contact_to_follow_up(
    contact_id: ContactId, caller: CurrentCaller, session: SessionDep, expected_revision: ExpectedRevisionIfSaid
) -> service.ContactSubject:
    """The letter, locked and visible to the caller; as the caller read it, where they say."""
    return await service.load_contact(session, caller, contact_id, expected_revision)


NeedToTakeBack = Annotated[service.NeedSubject, Depends(need_to_take_back)]
DismissalToUndo = Annotated[service.DismissalSubject, Depends(dismissal_to_undo)]
ContactToFollowUp = Annotated[service.ContactSubject, Depends(contact_to_follow_up)]


@router.get("/over-time", operation_id="getOverTime", summary="Count what was done over time")
async def get_over_time(
    caller: CoverageRead, session: SessionDep, query: Annotated[OverTimeQuery, Query()]
) -> OverTimeBody:
    """Published practices, activities by their first day, and pledges, by year or quarter."""
    return await over_time_queries.get_over_time(session, caller, query)


@router.get("/suggestions", operation_id="listSuggestions", summary="Find champions to work with")
async def list_suggestions(
    caller: CollaborationRead, session: SessionDep, query: Annotated[SuggestionQuery, Query()]
) -> SuggestionList:
    """Ranked, each with its reasons and the records that show them. The same record gives the same order."""
    return await queries.list_suggestions(session, caller, query.champion)


@router.post(
    "/dismissals",
    operation_id="dismissSuggestion",
    summary="Set a suggestion aside",
    status_code=status.HTTP_201_CREATED,
)
async def dismiss_suggestion(caller: CollaborationWrite, session: SessionDep, body: DismissalCreate) -> DismissalBody:
    """For one's own champion. It comes back when there is a reason that it did not have."""
    return await service.dismiss(session, caller, body)


@router.delete(
    "/dismissals/{dismissal_id}",
    operation_id="takeSuggestionUpAgain",
    summary="Take a suggestion up again",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def take_suggestion_up_again(caller: CollaborationWrite, session: SessionDep, dismissal: DismissalToUndo) -> None:
    """What was set aside is suggested again."""
    await service.take_up_again(session, caller, dismissal)


@router.get("/needs", operation_id="listCollaborationNeeds", summary="List what champions seek and offer")
async def list_needs(
    caller: CollaborationRead, session: SessionDep, query: Annotated[NeedQuery, Query()]
) -> Page[NeedBody]:
    """A sentence for an objective, from the champions themselves."""
    return await queries.list_needs(session, caller, query)


@router.post(
    "/needs",
    operation_id="sayCollaborationNeed",
    summary="Say what your champion seeks or offers",
    status_code=status.HTTP_201_CREATED,
)
async def say_need(caller: CollaborationWrite, session: SessionDep, body: NeedCreate) -> NeedBody:
    """One sentence for one objective; it weighs most in what is suggested."""
    return await service.say_need(session, caller, body)


@router.delete(
    "/needs/{need_id}",
    operation_id="takeCollaborationNeedBack",
    summary="Take back what your champion seeks or offers",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def take_need_back(caller: CollaborationWrite, session: SessionDep, need: NeedToTakeBack) -> None:
    """It no longer counts."""
    await service.take_need_back(session, caller, need)


@router.get("/contacts", operation_id="listCollaborationContacts", summary="List letters between champions")
async def list_contacts(
    caller: CollaborationRead, session: SessionDep, query: Annotated[ContactQuery, Query()]
) -> Page[ContactBody]:
    """Those that the caller's champion wrote or got; all of them for the secretariat, which has a copy."""
    return await queries.list_contacts(session, caller, query)


@router.post(
    "/contacts",
    operation_id="contactChampion",
    summary="Write to another champion",
    status_code=status.HTTP_201_CREATED,
)
async def contact_champion(caller: CollaborationWrite, session: SessionDep, body: ContactCreate) -> ContactBody:
    """A mail to its focal points with a copy to the secretariat. After a month one is asked, once, what came of it."""
    return await service.contact(session, caller, body)


@router.get("/contacts/{contact_id}", operation_id="getCollaborationContact", summary="Read a letter between champions")
async def get_contact(caller: CollaborationRead, session: SessionDep, contact_id: ContactId) -> ContactBody:
    """What was written, and what came of it."""
    return await queries.get_contact(session, caller, contact_id)


@router.post(
    "/contacts/{contact_id}/follow-up",
    operation_id="followUpCollaborationContact",
    summary="Tell what came of a letter",
)
async def follow_up(
    caller: CollaborationWrite, session: SessionDep, contact: ContactToFollowUp, body: FollowUp
) -> ContactBody:
    """An activity, still talking, or nothing. Who is still talking may tell the end later."""
    return await service.follow_up(session, caller, contact, body)
