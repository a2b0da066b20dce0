"""Pledges: what champions commit themselves to, alone or with others, and what becomes of it."""

from typing import Annotated, Any
from uuid import UUID

from anyio import to_thread
from fastapi import Depends, Path, Query, Request, Response, status

from api.access.caller import Caller
from api.access.dependencies import CurrentCaller, requires
from api.access.permissions import Permission
from api.platform import forms
from api.platform.database import SessionDep
from api.platform.documents.answers import Form, documented, file_answer, negotiated
from api.platform.downloads import DOWNLOAD, DownloadDep
from api.platform.etags import ExpectedRevision, ExpectedRevisionIfSaid
from api.platform.paging import Page
from api.platform.rates import MADE_TO_ORDER
from api.platform.schemas import StepBody
from api.platform.storage import StorageDep
from api.platform.transitions import Transition
from api.platform.unit_of_work import room_router
from api.pledges import dashboard_queries, file_service, queries, rules, service, sheet, voice_service
from api.pledges.dashboard_schemas import PledgeDashboard
from api.pledges.schemas import (
    PledgeBody,
    PledgeChange,
    PledgeCreate,
    PledgeFileForm,
    PledgeFilters,
    PledgeQuery,
    PledgeSummary,
    SpokenBody,
)

PledgeRead = Annotated[Caller, requires(Permission.PLEDGES_READ)]
PledgeWrite = Annotated[Caller, requires(Permission.PLEDGES_WRITE)]

PledgeId = Annotated[UUID, Path(description="Key of the pledge.")]

PATHS = r"/api/v1/pledges/[^/]+/file"
"""Where a form with a file goes."""

router = room_router("/pledges", tag="Pledges")


async def pledge_to_change(
    pledge_id: PledgeId, caller: CurrentCaller, session: SessionDep, expected_revision: ExpectedRevision
) -> service.Subject:
    """The pledge, locked, visible to the caller and as the caller read it."""
    return await service.load_for_change(session, caller, pledge_id, expected_revision)


async def pledge_to_move(
    pledge_id: PledgeId, caller: CurrentCaller, session: SessionDep, expected_revision: ExpectedRevisionIfSaid
) -> service.Subject:
    """The pledge, locked and visible to the caller; as the caller read it, where they say."""
    return await service.load_for_change(session, caller, pledge_id, expected_revision)


async def file_form(request: Request, _: PledgeWrite) -> PledgeFileForm:
    """The form of a file, read once it is known that the caller may send one."""
    return await forms.parse_form(request, PledgeFileForm)


PledgeToChange = Annotated[service.Subject, Depends(pledge_to_change)]
PledgeToMove = Annotated[service.Subject, Depends(pledge_to_move)]


@router.get("", operation_id="listPledges", summary="List pledges")
async def list_pledges(
    caller: PledgeRead, session: SessionDep, query: Annotated[PledgeQuery, Query()]
) -> Page[PledgeSummary]:
    """What the caller may see: made ones, and drafts of one's own champion or in which another State names it."""
    return await queries.list_pledges(session, caller, query)


@router.get("/dashboard", operation_id="getPledgeDashboard", summary="Count pledges from several sides")
async def get_pledge_dashboard(
    caller: PledgeRead, session: SessionDep, query: Annotated[PledgeFilters, Query()]
) -> PledgeDashboard:
    """Made pledges by objective, region, kind, year and currency, each with where they stand. Filters as in the list."""
    return await dashboard_queries.get_dashboard(session, caller, query)


@router.get(
    "/export",
    operation_id="exportPledges",
    dependencies=[MADE_TO_ORDER],
    summary="Take pledges out as a spreadsheet",
    response_class=Response,
    responses=documented(Form.XLSX, Form.CSV),
)
async def export_pledges(
    caller: PledgeRead,
    session: SessionDep,
    query: Annotated[PledgeFilters, Query()],
    form: Annotated[Form, negotiated(Form.XLSX, Form.CSV)],
) -> Response:
    """What the caller may see, filtered as the list. Text that would act as a formula has an apostrophe before it."""
    pledges = await queries.all_pledges(session, caller, query, most=sheet.MOST_ROWS)
    return file_answer(await to_thread.run_sync(sheet.made, pledges, form), form, name=sheet.name())


