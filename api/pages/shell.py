"""The app's own page, with what a page says put into it: the app takes its place as soon as it runs."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from api.pages.page import Page
from api.platform import language
from api.platform.language import Language
from api.platform.wording import words

_templates = Environment(loader=PackageLoader("api.pages"), autoescape=True, trim_blocks=True, lstrip_blocks=True)
_LOCALES = {
    Language.ENGLISH: "en_GB",
    Language.FRENCH: "fr_FR",
    Language.ARABIC: "ar_AR",
    Language.SPANISH: "es_ES",
    Language.RUSSIAN: "ru_RU",
    Language.CHINESE: "zh_CN",
}
_PLACES = (
    re.compile(r"<html [^>]*>"),
    re.compile(r'<meta name="description"[^>]*>'),
    re.compile(r"<title>[^<]*</title>"),
    re.compile(r'<div id="root"></div>'),
)
"""What of the built page is said anew, in its order."""


@dataclass(frozen=True, slots=True)
class Shell:
    """The built page, cut where a page has its own to say."""

    parts: tuple[str, ...]

    @classmethod
    def read(cls, directory: Path) -> "Shell":
        """Cut ``index.html`` of the built app; an assertion fails where it is not built as it was."""
        rest, parts = (directory / "index.html").read_text(encoding="utf-8"), []
        for place in _PLACES:
            found = place.search(rest)
            assert found, f"index.html has no {place.pattern}"
            parts.append(rest[: found.start()])
            rest = rest[found.end() :]
        return cls((*parts, rest))

    def render(self, page: Page, home: str, asked: Language | None) -> str:
        """The whole document for ``page`` in the language of the moment; ``asked`` is the one that its address names."""
        tongue = language.current()
        context = {
            "page": page,
            "home": home,
            "words": words("pages", tongue),
            "tongue": tongue.value,
            "direction": "rtl" if tongue is Language.ARABIC else "ltr",
            "locale": _LOCALES[tongue],
            "languages": sorted(Language),
            "itself": f"{home}{page.path}" + (f"?lang={asked}" if asked else ""),
            "structured": _in_a_script(page),
        }
        html = _templates.from_string('<html lang="{{ tongue }}" dir="{{ direction }}">').render(context)
        head = _templates.get_template("head.html.j2").render(context)
        body = _templates.get_template("body.html.j2").render(context)
        before, after_html, after_description, after_title, rest = self.parts
        return "".join((before, html, after_html, after_description, head, after_title, body, rest))


def _in_a_script(page: Page) -> Markup:
    """JSON-LD that cannot end the element it stands in."""
    told = json.dumps({"@context": "https://schema.org", **page.structured}, ensure_ascii=False)
    return Markup(told.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704
