"""A practice as the Hub takes it: a JSON:API document in Drupal's dialect (``docs/hub.md``)."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from api.hub.models import DeliveryKind
from api.platform.unit_of_work import API

NODE = "node--practice"
MEDIA_TYPE = "application/vnd.api+json"

_TERMS = "https://migrationnetwork.un.org/terms"
"""Names the terms of both sides: a term's key at the Hub follows from its vocabulary and its number or code."""

_TEXTS = {
    "field_summary": "summary",
    "field_benefit_and_impact": "benefit_and_impact",
    "field_key_lessons": "key_lessons",
    "field_recommendations": "recommendations",
    "field_innovation": "innovation",
    "field_cross_cutting_themes": "cross_cutting_themes",
    "field_partners": "partners",
    "field_organizations_involved": "organizations_involved",
}
_WORDS = {
    "title": "title",
    "langcode": "language",
    "field_type_of_practice": "type_of_practice",
    "field_geographic_scope": "geographic_scope",
    "field_implementing_organization": "main_implementing_organization",
}
RELATIONSHIPS = {
    "field_objectives_primary": ("objectives_primary", "gcm_objective"),
    "field_objectives_secondary": ("objectives_secondary", "gcm_objective"),
    "field_guiding_principles": ("guiding_principles", "gcm_principle"),
    "field_sdgs": ("sdgs", "sdg"),
    "field_countries": ("countries", "country"),
    "field_regions": ("regions", "region"),
}
_OF_THE_DELIVERY = frozenset({"moderation_state", "field_sequence"})
"""What tells of the delivery rather than of the practice."""


def term_id(vocabulary: str, code: int | str) -> str:
    """The key of a term at the Hub."""
    return str(uuid5(NAMESPACE_URL, f"{_TERMS}/{vocabulary}/{code}"))


def _address(root: str, practice_id: UUID, below: str) -> str:
    """Where people find something of a practice."""
    return f"{root}/practices/{practice_id}/{below}"


def document(
    practice_id: UUID,
    *,
    kind: DeliveryKind,
    champion: str,
    version: int,
    sequence: int,
    content: Mapping[str, Any],
    home: str,
) -> dict[str, Any]:
    """The document of a version with ``content``; ``home`` is where people read it. Its files are links to us.

    A withdrawal archives the node and changes nothing else in it.
    """
    attributes: dict[str, Any] = {"field_version": version, "field_sequence": sequence}
    if kind is DeliveryKind.WITHDRAWAL:
        attributes |= {"moderation_state": "archived"}
        return {"data": {"type": NODE, "id": str(practice_id), "attributes": attributes}}
    attributes |= {"moderation_state": "draft"}
    attributes |= {field: content[ours] for field, ours in _WORDS.items()}
    attributes |= {field: {"value": content[ours], "format": "plain_text"} for field, ours in _TEXTS.items()}
    attributes["field_dates"] = {"value": content["starts_on"], "end_value": content["ends_on"]}
    attributes["field_resources"] = [
        *({"uri": link} for link in content["additional_resources"]),
        *(
            {"uri": _address(f"{home}{API}", practice_id, f"files/{file['id']}"), "title": file["title"]}
            for file in content["files"]
        ),
    ]
    source = _address(home, practice_id, f"versions/{version}")
    attributes["field_source"] = {"uri": source, "title": "Champion countries Initiative"}
    relationships = {field: _terms(vocabulary, content[ours]) for field, (ours, vocabulary) in RELATIONSHIPS.items()}
    relationships["field_champion"] = _terms("country", [champion])
    return {
        "data": {
            "type": NODE,
            "id": str(practice_id),
            "attributes": attributes,
            "relationships": relationships,
        }
    }


def differing(sent: Mapping[str, Any], resource: Mapping[str, Any]) -> list[str]:
    """The fields in which the Hub's ``resource`` is not what the document ``sent`` says. Fields of its own are its own."""
    ours = sent["data"]
    attributes, relationships = _part(resource, "attributes"), _part(resource, "relationships")
    return [
        *(
            field
            for field, value in ours["attributes"].items()
            if field not in _OF_THE_DELIVERY and attributes.get(field) != value
        ),
        *(
            field
            for field, related in ours.get("relationships", {}).items()
            if _keys(relationships.get(field)) != _keys(related)
        ),
    ]


def _terms(vocabulary: str, codes: Sequence[int | str]) -> dict[str, Any]:
    return {"data": [{"type": f"taxonomy_term--{vocabulary}", "id": term_id(vocabulary, code)} for code in codes]}


def _part(resource: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = resource.get(name)
    return part if isinstance(part, Mapping) else {}


def _keys(related: Any) -> list[Any] | None:
    data = related.get("data") if isinstance(related, Mapping) else None
    return [each.get("id") for each in data if isinstance(each, Mapping)] if isinstance(data, list) else None
