"""Nobody is told who did not ask for it, and nothing of the text is lost by that."""

from hypothesis import given
from hypothesis import strategies as st

from api.minutes.marks import marked, masked, unmasked

CHAMPIONS = st.sampled_from(["KEN", "GMB", "MAR", "SLV"])
TEXTS = st.lists(
    st.one_of(
        CHAMPIONS.map(lambda iso3: f"@{iso3}"),
        st.sampled_from(["@2", "officer@KEN.example", "@ken", "KEN", "The meeting took note.", "\n"]),
    )
).map(" ".join)
NAMED = st.sets(CHAMPIONS)


def test_a_champion_that_did_not_ask_is_a_number() -> None:
    text = "@KEN presented the pilot. @GMB and @KEN thanked the partners."

    assert masked(text, ["GMB"]) == "@1 presented the pilot. @GMB and @1 thanked the partners."


def test_a_correction_says_the_same_numbers_as_what_it_corrects() -> None:
    base, wanted = "@KEN spoke. @GMB agreed.", "@GMB agreed. @KEN had spoken."

    assert masked(wanted, [], beside=base) == "@2 agreed. @1 had spoken."


def test_an_address_is_no_mark() -> None:
    assert marked("Write to office@KEN.example or @kenya.") == []


@given(TEXTS, NAMED)
def test_who_did_not_ask_is_not_told(text: str, named: set[str]) -> None:
    assert set(marked(masked(text, named))) <= named


@given(TEXTS, NAMED)
def test_a_text_that_comes_back_as_it_went_out_is_the_text(text: str, named: set[str]) -> None:
    assert unmasked(masked(text, named), text, named) == text
