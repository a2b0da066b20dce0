"""Differences between texts: nothing is lost, and only what changed is marked."""

from hypothesis import given
from hypothesis import strategies as st

from api.platform.differences import differences, paragraphs

texts = st.lists(
    st.lists(st.sampled_from(["We", "welcome", "the", "progress", "made."]), min_size=1, max_size=6).map(" ".join),
    max_size=4,
).map("\n\n".join)


@given(texts, texts)
def test_both_texts_can_be_read_out_of_their_difference(before: str, after: str) -> None:
    told = differences(before, after)

    def read(leave_out: str) -> str:
        return " ".join(
            " ".join("".join(text for kind, text in pieces if kind != leave_out).split()) for pieces in told
        )

    assert read("added").split() == " ".join(paragraphs(before)).split()
    assert read("removed").split() == " ".join(paragraphs(after)).split()


def test_a_word_put_in_is_all_that_is_marked() -> None:
    told = differences(
        "We welcome progress.\n\nWe call for pathways.", "We welcome progress.\n\nWe call for safe pathways."
    )

    assert told == [
        [("same", "We welcome progress.")],
        [("same", "We call for "), ("added", "safe "), ("same", "pathways.")],
    ]


def test_marks_and_chinese_characters_are_words_of_their_own() -> None:
    assert differences("safe pathways", "safe, orderly pathways") == [
        [("same", "safe"), ("added", ", orderly"), ("same", " pathways")]
    ]
    assert differences("我们欢迎进展", "我们非常欢迎进展") == [
        [("same", "我们"), ("added", "非常"), ("same", "欢迎进展")]
    ]


def test_a_struck_paragraph_is_told_as_removed() -> None:
    assert differences("Keep.\n\nStrike.", "Keep.") == [[("same", "Keep.")], [("removed", "Strike.")]]


@given(st.lists(st.text("ab \n", max_size=6), max_size=8))
def test_paragraphs_are_what_empty_lines_part(pieces: list[str]) -> None:
    parted = paragraphs("\n\n".join(pieces))

    assert all(part.strip() and "\n\n" not in part for part in parted)
    assert "".join("".join(parted).split()) == "".join("".join(pieces).split())