@router.post("", operation_id="createPledge", summary="Begin a pledge", status_code=status.HTTP_201_CREATED)
async def create_pledge(caller: PledgeWrite, session: SessionDep, body: PledgeCreate) -> PledgeBody:
    """A title makes a draft, which only its makers see. One's own champion records it, unless the secretariat names another."""
    return await service.create(session, caller, body)


@router.get("/{pledge_id}", operation_id="getPledge", summary="Read a pledge")
async def get_pledge(caller: PledgeRead, session: SessionDep, pledge_id: PledgeId) -> PledgeBody:
    """One pledge with everything that it names."""
    return await queries.get_pledge(session, caller, pledge_id)


@router.patch("/{pledge_id}", operation_id="changePledge", summary="Change a pledge")
async def change_pledge(
    caller: PledgeWrite, session: SessionDep, pledge: PledgeToChange, body: PledgeChange
) -> PledgeBody:
    """Change what is given and leave the rest. Where what was agreed to changes, the other States are asked again."""
    return await service.change(session, caller, pledge, body)


@router.delete(
    "/{pledge_id}", operation_id="deletePledge", summary="Delete a draft", status_code=status.HTTP_204_NO_CONTENT
)
async def delete_pledge(caller: PledgeWrite, session: SessionDep, pledge: PledgeToChange) -> None:
    """Delete a draft; what was made is discontinued, with the reason."""
    await service.delete(session, caller, pledge)


@router.put(
    "/{pledge_id}/file",
    operation_id="putPledgeFile",
    summary="Give a pledge its file",
    openapi_extra=forms.form_schema(PledgeFileForm),
)
async def put_pledge_file(
    caller: PledgeWrite,
    session: SessionDep,
    storage: StorageDep,
    pledge: PledgeToChange,
    form: Annotated[PledgeFileForm, Depends(file_form)],
) -> PledgeBody:
    """In place of the one before. Its kind is known by its content, whatever it is called."""
    return await file_service.put(session, storage, caller, pledge, form)


@router.get(
    "/{pledge_id}/file",
    operation_id="downloadPledgeFile",
    summary="Download the file of a pledge",
    response_class=Response,
    responses=DOWNLOAD,
)
async def download_pledge_file(
    caller: PledgeRead, session: SessionDep, download: DownloadDep, pledge_id: PledgeId
) -> Response:
    """As an attachment, with its name, not to be taken for another type."""
    return download.of(await queries.get_file(session, caller, pledge_id))


@router.delete("/{pledge_id}/file", operation_id="removePledgeFile", summary="Take the file of a pledge away")
async def remove_pledge_file(caller: PledgeWrite, session: SessionDep, pledge: PledgeToChange) -> PledgeBody:
    """The pledge stays; the file is gone."""
    return await file_service.remove(session, caller, pledge)


def _add_step(step: Transition[Any]) -> None:
    @router.post(
        f"/{{pledge_id}}/{step.verb}",
        operation_id=step.operation_id("Pledge"),
        summary=step.summary,
        description=step.story,
        dependencies=[requires(Permission.PLEDGES_WRITE)],
    )
    async def take_step(caller: CurrentCaller, session: SessionDep, pledge: PledgeToMove, body: StepBody) -> PledgeBody:
        return await service.take_step(session, caller, pledge, step, body)


def _add_voice(verb: str) -> None:
    @router.post(
        f"/{{pledge_id}}/{verb}",
        operation_id=f"{verb}Pledge",
        summary=f"{verb.capitalize()} a pledge for a State that it names",
        description="A champion speaks once, and may say otherwise later. The secretariat records it on behalf of one.",
        dependencies=[requires(Permission.PLEDGES_WRITE)],
    )
    async def speak(caller: CurrentCaller, session: SessionDep, pledge: PledgeToMove, body: SpokenBody) -> PledgeBody:
        return await voice_service.speak(session, caller, pledge, verb, body)


for _step in rules.TRANSITIONS:
    _add_step(_step)
for _verb in rules.SPOKEN:
    _add_voice(_verb)
