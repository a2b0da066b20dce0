"""What the invited are told, and when."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from api.invitations import rules
from api.invitations.rules import UntoldChange

STARTS_AT = datetime(2026, 12, 10, 14, tzinfo=UTC)


def known(**fields: Any) -> dict[str, Any]:
    return {
        "title": "Technical meeting",
        "starts_at": STARTS_AT.isoformat(),
        "duration_minutes": 90,
        "time_zone": "UTC",
        "place": "",
        "link": "",
        "agenda": None,
        "takes_place": True,
    } | fields


facts = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["A", "B"]),
        "place": st.sampled_from(["Geneva", ""]),
        "link": st.sampled_from(["https://a.example", ""]),
        "duration_minutes": st.sampled_from([60, 90]),
        "agenda": st.sampled_from([None, [["One", 10]], [["Two", 10]]]),
        "takes_place": st.booleans(),
    }
)


@given(facts)
def test_who_knows_everything_is_told_nothing(fact: dict[str, Any]) -> None:
    assert rules.changes(known(**fact), known(**fact)) == []


@given(facts, facts)
def test_of_a_meeting_that_is_called_off_nothing_else_is_told(before: dict[str, Any], after: dict[str, Any]) -> None:
    found = rules.changes(known(**before), known(**after | {"takes_place": False}))

    assert found == ([UntoldChange.CALLED_OFF] if before["takes_place"] else [])


def test_each_fact_that_changed_is_named_once() -> None:
    found = rules.changes(
        known(), known(duration_minutes=60, time_zone="Europe/Zurich", place="Geneva", agenda=[["One", 10]])
    )

    assert found == [UntoldChange.TIME, UntoldChange.PLACE, UntoldChange.AGENDA]


def test_an_agenda_that_is_not_circulated_is_not_told() -> None:
    assert rules.changes(known(agenda=[["One", 10]]), known(agenda=None)) == []


def test_only_another_beginning_asks_for_another_answer() -> None:
    later, longer = known(starts_at="2026-12-11T14:00:00+00:00"), known(duration_minutes=120)

    assert rules.asks_again([UntoldChange.TIME], known(), later)
    assert not rules.asks_again([UntoldChange.TIME], known(), longer)
    assert rules.asks_again([UntoldChange.REINSTATED], known(takes_place=False), known())


def test_changes_wait_for_the_editor_but_not_for_the_meeting() -> None:
    edited = STARTS_AT - timedelta(days=3)

    assert rules.told_by_itself_at([], edited, STARTS_AT) is None
    assert rules.told_by_itself_at([UntoldChange.PLACE], edited, STARTS_AT) == edited + rules.GATHERING
    assert rules.told_by_itself_at([UntoldChange.CALLED_OFF], edited, STARTS_AT) == edited
    shortly = STARTS_AT - timedelta(hours=1)
    assert rules.told_by_itself_at([UntoldChange.PLACE], shortly, STARTS_AT) == shortly


@given(
    days=st.lists(st.integers(1, 60), max_size=5),
    told_before=st.timedeltas(timedelta(0), timedelta(days=90)),
    now_before=st.timedeltas(timedelta(days=-1), timedelta(days=90)),
)
def test_a_reminder_is_the_latest_that_has_come_since_the_invited_heard_of_it(
    days: list[int], told_before: timedelta, now_before: timedelta
) -> None:
    told_at, now = STARTS_AT - told_before, STARTS_AT - now_before

    due = rules.due_reminder(days, STARTS_AT, told_at, now)

    if due is None:
        assert now >= STARTS_AT or not any(told_at < STARTS_AT - timedelta(days=day) <= now for day in days)
    else:
        assert told_at < STARTS_AT - timedelta(days=due) <= now < STARTS_AT
        assert not any(STARTS_AT - timedelta(days=day) <= now for day in days if day < due)
