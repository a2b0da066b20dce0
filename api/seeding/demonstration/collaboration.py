"""The demonstration's needs, letters between champions, and a suggestion that was set aside."""

from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.permissions import Role
from api.collaboration import rules
from api.collaboration.kinds import ContactOutcome, NeedKind
from api.collaboration.landscape_queries import get_landscape
from api.collaboration.models import CollaborationContact, CollaborationDismissal, CollaborationNeed
from api.seeding.cast import Cast
from api.seeding.demonstration.calendar import moment
from api.seeding.files import read


async def add(session: AsyncSession, cast: Cast) -> None:
    """Add them after everything that the finder weighs: what is set aside remembers its reasons."""
    told = read("demonstration", "collaboration")
    session.add_all(_need(entry, cast) for entry in told["needs"])
    session.add_all(_contact(entry, cast) for entry in told["contacts"])
    await session.flush()
    for entry in told["dismissals"]:
        session.add(await _dismissal(session, entry, cast))
    await session.flush()


def _need(entry: dict[str, Any], cast: Cast) -> CollaborationNeed:
    said_at = moment(entry["in_days"])
    return CollaborationNeed(
        champion_id=cast.champions[entry["champion"]],
        kind=NeedKind(entry["kind"]),
        objective=entry["objective"],
        sentence=entry["sentence"],
        created_at=said_at,
        updated_at=said_at,
        is_demonstration=True,
    )


def _contact(entry: dict[str, Any], cast: Cast) -> CollaborationContact:
    person, written_at = cast.focal_point(entry["champion"]), moment(entry["in_days"])
    outcome = entry.get("outcome")
    return CollaborationContact(
        champion_id=cast.champions[entry["champion"]],
        other_id=cast.champions[entry["other"]],
        subject=entry["subject"],
        text=entry["text"],
        written_at=written_at,
        person_id=person.id,
        person_name=person.name,
        outcome=ContactOutcome(outcome) if outcome else None,
        outcome_note=entry.get("note", ""),
        answered_at=moment(entry["told_in_days"]) if outcome else None,
        created_at=written_at,
        updated_at=written_at,
        is_demonstration=True,
    )


async def _dismissal(session: AsyncSession, entry: dict[str, Any], cast: Cast) -> CollaborationDismissal:
    """Set aside with the reasons that the champion's people see."""
    reader = Caller(roles=frozenset({Role.FOCAL_POINT}), champion_id=cast.champions[entry["champion"]])
    profiles = (await get_landscape(session, reader)).profiles
    suggested = rules.suggest(profiles[entry["champion"]], [profiles[entry["other"]]])
    dismissed_at = moment(entry["in_days"])
    return CollaborationDismissal(
        champion_id=cast.champions[entry["champion"]],
        other_id=cast.champions[entry["other"]],
        known=[reason.key for found in suggested for reason in found.reasons],
        reason=entry["reason"],
        person_name=cast.focal_point(entry["champion"]).name,
        created_at=dismissed_at,
        updated_at=dismissed_at,
        is_demonstration=True,
    )
