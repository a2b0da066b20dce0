"""Answers held against the official schemas, without the network."""

from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

_SCHEMAS = Path(__file__).parent / "schemas"
_ALL = """
<schema xmlns="http://www.w3.org/2001/XMLSchema">
  <import namespace="http://www.openarchives.org/OAI/2.0/" schemaLocation="OAI-PMH.xsd"/>
  <import namespace="http://www.openarchives.org/OAI/2.0/oai_dc/" schemaLocation="oai_dc.xsd"/>
  <import namespace="http://www.loc.gov/mods/v3" schemaLocation="mods-3-4.xsd"/>
</schema>
"""
OAI = "{http://www.openarchives.org/OAI/2.0/}"
DC = "{http://purl.org/dc/elements/1.1/}"
MODS = "{http://www.loc.gov/mods/v3}"


class _Kept(etree.Resolver):
    """Finds a schema by the last part of its address."""

    def resolve(self, system_url: str, public_id: str, context: Any) -> Any:
        return self.resolve_filename(str(_SCHEMAS / system_url.rsplit("/", 1)[-1]), context)


@cache
def _schema() -> Any:
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Kept())
    return etree.XMLSchema(etree.fromstring(_ALL, parser, base_url=f"{_SCHEMAS}/all.xsd"))


def checked(content: bytes) -> Any:
    """The root of an answer of OAI-PMH that is valid, down to the metadata of its records."""
    root = etree.fromstring(content)
    _schema().assertValid(root)
    return root
