"""The Compact's capacity-building mechanism: the Migration MPTF, the Hub, and what the Network makes."""

from collections.abc import Awaitable, Callable
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path, Query, status

from api.access.caller import Caller
from api.access.dependencies import CurrentCaller, requires
from api.access.permissions import Permission
from api.mechanism import hub_queries, queries, service
from api.mechanism.hub_schemas import HubOverview
from api.mechanism.schemas import (
    AdvocacyBody,
    AdvocacyChange,
    AdvocacyCreate,
    AdvocacyQuery,
    CallBody,
    CallChange,
    CallCreate,
    CallQuery,
    ProgrammeBody,
    ProgrammeChange,
    ProgrammeCreate,
    ProgrammeQuery,
    SupportBody,
    ToolBody,
    ToolChange,
    ToolCreate,
    ToolQuery,
)
from api.platform.database import SessionDep
from api.platform.etags import ExpectedRevision, ExpectedRevisionIfSaid
from api.platform.paging import Page
from api.platform.unit_of_work import room_router
from api.vocabularies.types import Iso3

MechanismRead = Annotated[Caller, requires(Permission.MECHANISM_READ)]
MechanismWrite = Annotated[Caller, requires(Permission.MECHANISM_WRITE)]
MechanismCurate = Annotated[Caller, requires(Permission.MECHANISM_CURATE)]

Key = Annotated[UUID, Path(description="Key of the record.")]

router = room_router("/mechanism", tag="Mechanism")


def _to_change(table: type[service.Kept]) -> Callable[..., Awaitable[service.Kept]]:
    """A dependency that loads the record of ``table``, locked, visible and as the caller read it."""

    async def load(
        record_id: Key, caller: CurrentCaller, session: SessionDep, expected_revision: ExpectedRevision
    ) -> service.Kept:
        return await service.load_for_change(session, caller, table, record_id, expected_revision)

    return load


async def tool_to_support(
    record_id: Key, caller: CurrentCaller, session: SessionDep, expected_revision: ExpectedRevisionIfSaid
) -> service.Tool:
    """The tool, locked; as the caller read it, where they say."""
    return await service.load_for_change(session, caller, service.Tool, record_id, expected_revision)


ProgrammeToChange = Annotated[service.Programme, Depends(_to_change(service.Programme))]
CallToChange = Annotated[service.Call, Depends(_to_change(service.Call))]
AdvocacyToChange = Annotated[service.Advocacy, Depends(_to_change(service.Advocacy))]
ToolToChange = Annotated[service.Tool, Depends(_to_change(service.Tool))]
ToolToSupport = Annotated[service.Tool, Depends(tool_to_support)]


@router.get("/hub", operation_id="getHubOverview", summary="What was published for the Migration Network Hub")
async def get_hub(caller: MechanismRead, session: SessionDep) -> HubOverview:
    """Published practices by champion and language, and what is known of their use. Nothing is shown that is not measured."""
    return await hub_queries.get_overview(session, caller)


@router.get("/programmes", operation_id="listJointProgrammes", summary="List joint programmes")
async def list_programmes(
    caller: MechanismRead, session: SessionDep, query: Annotated[ProgrammeQuery, Query()]
) -> Page[ProgrammeBody]:
    """Joint programmes of the Migration MPTF that champions fund, host or propose."""
    return await queries.list_programmes(session, caller, query)


@router.post(
    "/programmes",
    operation_id="createJointProgramme",
    summary="Add a joint programme",
    status_code=status.HTTP_201_CREATED,
)
async def create_programme(caller: MechanismWrite, session: SessionDep, body: ProgrammeCreate) -> ProgrammeBody:
    """A title is enough. It is the record of one's own champion."""
    return await service.create_programme(session, caller, body)


@router.patch("/programmes/{record_id}", operation_id="changeJointProgramme", summary="Change a joint programme")
async def change_programme(
    caller: MechanismWrite, session: SessionDep, programme: ProgrammeToChange, body: ProgrammeChange
) -> ProgrammeBody:
    """Change what is given and leave the rest. A list that is given replaces the one before."""
    return await service.change_programme(session, caller, programme, body)


