"""DOCX out, by python-docx: house styles, headings, lists and tables, each text in its own direction."""

import io
import re
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from api.platform import clock
from api.platform.documents import house_styles
from api.platform.documents.direction import language_runs_from_right, runs_from_right, stretches
from api.platform.documents.paper import Block, Heading, Paper, Paragraph, Points, Table
from api.platform.language import Language

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE = Mm(162)
"""The width of A4 between the margins."""


def document(title: str, language: Language, *, footer: str = "") -> "WordDocument":
    """An empty document in the house's styles, its title set."""
    return WordDocument(title, language, footer=footer)


def as_docx(paper: Paper) -> bytes:
    """``paper`` as a DOCX file."""
    word = document(paper.title, paper.language, footer=paper.footer)
    if paper.subtitle:
        word.paragraph(paper.subtitle, style="Subtitle")
    for block in paper.blocks:
        _set(word, block)
    return word.content()


def _set(word: "WordDocument", block: Block) -> None:
    match block:
        case Heading():
            word.heading(block.text, level=block.level)
        case Paragraph():
            word.paragraph(block.text, style="Quiet" if block.is_quiet else "Normal")
        case Points():
            for entry in block.entries:
                word.paragraph(entry.text, style="List Bullet")
                if entry.context:
                    word.paragraph(entry.context, style="Quiet Point")
        case Table():
            word.table(block)


class WordDocument:
    """A Word document under way; ``content()`` ends it."""

    def __init__(self, title: str, language: Language, *, footer: str) -> None:
        self._word: Document = docx.Document()
        self._from_right = language_runs_from_right(language)
        house_styles.dress(self._word, language)
        self._describe(title, language)
        self._foot(footer)
        self.paragraph(title, style="Title")

    def heading(self, text: str, *, level: int = 1) -> None:
        """A heading that the reader's table of contents knows; ``level`` 1 to 3."""
        self.paragraph(text, style=f"Heading {level}")

    def paragraph(self, text: str, *, style: str = "Normal") -> None:
        """``text`` as people wrote it: each line a paragraph in its own direction."""
        for line in text.split("\n"):
            if line.strip():
                self._write(self._word.add_paragraph(style=style), line)

    def table(self, table: Table) -> None:
        """Columns with heads that repeat on each page."""
        made = self._word.add_table(rows=1, cols=len(table.head), style="House Table")
        made.autofit = False
        if self._from_right:
            made._tbl.tblPr.append(OxmlElement("w:bidiVisual"))
        head = made.rows[0]
        head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for row, cells, style in [(head, table.head, "Quiet"), *((made.add_row(), row, "Cell") for row in table.rows)]:
            for cell, words in zip(row.cells, cells, strict=True):
                self._fill(cell, words, style)
        for column, share in zip(made.columns, table.shares, strict=True):
            width = int(_LINE * share / sum(table.shares))
            column.width = width
            for cell in column.cells:
                cell.width = width
        self._word.add_paragraph(style="After Table")

    def content(self) -> bytes:
        """The file."""
        kept = io.BytesIO()
        self._word.save(kept)
        return kept.getvalue()

    def _fill(self, cell: Any, words: str, style: str) -> None:
        lines = [line for line in words.split("\n") if line.strip()] or [""]
        for paragraph, line in zip(
            [cell.paragraphs[0], *(cell.add_paragraph() for _ in lines[1:])], lines, strict=True
        ):
            paragraph.style = style
            self._write(paragraph, line)

    def _write(self, paragraph: WordParagraph, line: str) -> None:
        words = _NOT_XML.sub("", line)
        from_right = runs_from_right(words, otherwise=self._from_right)
        if from_right:
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        for part, part_from_right in stretches(words, from_right=from_right):
            run = paragraph.add_run(part)
            if part_from_right:
                run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))

    def _describe(self, title: str, language: Language) -> None:
        about, now = self._word.core_properties, clock.now().replace(tzinfo=None, microsecond=0)
        about.title, about.language = _NOT_XML.sub("", title)[:255], language.value
        about.author = about.last_modified_by = "Champion countries Initiative"
        about.created = about.modified = now
        about.comments = ""

    def _foot(self, footer: str) -> None:
        section = self._word.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(24)
        section.top_margin, section.bottom_margin = Mm(24), Mm(26)
        paragraph = section.footer.paragraphs[0]
        paragraph.style = "Quiet"
        paragraph.paragraph_format.tab_stops.add_tab_stop(_LINE, WD_TAB_ALIGNMENT.RIGHT)
        self._write(paragraph, footer)
        paragraph.add_run("\t").font.size = Pt(8)
        for field, after in (("PAGE", " / "), ("NUMPAGES", "")):
            counted = OxmlElement("w:fldSimple")
            counted.set(qn("w:instr"), field)
            paragraph._p.append(counted)
            paragraph.add_run(after)
