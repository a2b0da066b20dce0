"""The demonstration's joint statements: one being drafted, one under silence, one with its silence broken, one delivered."""

from datetime import timedelta
from typing import Any

from sqlalchemy import update
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.activities.models import Activity
from api.platform import clock
from api.platform.differences import paragraphs
from api.platform.language import Language
from api.platform.records import Visibility
from api.seeding.cast import Cast
from api.seeding.demonstration.calendar import day, day_if, moment
from api.seeding.files import read
from api.statements.models import (
    RemarkKind,
    RemarkStatus,
    SignOn,
    SilenceAct,
    SilenceEntry,
    SilenceRound,
    Statement,
    StatementDrafter,
    StatementRemark,
    StatementVersion,
)


async def add(session: AsyncSession, cast: Cast) -> None:
    """Add the statements with their versions, remarks, periods of silence and signatures."""
    for entry in read("demonstration", "statements")["statements"]:
        statement = _statement(entry, cast)
        session.add(statement)
        await session.flush()
        await session.exec(
            update(Activity)
            .where(col(Activity.title) == entry.get("activity"))
            .values(statement_id=statement.id, updated_at=Activity.updated_at)
        )
        session.add_all(
            StatementDrafter(statement_id=statement.id, champion_id=cast.champions[iso3]) for iso3 in entry["drafters"]
        )
        versions = []
        for number, told in enumerate(entry["versions"], start=1):  # one by one: a translation names an earlier one
            versions.append(_version(statement, number, told, cast))
            session.add(versions[-1])
            await session.flush()
        session.add_all(_remark(statement, versions, told, cast) for told in entry["remarks"])
        for number, told in enumerate(entry.get("silence", []), start=1):
            await _add_silence(session, statement, versions, number, told, cast)
        session.add_all(_sign_on(statement, iso3, entry, cast) for iso3 in entry.get("sign_ons", []))
        await session.flush()


def _statement(entry: dict[str, Any], cast: Cast) -> Statement:
    made_at = moment(entry["made_in_days"])
    return Statement(
        **{name: entry[name] for name in ("title", "purpose", "event", "languages", "objectives")},
        process_id=cast.processes[entry["process"]] if entry["process"] else None,
        due_on=day(entry["due_in_days"]),
        visibility=Visibility(entry["visibility"]),
        delivered_on=day_if(entry.get("delivered_in_days")),
        delivered_by=entry.get("delivered_by", ""),
        created_at=made_at,
        updated_at=made_at,
        is_demonstration=True,
    )


def _version(statement: Statement, number: int, told: dict[str, Any], cast: Cast) -> StatementVersion:
    person = cast.focal_point(told["by"])
    return StatementVersion(
        statement_id=statement.id,
        number=number,
        language=Language(told["language"]),
        text=told["text"],
        note=told["note"],
        translates=told.get("translates"),
        person_id=person.id,
        person_name=person.name,
        written_at=moment(told["in_days"]),
    )


def _remark(
    statement: Statement, versions: list[StatementVersion], told: dict[str, Any], cast: Cast
) -> StatementRemark:
    version, person = versions[told["version"] - 1], cast.focal_point(told["champion"])
    made_at = moment(told["in_days"], hour=15)
    return StatementRemark(
        statement_id=statement.id,
        version_id=version.id,
        paragraph=told["paragraph"],
        quoted=paragraphs(version.text)[told["paragraph"] - 1],
        kind=RemarkKind(told["kind"]),
        text=told["text"],
        proposed=told.get("proposed", ""),
        champion_id=cast.champions[told["champion"]],
        person_id=person.id,
        person_name=person.name,
        status=RemarkStatus(told["status"]),
        answered_by_name=cast.focal_point(told["answered_by"]).name if "answered_by" in told else "",
        created_at=made_at,
        updated_at=made_at,
    )


async def _add_silence(
    session: AsyncSession,
    statement: Statement,
    versions: list[StatementVersion],
    number: int,
    told: dict[str, Any],
    cast: Cast,
) -> None:
    broken = next((entry for entry in told["entries"] if entry["act"] == SilenceAct.OBJECT), None)
    silence = SilenceRound(
        statement_id=statement.id,
        version_id=versions[told["version"] - 1].id,
        number=number,
        opened_at=moment(told["opened_in_days"], hour=8),
        until_at=moment(told["until_in_days"], hour=17),
        opened_by_name=cast.focal_point(cast.seated_on(day(0))[0]).name,
        broken_at=moment(broken["in_days"], hour=11) if broken else None,
    )
    session.add(silence)
    await session.flush()
    for place, entry in enumerate(told["entries"]):  # one by one, so that their keys tell their order
        person = cast.focal_point(entry["champion"])
        session.add(
            SilenceEntry(
                round_id=silence.id,
                champion_id=cast.champions[entry["champion"]],
                act=SilenceAct(entry["act"]),
                reason=entry.get("reason", ""),
                given_at=min(moment(entry["in_days"], hour=11), clock.now() - timedelta(minutes=9 - place)),
                person_id=person.id,
                person_name=person.name,
            )
        )
        await session.flush()


def _sign_on(statement: Statement, iso3: str, entry: dict[str, Any], cast: Cast) -> SignOn:
    person = cast.focal_point(iso3)
    return SignOn(
        statement_id=statement.id,
        iso3=iso3,
        signed_at=moment(entry["delivered_in_days"] - 3),
        person_id=person.id,
        person_name=person.name,
    )