@router.delete(
    "/programmes/{record_id}",
    operation_id="deleteJointProgramme",
    summary="Delete a joint programme",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def delete_programme(caller: MechanismWrite, session: SessionDep, programme: ProgrammeToChange) -> None:
    """Take it off the list."""
    await service.delete(session, caller, programme)


@router.get("/calls", operation_id="listFundCalls", summary="List calls of the fund")
async def list_calls(
    caller: MechanismRead, session: SessionDep, query: Annotated[CallQuery, Query()]
) -> Page[CallBody]:
    """Calls of the Migration MPTF with the day or the instant at which they close."""
    return await queries.list_calls(session, caller, query)


@router.post(
    "/calls", operation_id="createFundCall", summary="Add a call of the fund", status_code=status.HTTP_201_CREATED
)
async def create_call(caller: MechanismCurate, session: SessionDep, body: CallCreate) -> CallBody:
    """A title, and when it closes."""
    return await service.create_call(session, caller, body)


@router.patch("/calls/{record_id}", operation_id="changeFundCall", summary="Change a call")
async def change_call(caller: MechanismCurate, session: SessionDep, call: CallToChange, body: CallChange) -> CallBody:
    """Change what is given and leave the rest."""
    return await service.change_call(session, caller, call, body)


@router.delete(
    "/calls/{record_id}",
    operation_id="deleteFundCall",
    summary="Delete a call",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def delete_call(caller: MechanismCurate, session: SessionDep, call: CallToChange) -> None:
    """Take it off the list."""
    await service.delete(session, caller, call)


@router.get("/advocacy", operation_id="listFundAdvocacy", summary="List what was done for the fund")
async def list_advocacy(
    caller: MechanismRead, session: SessionDep, query: Annotated[AdvocacyQuery, Query()]
) -> Page[AdvocacyBody]:
    """What champions did to speak for the fund, the latest first."""
    return await queries.list_advocacy(session, caller, query)


@router.post(
    "/advocacy",
    operation_id="createFundAdvocacy",
    summary="Write down what was done for the fund",
    status_code=status.HTTP_201_CREATED,
)
async def create_advocacy(caller: MechanismWrite, session: SessionDep, body: AdvocacyCreate) -> AdvocacyBody:
    """A title and a day are enough."""
    return await service.create_advocacy(session, caller, body)


@router.patch("/advocacy/{record_id}", operation_id="changeFundAdvocacy", summary="Change what was written down")
async def change_advocacy(
    caller: MechanismWrite, session: SessionDep, done: AdvocacyToChange, body: AdvocacyChange
) -> AdvocacyBody:
    """Change what is given and leave the rest."""
    return await service.change_advocacy(session, caller, done, body)


@router.delete(
    "/advocacy/{record_id}",
    operation_id="deleteFundAdvocacy",
    summary="Delete what was written down",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def delete_advocacy(caller: MechanismWrite, session: SessionDep, done: AdvocacyToChange) -> None:
    """Take it off the list."""
    await service.delete(session, caller, done)


@router.get("/tools", operation_id="listNetworkTools", summary="List the Network's workplan, guidance and tools")
async def list_tools(
    caller: MechanismRead, session: SessionDep, query: Annotated[ToolQuery, Query()]
) -> Page[ToolBody]:
    """What the Network makes, with the champions that support or test it."""
    return await queries.list_tools(session, caller, query)


@router.post(
    "/tools",
    operation_id="createNetworkTool",
    summary="Add a workplan, a guidance or a tool",
    status_code=status.HTTP_201_CREATED,
)
async def create_tool(caller: MechanismCurate, session: SessionDep, body: ToolCreate) -> ToolBody:
    """A title and a kind are enough."""
    return await service.create_tool(session, caller, body)


@router.patch("/tools/{record_id}", operation_id="changeNetworkTool", summary="Change a tool")
async def change_tool(caller: MechanismCurate, session: SessionDep, tool: ToolToChange, body: ToolChange) -> ToolBody:
    """Change what is given and leave the rest."""
    return await service.change_tool(session, caller, tool, body)


@router.delete(
    "/tools/{record_id}",
    operation_id="deleteNetworkTool",
    summary="Delete a tool",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def delete_tool(caller: MechanismCurate, session: SessionDep, tool: ToolToChange) -> None:
    """Take it off the list, with what champions said about it."""
    await service.delete(session, caller, tool)


@router.put("/tools/{record_id}/support", operation_id="supportNetworkTool", summary="Support or test a tool")
async def support_tool(caller: MechanismWrite, session: SessionDep, tool: ToolToSupport, body: SupportBody) -> ToolBody:
    """Say that one's own champion supports or tests it, and what it has to say about it."""
    return await service.support_tool(session, caller, tool, body)


@router.delete(
    "/tools/{record_id}/support", operation_id="endNetworkToolSupport", summary="End the support or test of a tool"
)
async def end_support(
    caller: MechanismWrite,
    session: SessionDep,
    tool: ToolToSupport,
    champion: Annotated[
        Iso3 | None, Query(description="On whose behalf: your own champion by default.", examples=["MAR"])
    ] = None,
) -> ToolBody:
    """Say that one's own champion does not support or test it any more."""
    return await service.end_support(session, caller, tool, champion)
