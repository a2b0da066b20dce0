"""People and their accounts over HTTP."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Path, Query, Request, status

from api.access.caller import Caller
from api.access.dependencies import CurrentCaller, requires
from api.access.permissions import Permission
from api.identity import people_queries, people_service, rules
from api.identity.people_schemas import PeopleQuery, PersonBody, PersonChange, PersonInvite, PersonWithLinkBody
from api.platform import idempotency
from api.platform.configured import SettingsDep
from api.platform.database import SessionDep
from api.platform.etags import ExpectedRevision, ExpectedRevisionIfSaid
from api.platform.paging import Page
from api.platform.schemas import StepBody
from api.platform.transitions import Transition
from api.platform.unit_of_work import room_router

PeopleRead = Annotated[Caller, requires(Permission.PEOPLE_READ)]
PeopleWrite = Annotated[Caller, requires(Permission.PEOPLE_WRITE)]

PersonId = Annotated[UUID, Path(description="Key of the person.")]

router = room_router("/people", tag="People")


async def person_to_change(
    person_id: PersonId, caller: CurrentCaller, session: SessionDep, expected_revision: ExpectedRevision
) -> people_service.Subject:
    """The person, locked, the caller's to look after and as the caller read it."""
    return await people_service.load_for_change(session, caller, person_id, expected_revision)


async def person_to_move(
    person_id: PersonId, caller: CurrentCaller, session: SessionDep, expected_revision: ExpectedRevisionIfSaid
) -> people_service.Subject:
    """The person, locked and the caller's to look after; as the caller read it, where they say."""
    return await people_service.load_for_change(session, caller, person_id, expected_revision)


PersonToChange = Annotated[people_service.Subject, Depends(person_to_change)]
PersonToMove = Annotated[people_service.Subject, Depends(person_to_move)]


@router.get("", operation_id="listPeople", summary="List people")
async def list_people(
    caller: PeopleRead, session: SessionDep, query: Annotated[PeopleQuery, Query()]
) -> Page[PersonBody]:
    """Everybody with an account, for the secretariat; for a lead focal point the people of its own champion."""
    return await people_queries.list_people(session, caller, query)


@router.post("", operation_id="invitePerson", summary="Invite somebody", status_code=status.HTTP_201_CREATED)
async def invite_person(
    request: Request, caller: PeopleWrite, session: SessionDep, settings: SettingsDep, body: PersonInvite
) -> PersonWithLinkBody:
    """Make an account and a one-time link to choose its password. The link is shown here only, and mailed where mail is
    set up. A lead focal point invites focal points of its own champion."""
    idempotency.keep_no_answer(request)
    return await people_service.invite(session, settings, caller, body)


@router.get("/{person_id}", operation_id="getPerson", summary="Read a person")
async def get_person(caller: PeopleRead, session: SessionDep, person_id: PersonId) -> PersonBody:
    """One person and the state of their account."""
    return await people_queries.get_person(session, caller, person_id)


@router.patch("/{person_id}", operation_id="changePerson", summary="Change a person")
async def change_person(
    caller: PeopleWrite, session: SessionDep, person: PersonToChange, body: PersonChange
) -> PersonBody:
    """Change what is given and leave the rest. Address, standing and champion are the secretariat's to change."""
    return await people_service.change(session, caller, person, body)


@router.post("/{person_id}/invitation", operation_id="invitePersonAgain", summary="Make a new invitation")
async def invite_person_again(
    request: Request, caller: PeopleWrite, session: SessionDep, settings: SettingsDep, person: PersonToMove
) -> PersonWithLinkBody:
    """A new one-time link for somebody who has not chosen a password yet; the one before stops working."""
    idempotency.keep_no_answer(request)
    return await people_service.invite_again(session, settings, caller, person)


@router.post("/{person_id}/password-reset", operation_id="resetPersonPassword", summary="Make a password reset link")
async def reset_person_password(
    request: Request, caller: PeopleWrite, session: SessionDep, settings: SettingsDep, person: PersonToMove
) -> PersonWithLinkBody:
    """A one-time link to a new password, for the secretariat to hand over."""
    idempotency.keep_no_answer(request)
    return await people_service.reset_password(session, settings, caller, person)


def _add_step(step: Transition[Any]) -> None:
    @router.post(
        f"/{{person_id}}/{step.verb}",
        operation_id=step.operation_id("Person"),
        summary=step.summary,
        description=step.story,
    )
    async def take_step(caller: PeopleWrite, session: SessionDep, person: PersonToMove, body: StepBody) -> PersonBody:
        return await people_service.take_step(session, caller, person, step, body)


for _step in rules.TRANSITIONS:
    _add_step(_step)
