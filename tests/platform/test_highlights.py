"""Marks become parts of text, which are the text again."""

from hypothesis import given
from hypothesis import strategies as st

from api.platform.highlights import CLOSES, OPENS, highlight, marks

WORDS = st.lists(st.sampled_from(["nurses", "ÉTÉ", "go", "\n", "<b>", "移民", "x" * 90]), max_size=60)


def marking(words: list[str], chosen: str) -> str:
    """``words`` as PostgreSQL gives them back with ``chosen`` marked."""
    return " ".join(f"{OPENS}{word}{CLOSES}" if word == chosen else word for word in words)


@given(WORDS, WORDS)
def test_the_parts_are_the_text_and_the_passage_is_of_it(title: list[str], text: list[str]) -> None:
    plain = " ".join(title), " ".join(text)

    found = highlight([plain[0], marking(title, "nurses")], [plain[1], marking(text, "nurses")], "移民")

    assert "".join(part.text for part in found.title) == plain[0]
    assert {part.text for part in found.title if part.is_match} <= {"nurses", "移民"}
    passage = "".join(part.text for part in found.excerpt).removeprefix("… ").removesuffix(" …")
    assert passage in plain[1]
    assert any(part.is_match for part in found.excerpt) == bool({"nurses", "移民"} & set(text))


def test_copies_of_a_text_mark_it_together_and_one_of_another_length_does_not() -> None:
    copies = [f"{OPENS}ete{CLOSES} a geneve", f"été {OPENS}à{CLOSES} Genève", f"{OPENS}another{CLOSES}", None]

    assert marks("été à Genève", copies, "") == [(0, 3), (4, 5)]


def test_signs_of_marks_in_the_text_itself_mark_nothing() -> None:
    plain = f"a {OPENS}b{CLOSES} c"

    assert marks(plain, [plain], "") == []
