"""Where the minutes stand follows from the meeting, and the deadline passes by itself."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from api.meetings.models import MeetingStatus
from api.minutes import rules
from api.minutes.models import CorrectionStatus, MinutesStatus
from api.platform.transitions import Party

UNTIL = datetime(2026, 12, 12, 17, tzinfo=UTC)
STATES = st.sampled_from(list(MeetingStatus))
PARTIES = st.sets(st.sampled_from(list(Party))).map(frozenset)


def test_the_deadline_passes_by_itself() -> None:
    circulated = MeetingStatus.MINUTES_CIRCULATED

    assert rules.takes_corrections(circulated, UNTIL, now=UNTIL - timedelta(seconds=1))
    assert not rules.takes_corrections(circulated, UNTIL, now=UNTIL)


def test_a_meeting_that_was_closed_without_minutes_has_adopted_none() -> None:
    assert rules.status_of(MeetingStatus.CLOSED, None) is MinutesStatus.CLOSED
    assert rules.status_of(MeetingStatus.CLOSED, UNTIL) is MinutesStatus.ADOPTED


@given(STATES, PARTIES, st.booleans())
def test_nobody_writes_locked_minutes(status: MeetingStatus, parties: frozenset[Party], is_champion: bool) -> None:
    actions = rules.minutes_actions(status, parties, takes_corrections=False, is_champion=is_champion)

    if status in {MeetingStatus.CLOSED, MeetingStatus.CANCELLED, MeetingStatus.POSTPONED}:
        assert actions == []
    if parties.isdisjoint({Party.CO_CHAIR, Party.SECRETARIAT}):
        assert set(actions) <= {"ask-attribution"}


@given(st.sampled_from(list(CorrectionStatus)), PARTIES, STATES)
def test_a_correction_is_decided_once(
    status: CorrectionStatus, parties: frozenset[Party], meeting: MeetingStatus
) -> None:
    if rules.correction_actions(status, parties, meeting):
        assert status is CorrectionStatus.PROPOSED
        assert meeting is MeetingStatus.MINUTES_CIRCULATED
