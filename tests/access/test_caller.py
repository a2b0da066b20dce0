"""Roles follow from the clock: a co-chair's right begins and ends with the term, at midnight UTC."""

from datetime import UTC, date, datetime, timedelta

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import ANYBODY, Caller
from api.access.permissions import HOLDERS, Permission, Role, permissions_of
from api.access.queries import load_caller
from api.access.rules import INCOMING_READS_AHEAD, roles_of
from api.platform import clock
from api.platform.transitions import Party
from tests.conftest import NOW
from tests.factories.cochairs import move_term, seat_another
from tests.factories.world import World

pytestmark = pytest.mark.anyio

HANDOVER = datetime(2026, 12, 23, tzinfo=UTC)
"""The midnight on which MAR and SLV hand over to BGD and LUX."""
MOMENT = timedelta(microseconds=1)

SEATS = {Role.CO_CHAIR, Role.INCOMING_CO_CHAIR}


async def seat_of(session: AsyncSession, world: World, who: str, at: datetime) -> set[Role]:
    clock.set_to(at)
    caller = await load_caller(session, world.person_id(who), request_id="")
    assert caller is not None
    return SEATS & caller.roles


async def test_the_outgoing_pair_loses_its_right_when_the_term_ends(session: AsyncSession, world: World) -> None:
    before = await seat_of(session, world, "mar", HANDOVER - MOMENT)
    at_midnight = await seat_of(session, world, "mar", HANDOVER)

    assert (before, at_midnight) == ({Role.CO_CHAIR}, set())


async def test_the_next_pair_gains_its_right_at_that_very_moment(session: AsyncSession, world: World) -> None:
    before = await seat_of(session, world, "lux", HANDOVER - MOMENT)
    at_midnight = await seat_of(session, world, "lux", HANDOVER)

    assert (before, at_midnight) == ({Role.INCOMING_CO_CHAIR}, {Role.CO_CHAIR})


async def test_a_pair_is_incoming_from_thirty_days_before_its_term(session: AsyncSession, world: World) -> None:
    thirty_days_before = HANDOVER - timedelta(days=30)

    too_early = await seat_of(session, world, "bgd", thirty_days_before - MOMENT)
    in_time = await seat_of(session, world, "bgd", thirty_days_before)

    assert (too_early, in_time) == (set(), {Role.INCOMING_CO_CHAIR})


async def test_the_pair_of_an_earlier_term_has_no_seat(session: AsyncSession, world: World) -> None:
    assert await seat_of(session, world, "ken", NOW) == set()


async def test_who_is_seated_again_in_the_next_term_stays_a_co_chair_and_not_an_incoming_one(
    session: AsyncSession, world: World
) -> None:
    await seat_another(session, world.terms["incoming"], world.champions["MAR"])

    assert await seat_of(session, world, "mar", HANDOVER - MOMENT) == {Role.CO_CHAIR}
    assert await seat_of(session, world, "mar", HANDOVER) == {Role.CO_CHAIR}


async def test_a_midnight_elsewhere_is_not_the_terms_midnight(
    client: httpx.AsyncClient, session: AsyncSession, world: World
) -> None:
    """Midnight of 23 December in Rabat is 23:00 UTC on the 22nd."""
    clock.set_to(datetime.fromisoformat("2026-12-23T00:00:00+01:00"))

    me = (await client.get("/me", headers=world.headers("mar"))).json()

    assert "co_chair" in me["roles"]
    assert me["co_chair_term"]["ends_on"] == "2026-12-23"


async def test_the_right_follows_the_term_when_the_term_is_changed(session: AsyncSession, world: World) -> None:
    """Nothing is stored with the person: extending the term extends the right."""
    for name, change in {
        "incoming": {"starts_on": date(2027, 1, 23), "length_reason": "Begins late."},
        "current": {"ends_on": date(2027, 1, 23), "length_reason": "Extended to the Regional Review."},
    }.items():
        await move_term(session, world.terms[name], **change)

    assert await seat_of(session, world, "mar", HANDOVER) == {Role.CO_CHAIR}
    assert await seat_of(session, world, "bgd", HANDOVER) == set()


async def test_the_secretariat_and_observers_have_no_seat(session: AsyncSession, world: World) -> None:
    assert await seat_of(session, world, "secretariat", NOW) == set()
    assert await seat_of(session, world, "observer", NOW) == set()


async def test_who_is_unknown_is_no_caller(session: AsyncSession, world: World) -> None:
    assert await load_caller(session, world.champions["MAR"].id, request_id="") is None


days = st.dates(min_value=date(2020, 1, 1), max_value=date(2040, 12, 31))


@given(today=days, ahead=st.integers(-400, 30))
def test_a_seat_is_either_now_or_soon_and_never_both(today: date, ahead: int) -> None:
    starts_on = today + timedelta(days=ahead)

    roles = roles_of("focal_point", is_lead=False, seated_from=starts_on, today=today)

    assert roles & SEATS == ({Role.CO_CHAIR} if ahead <= 0 else {Role.INCOMING_CO_CHAIR})
    assert Role.FOCAL_POINT in roles


@given(standing=st.sampled_from(["secretariat", "observer", "focal_point"]), is_lead=st.booleans(), today=days)
def test_without_a_seat_nobody_is_a_co_chair(standing: str, is_lead: bool, today: date) -> None:
    roles = roles_of(standing, is_lead=is_lead, seated_from=None, today=today)

    assert not roles & SEATS
    assert Role.PUBLIC not in roles
    assert (Role.LEAD_FOCAL_POINT in roles) == is_lead


@given(st.frozensets(st.sampled_from(Role)), st.frozensets(st.sampled_from(Role)))
def test_another_role_never_takes_a_permission_away(roles: frozenset[Role], more: frozenset[Role]) -> None:
    assert permissions_of(roles) <= permissions_of(roles | more)


def test_every_permission_has_its_holders_and_the_secretariat_holds_all() -> None:
    assert set(HOLDERS) == set(Permission)
    assert [permission for permission in Permission if Role.SECRETARIAT not in HOLDERS[permission]] == []


def test_what_the_public_may_do_everybody_may() -> None:
    open_to_all = [holders for holders in HOLDERS.values() if Role.PUBLIC in holders]

    assert all(holders == frozenset(Role) for holders in open_to_all)


def test_incoming_co_chairs_read_ahead_for_thirty_days() -> None:
    assert timedelta(days=30) == INCOMING_READS_AHEAD


def test_who_is_nobody_speaks_for_no_champion() -> None:
    """A record without a champion belongs to nobody, not to everybody who has none."""
    assert not ANYBODY.owns(None)
    assert ANYBODY.parties_to(None) == frozenset()
    assert Caller(roles=frozenset({Role.SECRETARIAT})).parties_to(None) == {Party.SECRETARIAT}
