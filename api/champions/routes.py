"""Champions over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path, Query, status

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.champions import queries, service
from api.champions.schemas import (
    ChampionBody,
    ChampionChange,
    ChampionCreate,
    ChampionQuery,
    ChampionSummary,
    Leaving,
)
from api.platform.database import SessionDep
from api.platform.etags import ExpectedRevision, ExpectedRevisionIfSaid
from api.platform.paging import Page
from api.platform.schemas import StepBody
from api.platform.unit_of_work import room_router

ChampionsRead = Annotated[Caller, requires(Permission.CHAMPIONS_READ)]
ChampionsDescribe = Annotated[Caller, requires(Permission.CHAMPIONS_DESCRIBE)]
ChampionsWrite = Annotated[Caller, requires(Permission.CHAMPIONS_WRITE)]

ChampionId = Annotated[UUID, Path(description="Key of the champion.")]

router = room_router("/champions", tag="Champions")


async def champion_to_change(
    champion_id: ChampionId, session: SessionDep, expected_revision: ExpectedRevision
) -> service.Subject:
    """The champion, locked and as the caller read it."""
    return await service.load_for_change(session, champion_id, expected_revision)


async def champion_to_move(
    champion_id: ChampionId, session: SessionDep, expected_revision: ExpectedRevisionIfSaid
) -> service.Subject:
    """The champion, locked; as the caller read it, where they say."""
    return await service.load_for_change(session, champion_id, expected_revision)


ChampionToChange = Annotated[service.Subject, Depends(champion_to_change)]
ChampionToMove = Annotated[service.Subject, Depends(champion_to_move)]


@router.get("", operation_id="listChampions", summary="List champions")
async def list_champions(
    caller: ChampionsRead, session: SessionDep, query: Annotated[ChampionQuery, Query()]
) -> Page[ChampionSummary]:
    """The Member States in the Initiative today, with what each has published and takes part in."""
    return await queries.list_champions(session, caller, query)


@router.post("", operation_id="createChampion", summary="Add a champion", status_code=status.HTTP_201_CREATED)
async def create_champion(caller: ChampionsWrite, session: SessionDep, body: ChampionCreate) -> ChampionBody:
    """A State's code is enough: regions follow from it, and it joins today unless said otherwise."""
    return await service.create(session, caller, body)


@router.get("/{champion_id}", operation_id="getChampion", summary="Read a champion")
async def get_champion(caller: ChampionsRead, session: SessionDep, champion_id: ChampionId) -> ChampionBody:
    """One champion with its co-chair terms; for members also its focal points."""
    return await queries.get_champion(session, caller, champion_id)


@router.patch("/{champion_id}", operation_id="changeChampion", summary="Change a champion")
async def change_champion(
    caller: ChampionsDescribe, session: SessionDep, champion: ChampionToChange, body: ChampionChange
) -> ChampionBody:
    """Change what is given and leave the rest. A champion's own people may change `about` and `objectives`."""
    return await service.change(session, caller, champion, body)


@router.delete(
    "/{champion_id}",
    operation_id="deleteChampion",
    summary="Delete a champion entered by mistake",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def delete_champion(caller: ChampionsWrite, session: SessionDep, champion: ChampionToChange) -> None:
    """Delete a champion that nothing refers to. One that has taken part leaves instead."""
    await service.delete(session, caller, champion)


@router.post("/{champion_id}/leave", operation_id="leaveChampion", summary="Let a champion leave")
async def leave(caller: ChampionsWrite, session: SessionDep, champion: ChampionToMove, body: Leaving) -> ChampionBody:
    """The champion leaves on a day, today by default; its people's accounts end with it, what it has done stays."""
    return await service.leave(session, caller, champion, body)


@router.post("/{champion_id}/rejoin", operation_id="rejoinChampion", summary="Take a champion back")
async def rejoin(caller: ChampionsWrite, session: SessionDep, champion: ChampionToMove, body: StepBody) -> ChampionBody:
    """Take a champion back that has left, or call its leaving off."""
    return await service.rejoin(session, caller, champion, body)
