"""What cells say, and how text is kept from acting as a formula."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.platform.documents import tables_in
from api.platform.documents.cells import Cell
from api.platform.documents.sheets import Column, as_csv, as_xlsx, guarded, unguarded
from api.platform.language import Language
from api.workplan import sheet_rules

# as the API keeps text: trimmed, without control characters
texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]), max_size=40).map(str.strip)
days = st.none() | st.dates().map(str)
items = st.fixed_dictionaries(
    {
        "key": st.uuids().map(str),
        "title": texts.filter(bool),
        "scope_of_work": st.sampled_from(["dialogue", "capacity_building"]),
        "lead": st.none() | st.sampled_from(["KEN", "MAR"]),
        "supporting": st.lists(st.sampled_from(["PRT", "LUX", "SEN"]), unique=True),
        "objectives": st.lists(st.integers(1, 23), unique=True),
        "processes": st.lists(st.sampled_from(["IMRF-2026", "RR-2028"]), unique=True),
        "expected_result": texts,
        "starts_on": days,
        "due_on": days,
        "status": st.sampled_from(["not_started", "on_track"]),
        "dropped_reason": texts,
        "percentage": st.none() | st.integers(0, 100),
        "description": texts,
        "waits_for": st.lists(texts.map(lambda text: " ".join(text.split())).filter(bool), unique=True),
    }
)


@settings(max_examples=40, deadline=None)
@given(st.lists(items, min_size=1, max_size=4), st.booleans())
def test_what_is_taken_out_and_brought_in_says_the_same(plan: list[dict[str, object]], as_text: bool) -> None:
    fields = sheet_rules.FIELDS
    columns = [Column(sheet_rules.header(field, Language.ARABIC)) for field in fields]
    told = [[sheet_rules.told_in_cell(field, item[field]) for field in fields] for item in plan]

    content = as_csv(columns, told) if as_text else as_xlsx("Workplan", columns, told, rtl=True)
    first, *rows = tables_in.rows_of(content)
    read = [
        {field: sheet_rules.read_cell(field or "", Cell("A1", value)) for field, value in zip(names, row, strict=False)}
        for names, row in ((sheet_rules.fields_of(first), row) for row in rows)
    ]

    assert [sheet_rules.differences(item, row) for item, row in zip(plan, read, strict=True)] == [{}] * len(plan)


@given(st.text(max_size=8))
def test_a_guard_is_taken_off_exactly_where_it_was_put(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize(
    "name", ["Due on", "échéance", " Échéance ", "الموعد", "Vencimiento", "Срок", "到期", "due_on", "DUE ON"]
)
def test_headers_are_known_in_six_languages(name: str) -> None:
    assert sheet_rules.fields_of(["Title", name]) == ["title", "due_on"]


@pytest.mark.parametrize(
    ("header", "said"),
    [
        (["Title", "Colour"], "B1: no column is called “Colour”"),
        (["Title", "Titre"], "B1: “Titre” is there twice"),
        (["Lead", "Status"], "neither Key nor Title"),
        ([], "neither Key nor Title"),
    ],
)
def test_a_header_that_does_not_fit_is_told(header: list[str], said: str) -> None:
    with pytest.raises(sheet_rules.BadHeader, match=said):
        sheet_rules.fields_of(header)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [("due_on", "soon", "not a date"), ("due_on", 45000, "not a date"), ("percentage", "half", "not a number"),
     ("percentage", 50.5, "whole number"), ("objectives", "1, x", "not a number"), ("percentage", "nan", "whole")],
)  # fmt: skip
def test_a_cell_that_says_no_such_thing_is_told(field: str, value: object, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        sheet_rules.read_cell(field, Cell("D14", value))


def test_columns_are_named_as_spreadsheets_name_them() -> None:
    assert [sheet_rules.column_name(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_text_is_read_in_the_encoding_and_with_the_delimiter_that_it_has(encoding: str, delimiter: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(
        [["Titre", "Domaine"], ["Échéances à préciser après la réunion d’été, déjà évoquée", "dialogue"]]
    )

    rows = tables_in.rows_of(out.getvalue().encode(encoding))

    assert rows[0] == ["Titre", "Domaine"]
    assert rows[1][1] == "dialogue"


@pytest.mark.parametrize(
    ("said", "encoding"),
    [
        ("Réunion d’été à Genève, préparée dès août", "cp1252"),
        ("Reunião às três, coordenação e adoção", "cp1252"),
        ("اجتماع البلدان الرائدة في جنيف", "cp1256"),
        ("国家执行计划汇总", "gb18030"),
        ("Обзор национальных планов", "cp1251"),
    ],
)
def test_short_texts_are_read_in_the_encoding_of_their_language(said: str, encoding: str) -> None:
    content = f"Title;Area\n{said};dialogue\n".encode(encoding)

    assert tables_in.rows_of(content)[1][0] == said
