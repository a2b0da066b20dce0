"""Elements of XML 1.0 in a namespace, with text that any reader of XML takes."""

import re

from lxml import etree

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class Namespace:
    """Makes elements of one namespace: ``dc.add(record, "title", "…", lang="en")``."""

    def __init__(self, address: str, prefixes: dict[str | None, str], *, schema: str = "") -> None:
        self.address = address
        self.schema = schema
        self._prefixes = {**prefixes, "xsi": _XSI} if schema else prefixes

    def root(self, name: str, *, lang: str | None = None, **attributes: str) -> etree._Element:
        """An outermost element, which says where its schema is, if there is one."""
        made = etree.Element(f"{{{self.address}}}{name}", attributes, nsmap=self._prefixes)
        if self.schema:
            made.set(f"{{{_XSI}}}schemaLocation", f"{self.address} {self.schema}")
        if lang:
            made.set(_LANG, lang)
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


def written(document: etree._Element) -> bytes:
    """``document`` as it is sent."""
    content: bytes = etree.tostring(document, encoding="UTF-8", xml_declaration=True)
    return content
