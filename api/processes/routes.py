"""Processes over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path, Query, status

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.contributions import queries as contributions
from api.contributions.schemas import ContributionList
from api.platform.database import SessionDep
from api.platform.etags import ExpectedRevision
from api.platform.paging import Page
from api.platform.unit_of_work import room_router
from api.processes import practice_service, queries, service
from api.processes.schemas import ProcessBody, ProcessChange, ProcessCreate, ProcessQuery, ProcessSummary

ProcessesRead = Annotated[Caller, requires(Permission.PROCESSES_READ)]
ProcessesContribute = Annotated[Caller, requires(Permission.PROCESSES_CONTRIBUTE)]
ProcessesWrite = Annotated[Caller, requires(Permission.PROCESSES_WRITE)]

ProcessId = Annotated[UUID, Path(description="Key of the process.")]
PracticeId = Annotated[UUID, Path(description="Key of the practice.")]

router = room_router("/processes", tag="Processes")


async def process_to_change(
    process_id: ProcessId, session: SessionDep, expected_revision: ExpectedRevision
) -> service.Subject:
    """The process, locked and as the caller read it."""
    return await service.load_for_change(session, process_id, expected_revision)


ProcessToChange = Annotated[service.Subject, Depends(process_to_change)]


@router.get("", operation_id="listProcesses", summary="List processes")
async def list_processes(
    caller: ProcessesRead, session: SessionDep, query: Annotated[ProcessQuery, Query()]
) -> Page[ProcessSummary]:
    """Regional Reviews, Forums and other processes outside the Initiative, by date."""
    return await queries.list_processes(session, caller, query)


@router.post("", operation_id="createProcess", summary="Add a process", status_code=status.HTTP_201_CREATED)
async def create_process(caller: ProcessesWrite, session: SessionDep, body: ProcessCreate) -> ProcessBody:
    """Kind, title and first day are enough."""
    return await service.create(session, caller, body)


@router.get("/{process_id}", operation_id="getProcess", summary="Read a process")
async def get_process(caller: ProcessesRead, session: SessionDep, process_id: ProcessId) -> ProcessBody:
    """One process with who leads in it for the Champions and its deadlines."""
    return await queries.get_process(session, caller, process_id)


@router.patch("/{process_id}", operation_id="changeProcess", summary="Change a process")
async def change_process(
    caller: ProcessesWrite, session: SessionDep, process: ProcessToChange, body: ProcessChange
) -> ProcessBody:
    """Change what is given and leave the rest."""
    return await service.change(session, caller, process, body)


@router.delete(
    "/{process_id}", operation_id="deleteProcess", summary="Delete a process", status_code=status.HTTP_204_NO_CONTENT
)
async def delete_process(caller: ProcessesWrite, session: SessionDep, process: ProcessToChange) -> None:
    """Delete a process that nothing is linked to."""
    await service.delete(session, caller, process)


@router.get(
    "/{process_id}/contributions",
    operation_id="getProcessContributions",
    summary="What the Champions bring to a process",
)
async def get_contributions(caller: ProcessesRead, session: SessionDep, process_id: ProcessId) -> ContributionList:
    """Statements, activities, workplan items and practices that are linked to it, also where there is nothing yet."""
    await queries.check_exists(session, process_id)
    return await contributions.to_process(session, caller, process_id)


@router.put(
    "/{process_id}/practices/{practice_id}",
    operation_id="linkProcessPractice",
    summary="Bring a practice to a process",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def link_practice(
    caller: ProcessesContribute, session: SessionDep, process_id: ProcessId, practice_id: PracticeId
) -> None:
    """A published practice, by its champion, the co-chairs or the secretariat. A second time changes nothing."""
    await practice_service.link(session, caller, process_id, practice_id)


@router.delete(
    "/{process_id}/practices/{practice_id}",
    operation_id="unlinkProcessPractice",
    summary="Take a practice back from a process",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def unlink_practice(
    caller: ProcessesContribute, session: SessionDep, process_id: ProcessId, practice_id: PracticeId
) -> None:
    """The practice itself stays as it is."""
    await practice_service.unlink(session, caller, process_id, practice_id)
