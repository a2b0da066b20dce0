"""What the columns of a file are called, and the values that are told in words, in each of the six languages."""

from api.platform.language import Language
from api.platform.wording import words

_WORDS = {language: words("practiceimports", language) for language in Language}

FIELDS: dict[str, dict[Language, str]] = {
    field: {language: said["fields"][field] for language, said in _WORDS.items()}
    for field in _WORDS[Language.ENGLISH]["fields"]
}
"""Field → language → what it is called, in the order of the form."""
VALUES: dict[str, dict[str, dict[Language, str]]] = {
    field: {value: {language: said["values"][field][value] for language, said in _WORDS.items()} for value in values}
    for field, values in _WORDS[Language.ENGLISH]["values"].items()
}
"""Field → value → language → what it is called."""
