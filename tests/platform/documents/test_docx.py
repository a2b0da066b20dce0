"""DOCX out: opened again with python-docx."""

from docx.oxml.ns import qn

from api.platform.documents.docx import as_docx
from api.platform.documents.paper import Entry, Heading, Paragraph, Points, Table
from api.platform.language import Language
from tests.conftest import NOW
from tests.platform.documents.papers import a_paper, word


def test_a_paper_has_the_houses_styles_and_says_what_it_is() -> None:
    opened = word(
        as_docx(
            a_paper(
                Heading("Contacts"),
                Paragraph("First line\n\nSecond line"),
                Points([Entry("Ghana", "in Geneva")]),
                subtitle="June to December 2026",
                footer="Champion countries Initiative",
            )
        )
    )

    assert [(paragraph.style.name, paragraph.text) for paragraph in opened.paragraphs if paragraph.style] == [
        ("Title", "Handover brief"),
        ("Subtitle", "June to December 2026"),
        ("Heading 1", "Contacts"),
        ("Normal", "First line"),
        ("Normal", "Second line"),
        ("List Bullet", "Ghana"),
        ("Quiet Point", "in Geneva"),
    ]
    about = opened.core_properties
    assert (about.title, about.language, about.created) == ("Handover brief", "en", NOW)
    assert opened.sections[0].footer.paragraphs[0].text.startswith("Champion countries Initiative")
    fields = opened.sections[0].footer.paragraphs[0]._p.findall(qn("w:fldSimple"))
    assert [field.get(qn("w:instr")) for field in fields] == ["PAGE", "NUMPAGES"]


def test_a_table_repeats_its_heads_and_keeps_its_widths() -> None:
    opened = word(as_docx(a_paper(Table(["When", "What"], [["10 December", "Meeting\nonline"]], widths=[1, 3]))))

    table = opened.tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["When", "What"],
        ["10 December", "Meeting\nonline"],
    ]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table.columns[1].width == 3 * table.columns[0].width


def test_arabic_is_set_from_right_to_left() -> None:
    opened = word(
        as_docx(
            a_paper(
                Paragraph("مبادرة GCM للبلدان"),
                Paragraph("Left to right"),
                Table(["متى"], [["غداً"]]),
                title="مذكرة التسليم",
                language=Language.ARABIC,
            )
        )
    )

    arabic, latin = opened.paragraphs[1:3]
    assert arabic.text == "مبادرة GCM للبلدان"
    assert arabic._p.pPr.find(qn("w:bidi")) is not None
    assert [(run.text, run._r.rPr is not None and run._r.rPr.find(qn("w:rtl")) is not None) for run in arabic.runs] == [
        ("مبادرة ", True),
        ("GCM ", False),
        ("للبلدان", True),
    ]
    assert latin._p.pPr.find(qn("w:bidi")) is None
    assert opened.tables[0]._tbl.tblPr.find(qn("w:bidiVisual")) is not None
    assert opened.core_properties.language == "ar"


def test_letters_that_xml_cannot_hold_are_left_out() -> None:
    opened = word(as_docx(a_paper(Paragraph("A\ufffe, B\uffff, C & <d>"))))

    assert opened.paragraphs[1].text == "A, B, C & <d>"
