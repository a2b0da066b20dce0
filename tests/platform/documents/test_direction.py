"""Which way text runs."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from api.platform.documents.direction import runs_from_right, stretches


@given(st.text(alphabet=st.sampled_from("ab ,.1٣مرשا()")), st.booleans())
def test_the_stretches_are_the_text_and_turn_each_time(words: str, from_right: bool) -> None:
    parts = list(stretches(words, from_right=from_right))

    assert "".join(part for part, _ in parts) == words
    assert all(earlier[1] != later[1] for earlier, later in pairwise(parts))
    assert all(part for part, _ in parts)


def test_the_first_letter_decides() -> None:
    assert runs_from_right("12 – مرحبا hello", otherwise=False)
    assert not runs_from_right("(a) مرحبا", otherwise=True)
    assert runs_from_right("12.", otherwise=True)
