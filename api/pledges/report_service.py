"""Writes of follow-up reports; a report may bring its pledge further."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.platform import clock
from api.platform.etags import check_revision
from api.platform.problems import InvalidInput, NotFound
from api.platform.transitions import Transition
from api.pledges import queries, report_queries, rules, service
from api.pledges.models import Pledge, PledgeReport, PledgeStatus
from api.pledges.report_schemas import ReportBody, ReportChange, ReportCreate

_LONGEST_REASON = 1000


async def add(session: AsyncSession, caller: Caller, pledge: Pledge, body: ReportCreate) -> ReportBody:
    """Report on a pledge, and bring it where the report says. The text is the reason where the step asks for one."""
    service.require(caller, pledge, "report", "Only what was made, and not given up, is reported on.")
    values = body.model_dump() | {"reported_on": body.reported_on or clock.today()}
    _check_day(pledge, values["reported_on"])
    if body.moves_to is not None:
        service.move(pledge, _step(pledge, body.moves_to), body.text[:_LONGEST_REASON])
    report = PledgeReport(
        **values,
        pledge_id=pledge.id,
        person_id=caller.person_id,
        person_name=caller.name,
        is_on_behalf=not caller.owns(pledge.champion_id),
    )
    session.add(report)
    flag_modified(pledge, "updated_at")
    told = {"report": (None, body.text)}
    await service.record(session, caller, "reported", pledge, reason=body.text[:_LONGEST_REASON], related=told)
    return await report_queries.get_report(session, caller, pledge.id, report.id)


async def change(
    session: AsyncSession, caller: Caller, pledge_id: UUID, report_id: UUID, expected: int, body: ReportChange
) -> ReportBody:
    """Correct a report; where it brought the pledge stays."""
    found = await session.exec(
        select(PledgeReport, Pledge)
        .join(Pledge, col(Pledge.id) == col(PledgeReport.pledge_id))
        .where(col(PledgeReport.id) == report_id, col(Pledge.id) == pledge_id, queries.visible(caller))
        .with_for_update()
    )
    row = found.first()
    if row is None:
        raise NotFound("There is no such report, or it is not for you to see.")
    report, pledge = row
    check_revision(report, expected)
    service.require(caller, pledge, "report", "Its reports stay as they are.")
    values = body.model_dump(exclude_unset=True)
    if "reported_on" in values:
        values["reported_on"] = values["reported_on"] or report.reported_on
        _check_day(pledge, values["reported_on"])
    was = {name: str(getattr(report, name)) for name in values}
    report.sqlmodel_update(values)
    session.add(report)
    flag_modified(pledge, "updated_at")
    becomes = {name: str(value) for name, value in values.items()}
    await service.record(session, caller, "report_corrected", pledge, related={"report": (was, becomes)})
    return await report_queries.get_report(session, caller, pledge.id, report.id)


def _step(pledge: Pledge, target: PledgeStatus) -> Transition[PledgeStatus]:
    step = rules.step_to(target, pledge.status)
    if step is None or target is PledgeStatus.MADE:
        raise InvalidInput.at(
            "/moves_to", f"A pledge that is {pledge.status} cannot become {target} by a report.", code="no_step"
        )
    return step


def _check_day(pledge: Pledge, day: date) -> None:
    if day > clock.today():
        raise InvalidInput.at("/reported_on", "Give the day that you report of: today or before.", code="ahead")
    if pledge.made_on and day < pledge.made_on:
        raise InvalidInput.at("/reported_on", "The pledge was not made yet on that day.", code="too_early")
