"""What may be done with an agenda item, and where it stands among the others."""

from hypothesis import given
from hypothesis import strategies as st

from api.meetings import agenda_rules, rules
from api.meetings.agenda_rules import ORDER, Standing
from api.meetings.models import AgendaItemOrigin, AgendaItemStatus, MeetingStatus
from api.platform.transitions import Party

parties = st.frozensets(st.sampled_from(Party))
standings = st.builds(
    Standing,
    is_reached=st.none() | st.booleans(),
    was_carried_over=st.booleans(),
    may_support=st.booleans(),
    does_support=st.booleans(),
)


@given(st.sampled_from(AgendaItemStatus), parties, st.sampled_from(sorted(rules.AFTER_IT_WAS_HELD)), standings)
def test_an_agenda_stays_as_it_was_once_the_meeting_is_held(
    status: AgendaItemStatus, who: frozenset[Party], meeting: MeetingStatus, standing: Standing
) -> None:
    verbs = agenda_rules.item_actions(status, who, meeting, standing)

    assert set(verbs) <= {"mark", "carry-over"}
    assert not verbs or not rules.CHAIRS.isdisjoint(who)


@given(st.sampled_from(MeetingStatus), parties, standings)
def test_what_was_carried_over_is_not_carried_over_again(
    meeting: MeetingStatus, who: frozenset[Party], standing: Standing
) -> None:
    verbs = agenda_rules.item_actions(AgendaItemStatus.ACCEPTED, who, meeting, standing)

    assert "carry-over" not in verbs or not (standing.was_carried_over or standing.is_reached)


@given(st.lists(st.integers(), unique=True), st.none() | st.integers(1, 300))
def test_an_item_goes_to_its_place_and_the_others_keep_their_order(order: list[int], position: int | None) -> None:
    agenda = agenda_rules.with_inserted(list(map(str, order)), "the new one", position)

    assert [item for item in agenda if item != "the new one"] == list(map(str, order))
    assert agenda.index("the new one") == min(len(order), position - 1 if position else len(order))


@given(st.lists(st.sampled_from(AgendaItemOrigin)), st.sampled_from(AgendaItemOrigin))
def test_an_item_is_placed_without_moving_what_is_there(
    origins: list[AgendaItemOrigin], origin: AgendaItemOrigin
) -> None:
    agenda = list(enumerate(origins))

    placed = agenda_rules.with_placed(agenda, -1, origin)

    assert [entry for entry in placed if entry[0] != -1] == agenda


@given(st.permutations(AgendaItemOrigin))
def test_what_opens_a_meeting_comes_first_and_what_ends_it_last_whatever_is_added_first(
    origins: list[AgendaItemOrigin],
) -> None:
    agenda: list[tuple[AgendaItemOrigin, AgendaItemOrigin]] = []
    for origin in origins:
        agenda = agenda_rules.with_placed(agenda, origin, origin)

    run = [origin for origin, _ in agenda]
    assert (run[:2], run[-2:]) == (list(ORDER[:2]), list(ORDER[-2:]))
