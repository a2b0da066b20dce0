"""A practice in MODS 3.4 (Library of Congress), for harvesters that tell roles, dates and versions apart."""

from lxml import etree

from api.harvest.describing import Description, describe
from api.harvest.queries import Harvested
from api.harvest.xml import Namespace
from api.practices.citations import PUBLISHER
from api.practices.schemas import PracticeContent

PREFIX = "mods"
_MODS = "http://www.loc.gov/mods/v3"
NAMESPACE = Namespace(_MODS, {None: _MODS}, schema="http://www.loc.gov/standards/mods/v3/mods-3-4.xsd")
_NOTES = {
    "benefit_and_impact": "benefit and impact",
    "key_lessons": "key lessons",
    "recommendations": "recommendations",
    "innovation": "innovation",
    "cross_cutting_themes": "cross-cutting themes",
    "partners": "partners",
    "organizations_involved": "organizations involved",
}
"""The texts of the form for which MODS has no element of its own, by their type of note."""

_add = NAMESPACE.add


def record(practice: Harvested, home: str) -> etree._Element:
    """``practice`` as ``mods:mods``."""
    content, said = practice.content, describe(practice, home)
    made = NAMESPACE.root("mods", version="3.4")
    _add(_add(made, "titleInfo"), "title", content.title, lang=content.language.value)
    _names(made, content, said)
    _add(made, "typeOfResource", "text")
    if content.type_of_practice:
        _add(made, "genre", content.type_of_practice.value.replace("_", " "), lang="en")
    origin = _add(made, "originInfo")
    _add(origin, "publisher", PUBLISHER)
    _add(origin, "dateIssued", practice.published_at.date().isoformat(), encoding="w3cdtf", keyDate="yes")
    _add(origin, "edition", f"Version {practice.number}")
    _add(_add(made, "language"), "languageTerm", content.language.value, type="code", authority="rfc4646")
    _add(made, "abstract", content.summary, lang=content.language.value)
    for field, kind in _NOTES.items():
        if text := getattr(content, field):
            _add(made, "note", text, type=kind, lang=content.language.value)
    _subjects(made, content, said)
    _addresses(made, content, said)
    _add(made, "accessCondition", f"{said.licence.name}: {said.licence.address}", type="use and reproduction")
    _kept(made, practice, said)
    return made


def _names(made: etree._Element, content: PracticeContent, said: Description) -> None:
    for name, role, lang in (
        (said.champion, "author", "en"),
        (content.main_implementing_organization, "contributor", content.language.value),
    ):
        if name:
            body = _add(made, "name", type="corporate")
            _add(body, "namePart", name, lang=lang)
            _add(_add(body, "role"), "roleTerm", role, type="text", authority="marcrelator")


def _subjects(made: etree._Element, content: PracticeContent, said: Description) -> None:
    for subject in said.subjects:
        _add(_add(made, "subject", lang="en"), "topic", subject)
    for place in said.places:
        _add(_add(made, "subject", lang="en"), "geographic", place)
    if content.starts_on:
        period = _add(made, "subject")
        _add(period, "temporal", content.starts_on.isoformat(), encoding="w3cdtf", point="start")
        if content.ends_on:
            _add(period, "temporal", content.ends_on.isoformat(), encoding="w3cdtf", point="end")


def _addresses(made: etree._Element, content: PracticeContent, said: Description) -> None:
    _add(made, "identifier", said.address, type="uri")
    _add(_add(made, "location"), "url", said.address, usage="primary display", access="object in context")
    version = _add(made, "relatedItem", type="otherVersion")
    _add(_add(version, "location"), "url", said.version_address)
    for link in content.additional_resources:
        _add(_add(_add(made, "relatedItem"), "location"), "url", link)


def _kept(made: etree._Element, practice: Harvested, said: Description) -> None:
    record_info = _add(made, "recordInfo")
    _add(record_info, "recordChangeDate", practice.datestamp.date().isoformat(), encoding="w3cdtf")
    _add(record_info, "recordIdentifier", str(practice.id), source=said.address)
