"""Pledges as a spreadsheet, in the reader's language where the product is written in it."""

from collections.abc import Sequence
from typing import Any

from api.platform import language
from api.platform.documents.answers import Form
from api.platform.documents.sheets import Column, as_csv, as_xlsx
from api.platform.language import Language
from api.pledges.schemas import PledgeSummary

MOST_ROWS = 10_000
_COLUMNS: Sequence[tuple[tuple[str, str, str], int]] = (
    (("Champion", "Pays champion", "البلد الرائد"), 22),
    (("Pledge", "Engagement", "التعهد"), 50),
    (("Number", "Numéro", "الرقم"), 14),
    (("Kind", "Nature", "النوع"), 18),
    (("Mode", "Forme", "الصيغة"), 16),
    (("Status", "État", "الحالة"), 18),
    (("Objectives", "Objectifs", "الأهداف"), 14),
    (("Processes", "Processus", "العمليات"), 20),
    (("Other States", "Autres États", "دول أخرى"), 30),
    (("Made on", "Pris le", "تاريخ التعهد"), 12),
    (("Due on", "Échéance", "الموعد"), 12),
    (("Amount", "Montant", "المبلغ"), 16),
    (("Currency", "Monnaie", "العملة"), 10),
    (("Last reported on", "Dernier rapport", "آخر تقرير"), 16),
)
_NAME = {Language.FRENCH: "Engagements", Language.ARABIC: "التعهدات"}
_KIND = {
    "financial": ("Financial", "Financier", "مالي"),
    "human_resource": ("Human resource", "Ressources humaines", "موارد بشرية"),
    "process_oriented": ("Process-oriented", "Axé sur les procédures", "إجرائي"),
    "policy_oriented": ("Policy-oriented", "Axé sur les politiques", "سياساتي"),
}
_MODE = {
    "individual": ("Individual", "Individuel", "فردي"),
    "common": ("Common", "Commun", "مشترك"),
    "in_partnership": ("In partnership", "En partenariat", "بالشراكة"),
    "matching": ("Matching", "De contrepartie", "مقابل"),
}
_STATUS = {
    "draft": ("Draft", "Brouillon", "مسودة"),
    "made": ("Made", "Pris", "قُدِّم"),
    "in_progress": ("In progress", "En cours", "قيد التنفيذ"),
    "fulfilled": ("Fulfilled", "Tenu", "أُوفي به"),
    "partly_fulfilled": ("Partly fulfilled", "Tenu en partie", "أُوفي به جزئيًا"),
    "discontinued": ("Discontinued", "Abandonné", "أُوقف"),
}
_PLACES = {Language.FRENCH: 1, Language.ARABIC: 2}


def name() -> str:
    """What the file is called."""
    return _NAME.get(language.current(), "Pledges")


def made(pledges: Sequence[PledgeSummary], form: Form) -> bytes:
    """``pledges`` as a workbook or as CSV. Blocks: call it in a thread."""
    place = _PLACES.get(language.current(), 0)
    columns = [Column(titles[place], width) for titles, width in _COLUMNS]
    rows = [_row(pledge, place) for pledge in pledges]
    if form is Form.CSV:
        return as_csv(columns, rows)
    return as_xlsx(name(), columns, rows, rtl=language.current() is Language.ARABIC)


def _row(pledge: PledgeSummary, place: int) -> list[Any]:
    return [
        pledge.champion.name,
        pledge.title,
        pledge.network_number,
        _KIND[pledge.kind][place] if pledge.kind else None,
        _MODE[pledge.mode][place],
        _STATUS[pledge.status][place],
        ", ".join(map(str, pledge.objectives)),
        ", ".join(process.key for process in pledge.processes),
        ", ".join(state.name for state in pledge.states),
        pledge.made_on,
        pledge.due_on,
        pledge.amount,
        pledge.currency,
        pledge.last_reported_on,
    ]
