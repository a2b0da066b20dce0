"""What follows from a meeting's and an item's state, whoever asks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.meetings import rules
from api.meetings.models import MeetingStatus
from api.platform.transitions import Party, Transition

parties = st.frozensets(st.sampled_from(Party))


@given(st.sampled_from(MeetingStatus), parties, st.booleans(), st.booleans())
def test_only_chairs_move_a_meeting(
    status: MeetingStatus, who: frozenset[Party], takes_proposals: bool, is_champion: bool
) -> None:
    verbs = rules.actions(status, who, takes_proposals=takes_proposals, is_champion=is_champion)

    if who.isdisjoint(rules.CHAIRS):
        assert set(verbs) <= {"propose-item"}


@pytest.mark.parametrize("status", list(MeetingStatus))
def test_a_cancelled_or_closed_meeting_is_the_end_of_the_way(status: MeetingStatus) -> None:
    onward = {
        step.target
        for step in (*rules.TRANSITIONS, *rules.STEPS_OF_MINUTES, rules.RESCHEDULE)
        if step.starts_from(status)
    }

    assert (onward == set()) == (status in {MeetingStatus.CANCELLED, MeetingStatus.CLOSED})


@pytest.mark.parametrize("step", rules.TRANSITIONS, ids=lambda step: step.verb)
def test_a_step_that_skips_others_or_goes_back_asks_for_the_reason(step: Transition[MeetingStatus]) -> None:
    way = list(MeetingStatus)
    for status in filter(step.starts_from, way[:6]):
        goes_one_on = step.target in way[:6] and way.index(step.target) == way.index(status) + 1

        assert step.asks_reason_in(status) is not goes_one_on


@pytest.mark.parametrize(
    ("status", "is_chair", "takes_proposals", "may"),
    [
        (MeetingStatus.PLANNED, False, True, True),
        (MeetingStatus.AGENDA_OPEN, False, True, True),
        (MeetingStatus.AGENDA_OPEN, False, False, False),
        (MeetingStatus.AGENDA_CIRCULATED, False, True, False),
        (MeetingStatus.AGENDA_CIRCULATED, True, False, True),
        (MeetingStatus.HELD, True, True, False),
    ],
)
def test_champions_propose_while_the_agenda_is_open_and_chairs_until_the_meeting_is_held(
    status: MeetingStatus, is_chair: bool, takes_proposals: bool, may: bool
) -> None:
    assert (
        rules.may_propose(status, takes_proposals=takes_proposals, is_chair=is_chair, is_champion=not is_chair) is may
    )
