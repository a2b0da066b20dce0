"""The one place where everything meets: ``create_app()``."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI
from fastapi.responses import FileResponse
from starlette.middleware.gzip import GZipMiddleware

from api import all_sweeps  # noqa: F401 -- registers them for the worker and the test clock
from api.actionitems import routes as action_items
from api.activities import partner_routes as activity_partners
from api.activities import picture_routes as activity_pictures
from api.activities import routes as activities
from api.attendance import link_routes as answer_links
from api.attendance import routes as attendance
from api.audit import routes as audit
from api.calendars import routes as calendars
from api.champions import routes as champions
from api.cochairs import availability_routes, rotation_routes
from api.cochairs import routes as cochairs
from api.collaboration import coverage_routes
from api.collaboration import routes as collaboration
from api.consultations import routes as consultations
from api.datepolls import routes as datepolls
from api.documents import pack_routes
from api.documents import routes as documents
from api.handover import routes as handover
from api.harvest import feed_routes, sitemap_routes
from api.harvest import routes as harvest
from api.health import about_routes
from api.health import routes as health
from api.home import routes as home
from api.hub import callback_routes as hub_callbacks
from api.hub import reconciliation_routes as hub_reconciliation
from api.hub import routes as hub
from api.identity import auth_routes, me_routes, people_routes
from api.invitations import routes as invitations
from api.mechanism import routes as mechanism
from api.meetingroom import routes as meetingroom
from api.meetings import agenda_routes, proposal_routes
from api.meetings import routes as meetings
from api.minutes import correction_routes, decision_routes, phrase_routes
from api.minutes import routes as minutes
from api.objectives import routes as objectives
from api.pages import routes as pages
from api.pages.shell import Shell
from api.pictures import routes as pictures
from api.platform import error_handlers, openapi
from api.platform.body_limit import BodyLimit
from api.platform.database import Database
from api.platform.jobs import Surroundings
from api.platform.live.hub import Hub
from api.platform.middleware import RequestContext
from api.platform.secret_key import secret_key
from api.platform.storage import Storage
from api.platform.unit_of_work import API
from api.platform.worker import run_worker
from api.pledges import report_routes as pledge_reports
from api.pledges import routes as pledges
from api.practiceimports import routes as practice_imports
from api.practices import citation_routes
from api.practices import comment_routes as practice_comments
from api.practices import facet_routes as practice_facets
from api.practices import file_routes as practice_files
from api.practices import picture_routes as practice_pictures
from api.practices import queue_routes as practice_queue
from api.practices import review_routes as practice_reviews
from api.practices import routes as practices
from api.processes import deadline_routes
from api.processes import routes as processes
from api.quarters import routes as quarters
from api.registrations import link_routes as registration_links
from api.registrations import routes as registrations
from api.savedsearches import link_routes as saved_search_links
from api.savedsearches import routes as saved_searches
from api.settings import Settings, get_settings
from api.similar import related_routes
from api.similar import routes as similar
from api.slots import routes as slots
from api.statements import remark_routes, sign_on_routes, silence_routes
from api.statements import routes as statements
from api.testclock import routes as test_clock
from api.translations import routes as translations
from api.uploads import routes as uploads
from api.vocabularies import routes as vocabularies
from api.workplan import bulk_routes as workplan_bulk
from api.workplan import item_routes as workplan_items
from api.workplan import review_routes as workplan_reviews
from api.workplan import routes as workplans
from api.workplan import sheet_routes as workplan_sheets

_ROOMS = (
    practice_facets,  # before the practices, since a word is no key of a practice
    related_routes,
    practices,  # first, since it is what the world reads: routes are tried in this order
    citation_routes,
    similar,
    saved_searches,
    saved_search_links,
    practice_reviews,
    practice_comments,
    practice_queue,
    about_routes,
    auth_routes,
    me_routes,
    home,
    people_routes,
    vocabularies,
    activity_partners,
    activity_pictures,
    registration_links,
    registrations,
    activities,
    audit,
    workplans,
    workplan_items,
    workplan_bulk,
    workplan_reviews,
    workplan_sheets,
    quarters,  # before the meetings, since a word is no key of a meeting
    meetings,
    agenda_routes,
    proposal_routes,
    slots,
    documents,
    pack_routes,
    uploads,
    coverage_routes,
    collaboration,
    consultations,
    datepolls,
    meetingroom,
    invitations,
    attendance,
    calendars,
    answer_links,
    minutes,
    correction_routes,
    decision_routes,
    phrase_routes,
    action_items,
    champions,
    cochairs,
    handover,
    availability_routes,
    rotation_routes,
    practice_pictures,
    practice_files,
    translations,
    practice_imports,
    processes,
    deadline_routes,
    objectives,
    mechanism,
    silence_routes,
    remark_routes,
    sign_on_routes,
    statements,
    pledges,
    pledge_reports,
    hub_callbacks,
    hub_reconciliation,
    hub,
)

_TAKE_FILES = (documents.PATHS, pictures.PATHS, pledges.PATHS, practice_files.PATHS, uploads.PATHS)
_FORM_AROUND_A_FILE = 65_536


def create_app(settings: Settings | None = None, *, database: Database | None = None) -> FastAPI:
    """The service with all its rooms.

    ``database`` is opened from the settings when the app starts, unless a test gives one of its own.
    """
    settings = settings or get_settings()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.secret_key = secret_key(settings)
        app.state.database = database or _open_database(settings)
        async with (
            run_worker(Surroundings(app.state.database, settings)),
            app.state.live.listening(app.state.database),
        ):
            _let_the_collector_rest()
            yield
        if database is None:
            await app.state.database.close()

    app = FastAPI(
        title="Champions",
        version=version("champions"),
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        separate_input_output_schemas=False,
        openapi_tags=_tags(),
        telemetry={"tracing": False, "metrics": False, "logs": False},  # we have our own, at a tenth of the cost
    )
    app.state.settings = settings
    app.state.storage = Storage(settings.storage_address)
    app.state.live = Hub()
    for room in _ROOMS:
        app.include_router(room.router, prefix=API)
    if settings.demo and settings.test_clock:
        app.include_router(test_clock.router, prefix=API)
    app.include_router(health.router)
    app.include_router(calendars.feed_router)
    for room in (harvest, feed_routes, sitemap_routes):
        app.include_router(room.router)
    app.include_router(saved_search_links.one_click)
    app.add_middleware(
        BodyLimit,
        max_bytes=settings.max_body_bytes,
        elsewhere=[
            (workplan_sheets.PATHS, workplan_sheets.MOST_BYTES),
            (practice_imports.PATHS, practice_imports.MOST_BYTES),
            *((paths, settings.max_upload_bytes + _FORM_AROUND_A_FILE) for paths in _TAKE_FILES),
        ],
    )
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(RequestContext)
    error_handlers.install(app)
    openapi.install(app)
    if settings.frontend_dir.is_dir():
        app.add_api_route(
            "/api/docs", lambda: FileResponse(settings.frontend_dir / "api-docs.html"), include_in_schema=False
        )
        app.state.shell = Shell.read(settings.frontend_dir)
        app.include_router(pages.router)
        app.frontend("/", directory=settings.frontend_dir)
        # an address of the API that is none is a 404 problem for browsers too, not the single-page app
        app.frontend("/api", directory=settings.frontend_dir, fallback=None)
    return app


def _let_the_collector_rest() -> None:
    """What was made at the start lives as long as the process: the garbage collector need not look at it again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def _tags() -> list[dict[str, str]]:
    described = {str(room.router.tags[0]): str(room.__doc__).strip() for room in reversed(_ROOMS)}
    return [{"name": name, "description": described[name]} for name in sorted(described)]


def _open_database(settings: Settings) -> Database:
    assert settings.database_url is not None, "champions serve starts the embedded database and sets its address"
    return Database(
        settings.database_url, replica_address=settings.database_replica_url, pool_size=settings.database_pool_size
    )
