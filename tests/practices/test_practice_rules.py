"""The rules of a practice's way to the public, tried with whatever hypothesis thinks of."""

from hypothesis import given
from hypothesis import strategies as st

from api.platform.transitions import Party, verbs_for
from api.practices import rules
from api.practices.models import PracticeStatus

states = st.sampled_from(PracticeStatus)
parties = st.frozensets(st.sampled_from(Party))
outsiders = st.frozensets(st.just(Party.CO_CHAIR))


def _reached(start: PracticeStatus, by: frozenset[Party]) -> set[PracticeStatus]:
    reached, ahead = {start}, [start]
    while ahead:
        state = ahead.pop()
        for step in rules.TRANSITIONS:
            if step.starts_from(state) and not step.by.isdisjoint(by) and step.target not in reached:
                reached.add(step.target)
                ahead.append(step.target)
    return reached


def test_every_state_is_reached_from_a_draft() -> None:
    assert _reached(PracticeStatus.DRAFT, frozenset(Party)) == set(PracticeStatus)


@given(start=states, by=parties)
def test_nothing_reaches_the_public_without_the_secretariat(start: PracticeStatus, by: frozenset[Party]) -> None:
    reached = _reached(start, by - {Party.SECRETARIAT})

    assert PracticeStatus.PUBLISHED not in reached - {start}


@given(status=states, by=outsiders, is_revision=st.booleans(), never_published=st.booleans(), is_open=st.booleans())
def test_outsiders_may_do_nothing(
    status: PracticeStatus, by: frozenset[Party], is_revision: bool, never_published: bool, is_open: bool
) -> None:
    own = rules.actions(status, by, is_revision=is_revision, never_published=never_published, has_open_revision=is_open)

    assert own + verbs_for(rules.TRANSITIONS, status, by) == []


@given(status=states, is_revision=st.booleans(), never_published=st.booleans(), is_open=st.booleans())
def test_the_secretariat_may_do_all_that_a_champion_may(
    status: PracticeStatus, is_revision: bool, never_published: bool, is_open: bool
) -> None:
    owner, secretariat = (
        set(
            rules.actions(
                status,
                frozenset({party}),
                is_revision=is_revision,
                never_published=never_published,
                has_open_revision=is_open,
            )
            + verbs_for(rules.TRANSITIONS, status, {party})
        )
        for party in (Party.OWNER, Party.SECRETARIAT)
    )

    assert owner <= secretariat


@given(status=states, by=parties, is_revision=st.booleans(), is_open=st.booleans())
def test_what_was_published_is_neither_changed_in_place_nor_deleted(
    status: PracticeStatus, by: frozenset[Party], is_revision: bool, is_open: bool
) -> None:
    own = set(rules.actions(status, by, is_revision=is_revision, never_published=False, has_open_revision=is_open))

    assert "delete" not in own
    if status in {PracticeStatus.PUBLISHED, PracticeStatus.WITHDRAWN}:
        assert "change" not in own
        assert is_open is False or "revise" not in own


@given(status=states)
def test_a_shortcut_always_asks_why(status: PracticeStatus) -> None:
    for step in rules.TRANSITIONS:
        assert step.sources.isdisjoint(step.shortcuts), step.verb
        if status in step.shortcuts:
            assert step.asks_reason_in(status)
        assert step.target not in step.sources | step.shortcuts, step.verb


@given(present=st.sets(st.sampled_from(rules.REQUIRED_TO_SUBMIT)))
def test_what_is_missing_is_what_is_required_and_empty(present: set[str]) -> None:
    content = {field: "something" if field in present else None for field in rules.REQUIRED_TO_SUBMIT}

    assert rules.still_missing(content) == [field for field in rules.REQUIRED_TO_SUBMIT if field not in present]


@given(
    words=st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1)),
    gap=st.sampled_from([" ", "\n", "  \n\n "]),
)
def test_words_are_what_stands_between_spaces(words: list[str], gap: str) -> None:
    assert rules.words(gap.join(words)) == len(words)
