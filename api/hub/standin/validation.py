"""What the stand-in Hub takes: strict about everything that ``docs/hub.md`` says."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from api.hub.document import NODE, RELATIONSHIPS, term_id
from api.platform.language import Language
from api.practices.models import GeographicScope, PracticeType
from api.vocabularies import catalogue

ErrorSaid = tuple[str, str]
"""A JSON pointer, and what is wrong there."""

_LONGEST_TEXT = 10_000
_NEEDED = ("title", "langcode", "moderation_state", "field_version", "field_sequence", "field_summary")
_BY_US = frozenset({"draft", "archived"})
"""States that a sender may ask for; the others are the moderators'."""


def problems(body: Any, *, practice_id: str | None) -> list[ErrorSaid]:
    """What is wrong with a document; ``practice_id`` is that of the address, ``None`` where a node is made."""
    data = body.get("data") if isinstance(body, Mapping) else None
    if not isinstance(data, Mapping):
        return [("/data", "A document has one resource object in data.")]
    return [*_head(data, practice_id), *_attributes(data, is_new=practice_id is None), *_relationships(data)]


def _head(data: Mapping[str, Any], practice_id: str | None) -> Iterator[ErrorSaid]:
    if data.get("type") != NODE:
        yield "/data/type", f"The type is {NODE}."
    try:
        UUID(str(data.get("id")))
    except ValueError:
        yield "/data/id", "The id is a UUID that the sender gives."
    if practice_id is not None and data.get("id") != practice_id:
        yield "/data/id", "The id is not that of the address."
    for name in data.keys() - {"type", "id", "attributes", "relationships"}:
        yield f"/data/{name}", "There is no such member."


def _attributes(data: Mapping[str, Any], *, is_new: bool) -> Iterator[ErrorSaid]:
    attributes = data.get("attributes")
    if not isinstance(attributes, Mapping):
        yield "/data/attributes", "Attributes are an object."
        return
    for name in _NEEDED if is_new else ("field_version", "field_sequence"):
        if name not in attributes:
            yield f"/data/attributes/{name}", "This value should not be null."
    for name, value in attributes.items():
        check = _CHECKS.get(name)
        if check is None:
            yield f"/data/attributes/{name}", f"The attribute {name} does not exist on the {NODE} resource type."
        elif said := check(value):
            yield f"/data/attributes/{name}", said


def _relationships(data: Mapping[str, Any]) -> Iterator[ErrorSaid]:
    related = data.get("relationships", {})
    if not isinstance(related, Mapping):
        yield "/data/relationships", "Relationships are an object."
        return
    vocabularies = {field: vocabulary for field, (_, vocabulary) in RELATIONSHIPS.items()} | {
        "field_champion": "country"
    }
    for name, value in related.items():
        pointer = f"/data/relationships/{name}"
        terms = value.get("data") if isinstance(value, Mapping) else None
        if name not in vocabularies:
            yield pointer, f"The relationship {name} does not exist on the {NODE} resource type."
        elif not isinstance(terms, list):
            yield pointer, "A relationship has a list of resource identifiers in data."
        else:
            known = _terms()[vocabularies[name]]
            for term in terms:
                if not isinstance(term, Mapping) or term.get("type") != f"taxonomy_term--{vocabularies[name]}":
                    yield pointer, f"These are of the type taxonomy_term--{vocabularies[name]}."
                elif term.get("id") not in known:
                    yield pointer, f"There is no term {term.get('id')} in this vocabulary."


@cache
def _terms() -> dict[str, frozenset[str]]:
    codes: dict[str, Any] = {
        "gcm_objective": catalogue.OBJECTIVES,
        "gcm_principle": catalogue.PRINCIPLES,
        "sdg": catalogue.SDGS,
        "country": catalogue.countries(),
        "region": catalogue.regions(),
    }
    return {vocabulary: frozenset(term_id(vocabulary, code) for code in found) for vocabulary, found in codes.items()}


def _line(longest: int) -> Callable[[Any], str]:
    def check(value: Any) -> str:
        return "" if isinstance(value, str) and len(value) <= longest else f"At most {longest} characters on one line."

    return check


def _title(value: Any) -> str:
    return "" if isinstance(value, str) and 1 <= len(value.strip()) <= 255 else "A title has 1 to 255 characters."


def _text(value: Any) -> str:
    if not isinstance(value, Mapping) or set(value) != {"value", "format"} or value["format"] != "plain_text":
        return "A text has a value, and the format plain_text."
    text = value["value"]
    return "" if isinstance(text, str) and len(text) <= _LONGEST_TEXT else f"At most {_LONGEST_TEXT} characters."


def _one_of(words: frozenset[str], *, or_none: bool = False) -> Callable[[Any], str]:
    def check(value: Any) -> str:
        is_fine = (isinstance(value, str) and value in words) or (or_none and value is None)
        return "" if is_fine else "The value you selected is not a valid choice."

    return check


def _count(value: Any) -> str:
    is_fine = isinstance(value, int) and not isinstance(value, bool) and value >= 1
    return "" if is_fine else "This is a whole number from 1."


def _dates(value: Any) -> str:
    if not isinstance(value, Mapping) or set(value) != {"value", "end_value"}:
        return "Dates have a value and an end_value."
    try:
        for day in value.values():
            if day is not None:
                date.fromisoformat(day)
    except (ValueError, TypeError):
        return "A date is written as 2026-11-24."
    return ""


def _links(value: Any) -> str:
    is_fine = isinstance(value, list) and all(isinstance(each, Mapping) and not _link(each) for each in value)
    return "" if is_fine else "Links are a list, each with a uri."


def _link(value: Any) -> str:
    uri = value.get("uri") if isinstance(value, Mapping) else None
    return "" if isinstance(uri, str) and uri.startswith(("https://", "http://")) else "A link has a uri."


_CHECKS: dict[str, Callable[[Any], str]] = {
    "title": _title,
    "langcode": _one_of(frozenset(each.value for each in Language)),
    "moderation_state": _one_of(_BY_US),
    "field_version": _count,
    "field_sequence": _count,
    "field_summary": _text,
    "field_benefit_and_impact": _text,
    "field_key_lessons": _text,
    "field_recommendations": _text,
    "field_innovation": _text,
    "field_cross_cutting_themes": _text,
    "field_partners": _text,
    "field_organizations_involved": _text,
    "field_type_of_practice": _one_of(frozenset(each.value for each in PracticeType), or_none=True),
    "field_geographic_scope": _one_of(frozenset(each.value for each in GeographicScope), or_none=True),
    "field_implementing_organization": _line(300),
    "field_dates": _dates,
    "field_resources": _links,
    "field_source": _link,
}
