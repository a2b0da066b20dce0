"""What a draft of an agenda offers, why, in which order, and whether it fits."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from api.meetings import drafting_rules
from api.meetings.agenda_rules import ORDER
from api.meetings.drafting_reasons import sentence
from api.meetings.drafting_rules import Due, LeftOver, OnRecord, OpenProposal, Reason, Why
from api.meetings.drafting_words import titles as titles_of
from api.meetings.models import AgendaItemOrigin as Origin

minutes = st.integers(1, 600)
champions = st.lists(st.sampled_from(["MAR", "SLV", "KEN"]), unique=True).map(tuple)
proposals = st.builds(
    OpenProposal, id=st.uuids(), title=st.text(), minutes=minutes, proposed_by=champions, supporters=champions
)
left_over = st.builds(
    LeftOver,
    id=st.uuids(),
    title=st.text(),
    minutes=minutes,
    is_reached=st.none() | st.just(value=False),
    meeting_title=st.text(),
    meeting_starts_at=st.datetimes(timezones=st.just(UTC)),
)
due = st.integers(0, 500).flatmap(lambda count: st.builds(Due, st.just(count), st.integers(0, count)))
records = st.builds(
    OnRecord,
    origins=st.frozensets(st.sampled_from(Origin)),
    titles=st.lists(st.text() | st.sampled_from([title for origin in Origin for title in titles_of(origin).values()])),
    proposals=st.lists(proposals, unique_by=lambda one: one.id),
    left_over=st.lists(left_over, unique_by=lambda one: one.id),
    action_items=due,
    workplan_items=due,
)


@given(records)
def test_no_proposal_and_nothing_left_over_is_lost_and_nothing_is_offered_twice(record: OnRecord) -> None:
    offered = drafting_rules.draft(record)

    kept = [one.item_id for one in offered if one.item_id]
    assert sorted(kept) == sorted(one.id for one in (*record.proposals, *record.left_over))
    assert len({one.key for one in offered}) == len(offered)


@given(records)
def test_what_is_on_the_agenda_is_not_offered_again(record: OnRecord) -> None:
    own = [one for one in drafting_rules.draft(record) if not one.item_id]

    assert {one.origin for one in own}.isdisjoint(record.origins)
    assert all(set(record.titles).isdisjoint(titles_of(one.origin).values()) for one in own)


@given(records)
def test_a_draft_runs_in_the_order_of_an_agenda_and_each_suggestion_takes_possible_minutes(record: OnRecord) -> None:
    offered = drafting_rules.draft(record)

    ranks = [ORDER.index(one.origin) for one in offered]
    assert ranks == sorted(ranks)
    assert all(1 <= one.minutes <= 600 for one in offered)
    assert all(sentence(one.reason) for one in offered)


@given(records)
def test_proposals_that_matter_to_most_champions_come_first(record: OnRecord) -> None:
    voices = {one.id: len(one.supporters) for one in record.proposals}

    run = [
        voices[one.item_id]
        for one in drafting_rules.draft(record)
        if one.item_id is not None and one.origin is Origin.PROPOSAL
    ]

    assert run == sorted(run, reverse=True)


@given(records, st.integers(0, 600), st.integers(5, 1440))
def test_a_draft_fits_or_says_by_how_much_it_does_not(record: OnRecord, accepted: int, duration: int) -> None:
    offered = drafting_rules.draft(record)
    whole = accepted + sum(one.minutes for one in offered)

    over = drafting_rules.minutes_over(offered, accepted=accepted, duration=duration)

    assert (over == 0) == (whole <= duration)
    assert over == 0 or whole - over == duration


def test_reasons_are_told_in_sentences() -> None:
    told = [
        sentence(Reason(Why.SUPPORTED, champions=("MAR", "PRT", "KEN"))),
        sentence(Reason(Why.ACTION_ITEMS_DUE, count=1)),
        sentence(Reason(Why.WORKPLAN_ITEMS_DUE, count=7, late_count=2)),
        sentence(
            Reason(
                Why.NOT_REACHED, meeting_title="Third quarter", meeting_starts_at=datetime(2026, 9, 3, 14, tzinfo=UTC)
            )
        ),
    ]

    assert told == [
        "Matters to Morocco, Portugal and Kenya.",
        "1 action item is due by the day of the meeting, 0 already late.",
        "7 workplan items are due by the day of the meeting, 2 already late.",
        "Not reached at “Third quarter” on 3 September 2026.",
    ]
