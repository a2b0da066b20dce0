"""The file to fill in: a practice a row in a workbook, or a table of two columns in a Word document. Blocks; call it in a thread."""

from api.platform.documents.answers import Form
from api.platform.documents.docx import as_docx
from api.platform.documents.paper import Paper, Paragraph, Table
from api.platform.documents.sheets import Column, as_xlsx
from api.platform.language import Language
from api.platform.wording import words
from api.practiceimports.names import FIELDS
from api.practiceimports.rules import NEEDED
from api.practices.rules import REQUIRED_TO_SUBMIT

_NEEDED = frozenset({"title", *REQUIRED_TO_SUBMIT})


def name(language: Language) -> str:
    """What the file is called."""
    return str(words("practiceimports", language)["template"]["several"])


def made(form: Form, language: Language) -> bytes:
    """The template in one of the six languages."""
    said = words("practiceimports", language)["template"]
    headings = [
        names[language] + (NEEDED if field in _NEEDED else "") for field, names in FIELDS.items() if field != "champion"
    ]
    if form is Form.XLSX:
        columns = [Column(heading, 28) for heading in headings]
        return as_xlsx(name(language), columns, [], rtl=language is Language.ARABIC)
    return as_docx(
        Paper(
            title=said["title"],
            language=language,
            blocks=[
                Paragraph(said["help"]),
                Table(
                    head=[said["field"], said["text"]],
                    rows=[[heading, ""] for heading in headings],
                    widths=[1, 2],
                ),
            ],
        )
    )
