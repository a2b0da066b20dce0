"""The clock, the order of the speakers' list, and the steps of a room."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from api.meetingroom import rules
from api.meetingroom.models import RoomStatus, SpeakerStatus
from api.meetingroom.rules import Stopwatch
from api.platform.transitions import Party

NOON = datetime(2026, 12, 10, 12, tzinfo=UTC)

spells = st.lists(st.timedeltas(timedelta(), timedelta(hours=3)), max_size=20)
lists = st.lists(st.integers(), unique=True, min_size=1, max_size=12)


@given(running=spells, standing=spells)
def test_a_clock_shows_what_it_ran_and_not_what_it_stood(running: list[timedelta], standing: list[timedelta]) -> None:
    watch, now, ran = Stopwatch(timedelta(), None), NOON, timedelta()
    for place, spell in enumerate(running):
        watch = watch.started(now)
        now += spell
        ran += spell
        watch = watch.stopped(now)
        now += standing[place] if place < len(standing) else timedelta()

    assert watch.at(now) == ran


def test_starting_a_clock_that_runs_changes_nothing() -> None:
    watch = Stopwatch(timedelta(), NOON)

    assert watch.started(NOON + timedelta(minutes=5)) == watch


def test_a_clock_set_back_takes_no_time_away() -> None:
    assert Stopwatch(timedelta(minutes=3), NOON).at(NOON - timedelta(hours=1)) == timedelta(minutes=3)


@given(order=lists, data=st.data())
def test_moving_one_on_the_list_keeps_the_order_of_the_others(order: list[int], data: st.DataObject) -> None:
    moved = data.draw(st.sampled_from(order))
    position = data.draw(st.integers(1, 20))

    after = rules.with_moved(order, moved, position)

    assert [key for key in after if key != moved] == [key for key in order if key != moved]
    assert after.index(moved) == min(position, len(order)) - 1


@given(agenda=lists)
def test_following_leads_through_the_whole_agenda_once(agenda: list[int]) -> None:
    walked, current = [], rules.following(agenda, None)
    while current is not None:
        walked.append(current)
        current = rules.following(agenda, current)

    assert walked == agenda


def test_an_item_that_has_left_the_agenda_has_nothing_after_it() -> None:
    assert rules.following([1, 2], 3) is None


@given(
    status=st.sampled_from(SpeakerStatus),
    parties=st.frozensets(st.sampled_from(Party)),
    room=st.sampled_from([RoomStatus.NOT_OPEN, RoomStatus.ENDED]),
)
def test_nothing_moves_on_the_list_of_a_room_that_is_not_open(
    status: SpeakerStatus, parties: frozenset[Party], room: RoomStatus
) -> None:
    assert rules.speaker_actions(status, parties, room) == []


def test_who_waits_withdraws_and_the_chair_gives_the_floor() -> None:
    owner, chair = frozenset({Party.OWNER}), frozenset({Party.CO_CHAIR})

    assert rules.speaker_actions(SpeakerStatus.WAITING, owner, RoomStatus.RUNNING) == ["withdraw"]
    assert rules.speaker_actions(SpeakerStatus.WAITING, chair, RoomStatus.PAUSED) == ["give-floor", "remove", "reorder"]
    assert rules.speaker_actions(SpeakerStatus.SPEAKING, owner | chair, RoomStatus.RUNNING) == ["finish"]


def test_only_chairs_lead_the_room() -> None:
    assert rules.room_actions(RoomStatus.RUNNING, frozenset({Party.OWNER}), may_open=True) == []
    assert rules.room_actions(RoomStatus.NOT_OPEN, frozenset({Party.SECRETARIAT}), may_open=True) == ["open"]
    assert rules.room_actions(RoomStatus.NOT_OPEN, frozenset({Party.SECRETARIAT}), may_open=False) == []
    assert rules.room_actions(RoomStatus.RUNNING, frozenset({Party.CO_CHAIR}), may_open=True) == [
        "pause",
        "end",
        "move",
    ]
    assert rules.room_actions(RoomStatus.ENDED, frozenset({Party.CO_CHAIR}), may_open=True) == ["resume"]
