"""The dashboard of pledges: counted from every side in one statement."""

from typing import Any

from sqlalchemy import BigInteger, Row, String, cast, extract, func, literal, null, union_all
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.champions.models import Champion
from api.platform.database import columns
from api.pledges import queries
from api.pledges.dashboard_schemas import PledgeBar, PledgedAmount, PledgeDashboard
from api.pledges.filters import chosen, report_is_due
from api.pledges.models import Pledge, PledgeStatus
from api.pledges.schemas import PledgeFilters

_COUNTED = tuple(status for status in PledgeStatus if status is not PledgeStatus.DRAFT)


async def get_dashboard(session: AsyncSession, caller: Caller, query: PledgeFilters) -> PledgeDashboard:
    """The made pledges that the caller may see and ``query`` asks for, by objective, region, kind, year and currency."""
    counted = (
        columns(
            Pledge.status,
            Pledge.kind,
            Pledge.objectives,
            Pledge.amount,
            Pledge.currency,
            extract("year", col(Pledge.made_on)).label("year"),
            report_is_due().label("is_report_due"),
            Champion.region_m49,
        )
        .join(Champion, col(Champion.id) == col(Pledge.champion_id))
        .where(col(Pledge.status) != PledgeStatus.DRAFT, queries.visible(caller), *chosen(query))
        .cte("counted")
    )
    objective = func.unnest(counted.c.objectives).column_valued("objective", joins_implicitly=True)
    bars = union_all(
        _bars("all", counted, literal("all")),
        _bars("objective", counted, objective),
        _bars("region", counted, counted.c.region_m49),
        _bars("kind", counted, counted.c.kind),
        _bars("year", counted, counted.c.year),
        _bars("currency", counted, counted.c.currency).where(counted.c.amount.is_not(None)),
    ).subquery()
    sides: dict[str, list[Row[Any]]] = {}
    for row in (await session.exec(columns(*bars.c))).all():
        sides.setdefault(row.side, []).append(row)
    everything = sides["all"][0] if "all" in sides else None
    return PledgeDashboard(
        total=_bar(everything) if everything else PledgeBar(key="all", total=0, **dict.fromkeys(_COUNTED, 0)),
        report_due=everything.report_due if everything else 0,
        by_objective=sorted(_of(sides, "objective"), key=lambda bar: int(bar.key)),
        by_region=sorted(_of(sides, "region"), key=lambda bar: (-bar.total, bar.key)),
        by_kind=sorted(_of(sides, "kind"), key=lambda bar: (-bar.total, bar.key)),
        by_year=sorted(_of(sides, "year"), key=lambda bar: bar.key),
        amounts=[
            PledgedAmount(currency=row.key, pledges=row.total, amount=row.amount)
            for row in sorted(sides.get("currency", []), key=lambda row: str(row.key))
        ],
    )


def _bars(side: str, counted: Any, key: Any) -> Any:
    return (
        columns(
            literal(side).label("side"),
            cast(key, String).label("key"),
            func.count().label("total"),
            *(func.count().filter(counted.c.status == status).label(status.value) for status in _COUNTED),
            func.count().filter(counted.c.is_report_due).label("report_due"),
            (cast(func.sum(counted.c.amount), BigInteger) if side == "currency" else cast(null(), BigInteger)).label(
                "amount"
            ),
        )
        .select_from(counted)
        .group_by(key)
    )


def _of(sides: dict[str, list[Row[Any]]], side: str) -> list[PledgeBar]:
    return [_bar(row) for row in sides.get(side, [])]


def _bar(row: Row[Any]) -> PledgeBar:
    return PledgeBar(key=row.key, total=row.total, **{status.value: getattr(row, status.value) for status in _COUNTED})
