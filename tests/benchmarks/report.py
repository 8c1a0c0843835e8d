"""A year's report and its page: against the same sums by hand in plain SQLite, and against small.

The sums by hand are what somebody would write who had the tables open: they know nothing of who
may see what, of hiding, of words, nor of which counts are whole. Beside them, what is summed up on
pages of its own: demand around every plan there ever was, the ledger of money, the themes. A read
of one of these stands against its own statements in plain SQLite, and against the same on small.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from PySide6.QtWidgets import QApplication

from coordinator.casework.demand.reading import read_panel_demand
from coordinator.casework.desk import Desk
from coordinator.casework.learning.reading import read_learning
from coordinator.casework.learning.themes import read_themes
from coordinator.casework.money.reading import read_panel_money
from coordinator.casework.reports.quality import read_quality
from coordinator.casework.reports.quarter import read_quarter
from coordinator.db.engine import Access, connect
from coordinator.demo.volume import Size
from coordinator.domain.accountability import Period
from coordinator.domain.demand.views import Wanted
from coordinator.domain.person.case_sheets import WHOLE_PANEL
from coordinator.domain.reports.quarter import QuarterReport
from coordinator.exports.composing import PaperKind
from coordinator.exports.files.quarter_sheet import quarter_sheet
from coordinator.exports.worker import lay_out
from coordinator.papers.quarter import quarter_model
from coordinator.ui.kit import theme
from coordinator.ui.screens.report.presenter import Shown
from coordinator.ui.screens.report.view import ReportView
from coordinator.ui.shared.spans import Span
from tests.benchmarks import reads
from tests.benchmarks.measuring import Row, compare

_YEAR = timedelta(days=365)
_ROUNDS, _FEW = 15, 7
_STOOD = "opened_on <= :{day} AND (closed_on IS NULL OR closed_on > :{day}) AND NOT removed"
_IN = "BETWEEN :first AND :last AND NOT removed"
_SUMS = (
    f"SELECT count(*) FROM case_period WHERE {_STOOD.format(day='before')}",
    f"SELECT count(*) FROM case_period WHERE {_STOOD.format(day='last')}",
    f"SELECT phase, count(*) FROM case_period WHERE {_STOOD.format(day='last')} GROUP BY 1",
    ("SELECT reopened_from_id IS NOT NULL, count(*) FROM case_period"
    f" WHERE opened_on {_IN} GROUP BY 1"),
    f"SELECT close_reason, count(*) FROM case_period WHERE closed_on {_IN} GROUP BY 1",
    f"SELECT status, count(*) FROM referral WHERE referred_on {_IN} GROUP BY 1",
    ("SELECT category, count(DISTINCT person_id) FROM barrier WHERE since <= :last AND"
    " (settled_on IS NULL OR settled_on >= :first) AND NOT removed GROUP BY 1"),
    f"SELECT count(*) FROM gap WHERE first_raised_on {_IN}",
    f"SELECT count(*) FROM escalation WHERE sent_on {_IN}",
    f"SELECT outcome, sent_on, answered_on FROM escalation WHERE answered_on {_IN}",
    f"SELECT owner_agency_id, status, count(*) FROM action WHERE due_on {_IN} GROUP BY 1, 2",
    ("SELECT person_id, area, severity, max(seen_on) FROM need WHERE seen_on <= :last AND"
    " NOT removed AND person_id IN (SELECT person_id FROM case_period"
    f" WHERE {_STOOD.format(day='last')}) GROUP BY 1, 2"),
    ("WITH begun AS (SELECT case_period.person_id AS person, min(plan_version.agreed_on) AS day"
    ' FROM case_period JOIN "plan" ON "plan".case_id = case_period.id'
    ' JOIN plan_version ON plan_version.plan_id = "plan".id'
    " WHERE case_period.status IN ('open', 'paused') GROUP BY 1)"
    " SELECT measure, sum(\"count\") FILTER (WHERE from_on >= date(day, '-6 months')"
    ' AND to_on < day), sum("count") FILTER (WHERE from_on > day'
    " AND to_on <= date(day, '+6 months')) FROM demand_count JOIN begun"
    " ON begun.person = demand_count.person_id WHERE demand_count.ended_on IS NULL GROUP BY 1"),
    (f"SELECT funding, sum(asked_pence) FILTER (WHERE asked_on {_IN}),"
    f" sum(agreed_pence) FILTER (WHERE decided_on {_IN}) FROM budget_line GROUP BY 1"),
    ("SELECT funding, move, sum(pence) FROM budget_entry JOIN budget_line"
    " ON budget_line.id = budget_entry.line_id"
    " WHERE happened_on BETWEEN :first AND :last AND budget_entry.ended_on IS NULL GROUP BY 1, 2"),
    f"SELECT tag, count(*) FROM learning_note WHERE noted_on {_IN} GROUP BY 1",
    f"SELECT count(*) FROM learning_review WHERE begun_on {_IN}",
    ("SELECT attendance.agency_id, attendance.result, count(*) FROM attendance"
    " JOIN meeting ON meeting.id = attendance.meeting_id"
    ' WHERE meeting."on" BETWEEN :first AND :last GROUP BY 1, 2'),
)  # fmt: skip


def rows() -> Iterator[Row]:
    """Give the figures one by one."""
    size = reads._SIZE
    large = reads._opened(size)
    small = large if size is Size.SMALL else reads._opened(Size.SMALL)
    desk, other = large.desk, small.desk
    try:
        with tempfile.TemporaryDirectory(dir=reads._PLACE) as place:
            plain = _plain_copy(desk, Path(place) / "plain.db")
            yield from _compared(desk, other, lambda: _by_hand(plain), f"plain SQLite, {size}")
            yield from _pages(desk, other, plain, f"plain SQLite, {size}")
            plain.close()
        yield from _left(desk, other)
    finally:
        large.close(back_up=False)
        if small is not large:
            small.close(back_up=False)


def _compared(
    desk: Desk, other: Desk, by_hand: Callable[[], object], limit_is: str
) -> Iterator[Row]:
    def ours() -> QuarterReport:
        return read_quarter(desk, _year(desk))

    def on_small() -> QuarterReport:
        return read_quarter(other, _year(other))

    yield compare("a year's report", ours, by_hand, limit_is=limit_is, rounds=_ROUNDS)
    yield compare(
        "a year's report, growth", ours, on_small, limit_is="the same on small", rounds=_ROUNDS
    )


def _pages(desk: Desk, other: Desk, plain: Any, limit_is: str) -> Iterator[Row]:
    """Compare what is summed up on pages of its own."""
    everybody = Wanted(closed_too=True)
    read: tuple[tuple[str, Callable[[Desk], object]], ...] = (
        ("demand, the caseload", read_panel_demand),
        ("demand, everybody ever", partial(read_panel_demand, wanted=everybody)),
        ("the ledger of money", read_panel_money),
        ("the register of themes", read_themes),
        ("what was learnt, all of it", read_learning),
        ("what is missing on file", read_quality),
    )
    for name, page in read:
        ours, on_small = partial(page, desk), partial(page, other)
        again = reads._replay(plain, reads._caught(ours))
        yield compare(name, ours, again, limit_is=limit_is, rounds=_FEW)
        yield compare(f"{name}, growth", ours, on_small, limit_is="the same on small", rounds=_FEW)


def _left(desk: Desk, other: Desk) -> Iterator[Row]:
    """Compare what is made of it: told, laid out, and written as a spreadsheet."""
    models = [quarter_model(one, WHOLE_PANEL, _year(one)) for one in (desk, other)]
    told = [read_quarter(one, _year(one)) for one in (desk, other)]
    large, small = models
    laid = partial(lay_out, PaperKind.REPORT)
    yield _screen(desk, other)
    made: tuple[tuple[str, Callable[[], object], Callable[[], object]], ...] = (
        ("told together, growth", told[0].told, told[1].told),
        ("the paper, growth", partial(laid, large), partial(laid, small)),
        ("the spreadsheet, growth", partial(quarter_sheet, large), partial(quarter_sheet, small)),
    )
    for name, ours, on_small in made:
        yield compare(name, ours, on_small, limit_is="the same on small", rounds=_ROUNDS)


def _screen(desk: Desk, other: Desk) -> Row:
    """Compare the page on the screen: what was read is shown, laid out and painted."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    theme.wear(app, theme.Look())
    view = ReportView()
    view.resize(1440, 900)
    view.show()

    def show(report: QuarterReport) -> None:
        view.show_report(Shown(report, may_print=True, may_say=True), Span.YEAR)
        view.repaint()
        app.processEvents()

    large, small = (read_quarter(one, _year(one)) for one in (desk, other))
    shown = partial(show, large), partial(show, small)
    return compare("its screen, growth", *shown, limit_is="the same on small", rounds=_FEW)


def _by_hand(plain: Any) -> list[Any]:
    last = reads._DAY
    first: date = last - _YEAR
    days = {"first": first, "last": last, "before": first - timedelta(days=1)}
    given = {name: day.isoformat() for name, day in days.items()}
    return [plain.execute(one, given).fetchall() for one in _SUMS]


def _year(desk: Desk) -> Period:
    return Period(desk.today() - _YEAR, desk.today())


def _plain_copy(desk: Desk, path: Path) -> Any:
    """Open a copy without encryption, thrown away with the rest; made-up people only."""
    source = connect(Access(desk.store.path, desk.store.keyspec))
    source.execute("ATTACH DATABASE ? AS plain KEY ''", (str(path),))
    source.execute("SELECT sqlcipher_export('plain')")
    source.execute("DETACH DATABASE plain")
    source.close()
    return driver.connect(str(path), isolation_level=None)
