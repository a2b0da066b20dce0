"""Nobody is told who did not ask for it, and nothing of the text is lost by that."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.minutes.marks import in_words, marked, masked, unmasked

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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("@1 said so. @2 agreed with @1.", "A champion said so. A champion agreed with a champion."),
        ("Agreed!\n@1 thanked all.", "Agreed!\nA champion thanked all."),
        ("“@1 said so.” @2 agreed.", "“A champion said so.” A champion agreed."),
        ("- @1 and @KEN\n• @2", "- A champion and Kenya\n• A champion"),
        ("Some, e.g. @1, asked why.", "Some, e.g. a champion, asked why."),
        ("Next: @1; then @2", "Next: a champion; then a champion"),
    ],
)
def test_a_sentence_begins_with_a_capital_whoever_begins_it(text: str, told: str) -> None:
    assert in_words(text, {"KEN": "Kenya"}.get, unnamed="a champion") == told


def test_where_there_are_no_capitals_the_words_stay() -> None:
    assert in_words("@1 发言。", {}.get, unnamed="一个倡导国") == "一个倡导国 发言。"


def test_an_address_is_no_mark() -> None:
    assert marked("Write to office@KEN.example or @kenya.") == []


@given(TEXTS, NAMED)
def test_who_did_not_ask_is_not_told(text: str, named: set[str]) -> None:
    assert set(marked(masked(text, named))) <= named


@given(TEXTS, NAMED)
def test_a_text_that_comes_back_as_it_went_out_is_the_text(text: str, named: set[str]) -> None:
    assert unmasked(masked(text, named), text, named) == text
