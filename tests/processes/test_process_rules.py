"""When a process takes place, and how it is called."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from api.processes import rules
from api.processes.models import ProcessKind
from api.processes.rules import Phase
from api.vocabularies.models import Commission


@given(st.dates(), st.integers(min_value=0, max_value=30))
def test_both_days_belong_to_a_process(starts_on: date, length: int) -> None:
    ends_on = min(starts_on, date(9999, 1, 1)) + timedelta(days=length)

    assert rules.phase_on(ends_on, min(starts_on, ends_on), ends_on) is Phase.UNDER_WAY
    assert rules.phase_on(ends_on + timedelta(days=1), starts_on, ends_on) is not Phase.UNDER_WAY


@given(st.sets(st.integers(min_value=1, max_value=50)))
def test_a_key_is_never_given_twice(numbers: set[int]) -> None:
    taken = {"HLPF-2027" if number == 1 else f"HLPF-2027-{number}" for number in numbers}

    assert rules.key_for(ProcessKind.HLPF, None, 2027, taken) not in taken


def test_a_regional_review_is_called_after_its_commission() -> None:
    assert rules.key_for(ProcessKind.REGIONAL_REVIEW, Commission.ECE, 2028, set()) == "RR-ECE-2028"
