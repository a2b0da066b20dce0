"""A practice in unqualified Dublin Core, the format that every harvester reads (OAI-PMH 2.0, section 5)."""

from lxml import etree

from api.harvest.describing import describe
from api.harvest.queries import Harvested
from api.harvest.xml import Namespace
from api.practices.citations import PUBLISHER

PREFIX = "oai_dc"
_OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
_DC = "http://purl.org/dc/elements/1.1/"
NAMESPACE = Namespace(_OAI_DC, {PREFIX: _OAI_DC, "dc": _DC}, schema="http://www.openarchives.org/OAI/2.0/oai_dc.xsd")
_ELEMENTS = Namespace(_DC, {})


def record(practice: Harvested, home: str) -> etree._Element:
    """``practice`` as ``oai_dc:dc``."""
    content, said = practice.content, describe(practice, home)
    own = content.language.value
    made = NAMESPACE.root("dc")

    def say(name: str, text: str, lang: str | None = None) -> None:
        if text:
            _ELEMENTS.add(made, name, text, lang=lang)

    say("title", content.title, own)
    say("creator", said.champion, "en")
    say("contributor", content.main_implementing_organization, own)
    for subject in said.subjects:
        say("subject", subject, "en")
    say("description", content.summary, own)
    say("publisher", PUBLISHER, "en")
    say("date", practice.published_at.date().isoformat())
    say("type", "Text")
    say("format", "text/html")
    say("identifier", said.address)
    say("relation", said.version_address)
    for link in content.additional_resources:
        say("relation", link)
    say("language", own)
    for place in said.places:
        say("coverage", place, "en")
    say("rights", said.licence.address)
    return made
