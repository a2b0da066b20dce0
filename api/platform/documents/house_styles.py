"""The house's look as Word styles: a serif title, quiet text, hairlines under rows."""

from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from api.platform.language import Language

_INK = RGBColor(0x16, 0x20, 0x2E)
_PALE = RGBColor(0x4A, 0x57, 0x68)
_SANS = {"ascii": "Calibri", "hAnsi": "Calibri", "cs": "Arial", "eastAsia": "Microsoft YaHei"}
_SERIF = _SANS | {"ascii": "Georgia", "hAnsi": "Georgia"}
_TAGS = {"ar": "ar-SA", "zh": "zh-CN", "en": "en-GB", "fr": "fr-FR", "ru": "ru-RU", "es": "es-ES"}


@dataclass(frozen=True, slots=True)
class _Look:
    size: float
    before: float = 0
    after: float = 6
    colour: RGBColor = _INK
    is_strong: bool = False
    is_serif: bool = False
    based_on: str = "Normal"
    indent: float = 0


_LOOKS = {
    "Normal": _Look(10.5),
    "Title": _Look(24, after=4, is_serif=True),
    "Subtitle": _Look(11, after=14, colour=_PALE),
    "Heading 1": _Look(14, before=18, is_strong=True),
    "Heading 2": _Look(11.5, before=12, is_strong=True),
    "Heading 3": _Look(10.5, before=8, is_strong=True),
    "List Bullet": _Look(10.5, after=3),
    "Quiet": _Look(9, after=4, colour=_PALE),
    "Quiet Point": _Look(9, after=4, colour=_PALE, indent=6.3),
    "Cell": _Look(10, after=2),
    "After Table": _Look(4, after=2),
}
_FROM_WORD = ("Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "List Bullet")


def dress(word: Document, language: Language) -> None:
    """Give ``word`` the house's styles and its language."""
    for name, look in _LOOKS.items():
        style = word.styles[name] if name in _FROM_WORD else word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        _apply(style, look, is_base=name == "Normal", styles=word.styles)
    _add_table_style(word)
    _speak(word, language)


def _apply(style: Any, look: _Look, *, is_base: bool, styles: Any) -> None:
    if not is_base:
        style.base_style = styles[look.based_on]
    style.font.size, style.font.bold, style.font.italic = Pt(look.size), look.is_strong, False
    style.font.color.rgb = look.colour
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(look.before), Pt(look.after)
    style.paragraph_format.line_spacing = 1.15
    if look.indent:
        style.paragraph_format.left_indent = Mm(look.indent)
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    fonts.attrib.clear()  # those of the theme would win
    for script, name in (_SERIF if look.is_serif else _SANS).items():
        fonts.set(qn(f"w:{script}"), name)
    for tag, value in (("w:szCs", str(int(look.size * 2))), ("w:bCs", "1" if look.is_strong else "0")):
        _replace(properties, tag, {"w:val": value})
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _add_table_style(word: Document) -> None:
    style = word.styles.add_style("House Table", WD_STYLE_TYPE.TABLE)
    properties = OxmlElement("w:tblPr")
    borders = OxmlElement("w:tblBorders")
    for side in ("bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "CDD4DD")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    properties.append(borders)
    style.element.append(properties)


def _speak(word: Document, language: Language) -> None:
    defaults = word.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    latin = _TAGS[language.value] if language not in {Language.ARABIC, Language.CHINESE} else "en-GB"
    _replace(defaults, "w:lang", {"w:val": latin, "w:eastAsia": "zh-CN", "w:bidi": "ar-SA"})


def _replace(parent: Any, tag: str, attributes: dict[str, str]) -> None:
    for old in parent.findall(qn(tag)):
        parent.remove(old)
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(name), value)
    parent.append(made)
