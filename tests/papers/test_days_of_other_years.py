"""A paper that is made in another year than it tells of says which year it means."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from coordinator.casework.desk import Desk
from coordinator.domain.papers.own_plan import OwnPlanPaper
from coordinator.exports.composing import OF_ONE, PaperKind
from coordinator.exports.documents.own_plan_text import own_plan_text
from coordinator.exports.worker import lay_out
from coordinator.papers.drafting import draft_papers
from coordinator.papers.orders import Draft, Order
from tests.exports.reading import words
from tests.papers.conftest import Held
from tests.papers.entries import STANDARD, Entries
from tests.papers.leaving import ask_for_all

LATER = timedelta(days=400)
LEFT_OUT = {PaperKind.CLOSURE, PaperKind.NOT_FOR_US, PaperKind.OUTREACH}
"""Letters for which a case would have to end, and what has a day of its own."""
SHORT = re.compile(
    r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\d{1,2}) "
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b(?! \d{4})"
)
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def test_no_paper_leaves_out_the_year_of_a_day_in_another_one(
    entries: Entries, held: Held
) -> None:
    entries.set(dict.fromkeys(entries.words, STANDARD))
    there = replace(entries, desk=_in_another_year(entries.desk))
    kinds = [kind for kind in PaperKind if kind not in LEFT_OUT]
    drafts = [*ask_for_all(there, "", kinds=kinds).drafts, *_of(_in_another_year(held.desk))]
    found = {
        (one.kind.value, short)
        for one in drafts
        for short in SHORT.findall(_said(one))
        if _is_elsewhere(short, one.model.imprint.issued_on.year)
    }
    assert len({one.kind for one in drafts}) > len(PaperKind) // 2
    assert not found


def _in_another_year(desk: Desk) -> Desk:
    later = desk.now() + LATER
    return replace(desk, now=lambda: later)


def _of(desk: Desk) -> Iterator[Draft]:
    """What is of a meeting and of the panel, in a panel that has met twice."""
    for kind in set(PaperKind) - OF_ONE:
        yield from draft_papers(desk, Order(kind, Path("x"), meeting="last"))


def _said(draft: Draft) -> str:
    text = words(lay_out(draft.kind, draft.model))
    return (
        text + own_plan_text(draft.model).decode()
        if isinstance(draft.model, OwnPlanPaper)
        else text
    )


def _is_elsewhere(short: tuple[str, str, str], year: int) -> bool:
    """Whether a day and its weekday are none of a year."""
    weekday, day, month = short
    on = date(year, MONTHS.index(month) + 1, int(day))
    return on.strftime("%a") != weekday
