"""The file to fill in: a practice a row in a workbook, or a table of two columns in a Word document. Blocks; call it in a thread."""

from api.platform.documents.answers import Form
from api.platform.documents.docx import as_docx
from api.platform.documents.paper import Paper, Paragraph, Table
from api.platform.documents.sheets import Column, as_xlsx
from api.platform.language import Language
from api.practiceimports.rules import NEEDED
from api.practiceimports.words import FIELDS, TEMPLATE
from api.practices.rules import REQUIRED_TO_SUBMIT

_NEEDED = frozenset({"title", *REQUIRED_TO_SUBMIT})


def name(language: Language) -> str:
    """What the file is called."""
    return TEMPLATE["several"][language]


def made(form: Form, language: Language) -> bytes:
    """The template in one of the languages that the product is written in."""
    headings = [
        names[language] + (NEEDED if field in _NEEDED else "") for field, names in FIELDS.items() if field != "champion"
    ]
    if form is Form.XLSX:
        columns = [Column(heading, 28) for heading in headings]
        return as_xlsx(name(language), columns, [], rtl=language is Language.ARABIC)
    return as_docx(
        Paper(
            title=TEMPLATE["title"][language],
            language=language,
            blocks=[
                Paragraph(TEMPLATE["help"][language]),
                Table(
                    head=[TEMPLATE["field"][language], TEMPLATE["text"][language]],
                    rows=[[heading, ""] for heading in headings],
                    widths=[1, 2],
                ),
            ],
        )
    )
