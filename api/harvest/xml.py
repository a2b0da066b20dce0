"""Elements of XML 1.0 in a namespace, with text that any reader of XML takes."""

import re

from lxml import etree

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
XSI = "http://www.w3.org/2001/XMLSchema-instance"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class Namespace:
    """Makes elements of one namespace: ``dc.add(record, "title", "…", lang="en")``."""

    def __init__(self, address: str, schema: str, prefixes: dict[str | None, str]) -> None:
        self.address = address
        self.schema = schema
        self._prefixes = {**prefixes, "xsi": XSI}

    def root(self, name: str, **attributes: str) -> etree._Element:
        """An outermost element, which says where its schema is."""
        made = etree.Element(f"{{{self.address}}}{name}", attributes, nsmap=self._prefixes)
        made.set(f"{{{XSI}}}schemaLocation", f"{self.address} {self.schema}")
        return made

    def add(
        self, parent: etree._Element, name: str, text: str | None = None, *, lang: str | None = None, **attributes: str
    ) -> etree._Element:
        """A child of ``parent`` with ``text`` in the language ``lang``."""
        made = etree.SubElement(parent, f"{{{self.address}}}{name}", attributes)
        if lang:
            made.set(_LANG, lang)
        if text is not None:
            made.text = cleaned(text)
        return made


def cleaned(text: str) -> str:
    """``text`` without the characters that XML 1.0 has no way to write (section 2.2)."""
    return _NOT_IN_XML.sub("", text)
