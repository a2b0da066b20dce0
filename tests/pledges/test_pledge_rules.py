"""What is asked for before a pledge is made, and where it may go from there."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.platform.transitions import Party
from api.pledges import rules
from api.pledges.models import PledgeKind, PledgeMode, PledgeStatus, PledgeVoice

WHOLE: dict[str, Any] = {
    "description": "x" * 300,
    "kind": PledgeKind.FINANCIAL,
    "mode": PledgeMode.INDIVIDUAL,
    "states": {},
    "partners": "",
    "matches_id": None,
    "matches_title": "",
}


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ({}, []),
        ({"description": "x" * 299}, ["description"]),
        ({"description": "x" * 3000}, []),
        ({"description": "x" * 3001}, ["description"]),
        ({"kind": None}, ["kind"]),
        ({"mode": PledgeMode.COMMON}, ["states"]),
        ({"mode": PledgeMode.COMMON, "states": {"SEN": None}}, []),
        ({"mode": PledgeMode.IN_PARTNERSHIP}, ["partners"]),
        ({"mode": PledgeMode.IN_PARTNERSHIP, "partners": "ILO"}, []),
        ({"mode": PledgeMode.IN_PARTNERSHIP, "states": {"SEN": None}}, []),
        ({"mode": PledgeMode.MATCHING}, ["matches_title"]),
        ({"mode": PledgeMode.MATCHING, "matches_title": "Skills for all"}, []),
    ],
)
def test_the_public_form_says_what_is_missing(said: dict[str, Any], missing: list[str]) -> None:
    assert rules.still_missing(WHOLE | said) == missing


@given(st.sampled_from(PledgeStatus), st.sets(st.sampled_from(Party)))
def test_only_its_own_champion_and_the_secretariat_act_on_a_pledge(status: PledgeStatus, parties: set[Party]) -> None:
    open_now = rules.actions(status, parties)

    assert bool(open_now) is not parties.isdisjoint(rules.WRITERS)
    assert ("delete" in open_now) <= (status is PledgeStatus.DRAFT)


@given(st.lists(st.sampled_from(PledgeStatus)))
def test_no_report_makes_a_pledge_or_undoes_it(targets: list[PledgeStatus]) -> None:
    status = PledgeStatus.MADE
    for target in targets:
        step = rules.step_to(target, status)
        status = step.target if step else status

    assert status is not PledgeStatus.DRAFT


def test_a_state_may_say_otherwise_later_but_not_the_same_twice() -> None:
    assert rules.speaking([]) == []
    assert rules.speaking([None]) == ["confirm", "decline"]
    assert rules.speaking([PledgeVoice.CONFIRMED]) == ["decline"]


@pytest.mark.parametrize(
    ("day", "before"),
    [(date(2026, 11, 24), date(2025, 11, 24)), (date(2028, 2, 29), date(2027, 2, 28))],
)
def test_a_year_before_a_leap_day_is_a_day_too(day: date, before: date) -> None:
    assert rules.a_year_before(day) == before
