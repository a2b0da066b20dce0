"""Acronyms: each that is not spelled out is pointed at once, in any script, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.platform.language import Language
from api.practices.acronyms import unexplained

capitals = st.text("ABCDEFGHJKLMNOPQRSTUWYZ", min_size=2, max_size=6)
plain_words = st.lists(st.text("abcdefgh", min_size=2, max_size=8), min_size=2, max_size=20)
arabic_words = st.lists(st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", min_size=2, max_size=8), min_size=1, max_size=20)


def told(text: str, language: Language = Language.ENGLISH) -> list[str]:
    return [acronym for _, acronym in unexplained({"summary": text}, language)]


@pytest.mark.parametrize(
    ("language", "text", "acronyms"),
    [
        (Language.ENGLISH, "The IOM and two NGOs met; UNHCR (United Nations refugee agency) came.", ["IOM", "NGO"]),
        (Language.ENGLISH, "The World Health Organization (WHO) wrote. The WHO wrote again.", []),
        (Language.ENGLISH, "Part II of the COVID-19 plan, said J. R. Smith of the U.N., in 2024.", ["U.N", "COVID"]),
        (Language.ENGLISH, "A HEADING IN CAPITALS ONLY", []),
        (Language.FRENCH, "L’OIM et l’Organisation internationale du Travail (OIT), au XXIe siècle.", ["OIM"]),
        (Language.SPANISH, "EE. UU. y la OIM firmaron.", ["OIM"]),
        (Language.RUSSIAN, "Доклад МОМ. Организация Объединённых Наций (ООН) и ООН.", ["МОМ"]),
        (Language.ARABIC, "تعمل IOM مع ج.م.ع ومنظمة الصحة العالمية (WHO) كل يوم.", ["ج.م.ع", "IOM"]),
        (Language.CHINESE, "国际移民组织（IOM）与UNHCR合作", ["UNHCR"]),
    ],
)
def test_acronyms_are_found_as_each_language_writes_them(language: Language, text: str, acronyms: list[str]) -> None:
    assert told(text, language) == acronyms


def test_an_acronym_is_pointed_at_where_it_comes_first_and_explained_anywhere() -> None:
    texts = {"title": "IOM and ILO", "summary": "IOM with the International Labour Organization (ILO)."}

    assert unexplained(texts, Language.ENGLISH) == [("title", "IOM")]


@given(acronym=capitals.filter(lambda word: set(word) - set("IVX")), words=plain_words)
def test_what_is_spelled_out_is_never_pointed_at(acronym: str, words: list[str]) -> None:
    text = " ".join(words)

    assert told(f"{text} and {acronym} too") == [acronym]
    assert told(f"{text} ({acronym}) and {acronym} too") == []
    assert told(f"{acronym} ({text}) and {acronym} too") == []


@given(words=plain_words)
def test_words_in_small_letters_are_never_acronyms(words: list[str]) -> None:
    assert told(" ".join(words)) == []
    assert told(" ".join(word.capitalize() for word in words)) == []


@given(words=arabic_words)
def test_arabic_words_are_never_acronyms(words: list[str]) -> None:
    assert told(" ".join(words), Language.ARABIC) == []


@given(text=st.text(max_size=200), language=st.sampled_from(Language))
def test_whatever_is_written_gets_an_answer(text: str, language: Language) -> None:
    found = told(text, language)

    assert len(found) == len(set(found))
