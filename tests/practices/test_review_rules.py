"""Who may say what in a review, whatever the state: reviewers never end anything, and a frozen round stays as it is."""

from hypothesis import given
from hypothesis import strategies as st

from api.practices import review_rules
from api.practices.models import PracticeField, PracticeStatus, ReviewVoice
from api.practices.schemas import PracticeChange

voices = st.sampled_from(ReviewVoice)
states = st.sampled_from(PracticeStatus)
facts = st.fixed_dictionaries({name: st.booleans() for name in ("is_resolved", "is_own", "is_answered")})


@given(status=states, is_reviewer=st.booleans())
def test_a_draft_has_no_reviewers_and_the_public_no_part(status: PracticeStatus, is_reviewer: bool) -> None:
    voice = review_rules.voice_of(is_secretariat=False, is_owner=False, is_reviewer=is_reviewer, status=status)

    assert (voice is ReviewVoice.REVIEWER) == (is_reviewer and status is not PracticeStatus.DRAFT)


@given(voice=voices, status=states, said=facts)
def test_a_frozen_round_stays_as_it_is(voice: ReviewVoice, status: PracticeStatus, said: dict[str, bool]) -> None:
    assert review_rules.comment_actions(voice, status, is_in_open_round=False, **said) == []


@given(status=states, said=facts)
def test_a_reviewer_advises_and_ends_nothing(status: PracticeStatus, said: dict[str, bool]) -> None:
    verbs = review_rules.comment_actions(ReviewVoice.REVIEWER, status, is_in_open_round=True, **said)

    assert not {"resolve", "reopen"} & set(verbs)
    assert "assign" not in review_rules.actions(ReviewVoice.REVIEWER, status)


@given(status=states)
def test_a_champion_does_not_review_itself(status: PracticeStatus) -> None:
    assert review_rules.actions(ReviewVoice.AUTHOR, status) == []


@given(voice=voices, status=states, said=facts)
def test_what_was_answered_is_never_taken_back(
    voice: ReviewVoice, status: PracticeStatus, said: dict[str, bool]
) -> None:
    verbs = review_rules.comment_actions(voice, status, is_in_open_round=True, **said | {"is_answered": True})

    assert "delete" not in verbs


def test_every_field_of_the_form_can_be_commented_on() -> None:
    assert {field.value for field in PracticeField} == {*PracticeChange.model_fields, "files"} - {"known_acronyms"}
