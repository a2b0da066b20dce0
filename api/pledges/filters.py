"""Which pledges are asked for, as SQL: for the list, the dashboard and the spreadsheet alike."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, func, not_, or_
from sqlmodel import col, select

from api.champions.models import Champion
from api.platform import clock
from api.platform.search import matches
from api.pledges import rules
from api.pledges.models import Pledge, PledgeActivity, PledgeProcess, PledgeReport, PledgeVoice, PledgingState
from api.pledges.schemas import PledgeFilters
from api.processes.models import Process

last_reported_on = (
    select(func.max(PledgeReport.reported_on))
    .where(col(PledgeReport.pledge_id) == col(Pledge.id))
    .correlate(Pledge)
    .scalar_subquery()
)
"""The day of the last report on the pledge in the row."""


def report_is_due() -> ColumnElement[bool]:
    """Open, and since it was made or last reported on a year has gone by."""
    last_heard_of = func.greatest(last_reported_on, col(Pledge.made_on))
    return and_(col(Pledge.status).in_(rules.OPEN), last_heard_of <= rules.a_year_before(clock.today()))


def chosen(query: PledgeFilters) -> list[ColumnElement[bool]]:
    """What the filters ask for, of pledges beside their ``Champion``."""
    filters: list[ColumnElement[bool]] = [
        col(column).in_(wanted)
        for column, wanted in ((Pledge.kind, query.kind), (Pledge.mode, query.mode), (Pledge.status, query.status))
        if wanted
    ]
    if query.champion:
        filters.append(or_(col(Champion.iso3) == query.champion, col(Pledge.id).in_(_confirmed_by(query.champion))))
    if query.objective:
        filters.append(col(Pledge.objectives).op("&&")(query.objective))
    if query.region:
        filters.append(or_(col(Champion.region_m49) == query.region, col(Champion.subregion_m49) == query.region))
    if query.process:
        filters.append(col(Pledge.id).in_(_linked_to(query.process)))
    if query.activity:
        of_activity = select(PledgeActivity.pledge_id).where(col(PledgeActivity.activity_id) == query.activity)
        filters.append(col(Pledge.id).in_(of_activity))
    if query.year:
        filters.append(col(Pledge.made_on).between(date(query.year, 1, 1), date(query.year, 12, 31)))
    if query.is_report_due is not None:
        filters.append(report_is_due() if query.is_report_due else not_(report_is_due()))
    return filters + ([matches(Pledge.search, query.q)] if query.q else [])


def _confirmed_by(iso3: str) -> Any:
    return select(PledgingState.pledge_id).where(
        col(PledgingState.iso3) == iso3, col(PledgingState.voice) == PledgeVoice.CONFIRMED
    )


def _linked_to(key: str) -> Any:
    process = select(Process.id).where(col(Process.key) == key).scalar_subquery()
    return select(PledgeProcess.pledge_id).where(col(PledgeProcess.process_id) == process)
