"""PDF out: read back with another program."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from api.platform.documents import paper, pdf
from api.platform.documents.paper import Entry, Heading, Paragraph, Points, Table
from api.platform.language import Language
from tests.platform.documents.papers import a_paper, pages

pytestmark = pytest.mark.anyio


async def test_a_paper_is_a4_with_its_title_and_numbered_pages() -> None:
    made = await paper.as_pdf(a_paper(*[Paragraph("One line.\n" * 30)] * 4, footer="Champion countries Initiative"))

    read = PdfReader(io.BytesIO(made))
    texts = pages(made)
    assert read.metadata is not None
    assert read.metadata.title == "Handover brief"
    assert [round(float(side)) for side in read.pages[0].mediabox[2:]] == [595, 842]
    assert len(texts) > 1
    assert f"1 / {len(texts)}" in texts[0]
    assert f"{len(texts)} / {len(texts)}" in texts[-1]
    assert "Champion countries Initiative" in texts[-1]


async def test_it_is_tagged_for_those_who_listen() -> None:
    made = await paper.as_pdf(a_paper(Heading("Contacts"), language=Language.FRENCH))

    catalogue = PdfReader(io.BytesIO(made)).trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "fr"


@pytest.mark.parametrize(
    "typed",
    [
        '#import "/etc/passwd"',
        '#eval("1 + 1")',
        "$ x^2 $ and [brackets] and \\ backslash",
        "*stars* _lines_ `ticks` <label> @reference",
        "// not a comment /* nor this */",
        "= Not a heading",
        '"quoted" \\u{41}',
    ],
)
async def test_what_people_type_is_text_and_never_markup(typed: str) -> None:
    made = await paper.as_pdf(
        a_paper(
            Heading(typed),
            Paragraph(typed),
            Points([Entry(typed, typed)]),
            Table([typed], [[typed]]),
            title=typed,
            footer=typed,
        )
    )

    told = " ".join(pages(made)[0].split())
    assert told.count(typed) == 8, told  # the title is long enough to break where it is the longest


async def test_arabic_and_chinese_have_their_letters() -> None:
    made = await paper.as_pdf(a_paper(Paragraph("مذكرة"), Paragraph("移民问题全球契约"), language=Language.ARABIC))

    fonts = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for font in PdfReader(io.BytesIO(made)).pages[0]["/Resources"]["/Font"].values()
    }
    assert {"NotoSansArabic-Regular", "NotoSansSC-Regular"} <= {name.removesuffix("-Identity-H") for name in fonts}
    assert "移民问题全球契约" in pages(made)[0]
    assert set("مذكرة") <= set(pages(made)[0])


async def test_a_room_sets_its_own_template(tmp_path: Path) -> None:
    template = Path(__file__).with_name("letter.typ")

    made = await pdf.typeset(template, {"title": "A letter", "to": "Ghana #1"}, language=Language.ENGLISH)

    assert "Dear Ghana #1" in pages(made)[0]
