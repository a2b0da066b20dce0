"""What a translation is worth to a reader."""

from hypothesis import given
from hypothesis import strategies as st

from api.translations import rules
from api.translations.models import Maker, TranslationState

WORDS = st.fixed_dictionaries({name: st.sampled_from(["", "one", "two"]) for name in rules.TEXTS})


def test_a_text_that_the_original_lacks_need_not_be_translated() -> None:
    original = dict.fromkeys(rules.TEXTS, "") | {"title": "One window", "summary": "What it is."}

    lacking = rules.untranslated(original, dict.fromkeys(rules.TEXTS, "") | {"title": "Guichet unique"})

    assert lacking == ["summary"]


@given(WORDS, WORDS, st.sampled_from(Maker), st.booleans())
def test_nothing_shown_is_both_unchecked_and_in_parts(
    original: dict[str, str], texts: dict[str, str], made_by: Maker, is_checked: bool
) -> None:
    untranslated = rules.untranslated(original, texts)

    state = rules.state_of(made_by=made_by, is_checked=is_checked, untranslated=untranslated, changed=[])

    assert (state in rules.SHOWN) == (is_checked or (made_by is Maker.MACHINE and not untranslated))
    assert (state is TranslationState.CHECKED) == is_checked


@given(WORDS, WORDS)
def test_a_shown_translation_is_older_exactly_where_the_original_has_changed(
    original: dict[str, str], rendered: dict[str, str]
) -> None:
    changed = rules.changed_since(original, rendered)

    state = rules.state_of(made_by=Maker.PERSON, is_checked=True, untranslated=[], changed=changed)

    assert (state is TranslationState.OLDER) == (original != rendered)
