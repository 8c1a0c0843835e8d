"""The widgets of the page: a period, and part by part its figures with the words beside them."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout, QWidget

from coordinator.domain.accountability import Period
from coordinator.domain.lists.reports import ReportPart
from coordinator.domain.reports.figures import Counts
from coordinator.domain.reports.quarter import PART_OF, QuarterReport
from coordinator.ui.kit.bars import BarsWidget
from coordinator.ui.kit.boxes import Head, card, column, fill, flow, holder, page, refill
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.controls import choose, picker, value_of
from coordinator.ui.kit.labels import heading, label, write
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M
from coordinator.ui.places.every import Place
from coordinator.ui.screens.report.leading import list_behind
from coordinator.ui.screens.report.presenter import Shown
from coordinator.ui.screens.report.tables import counts_table, told_table
from coordinator.ui.shared.spans import SPANS, Span
from coordinator.wording import labels
from coordinator.wording.accountability import meeting_chart, meetings_held, period_words
from coordinator.wording.reports import answered_words, limit
from coordinator.wording.translation import _


class ReportView(QWidget):
    """What the panel did in a period.

    Signals:
        span_chosen: What to look back on (Span).
        list_asked: The list behind a figure (Place).
        agencies_asked: What each agency brought.
        words_asked: Words beside the figures of a part (ReportPart).
        paper_asked: The paper of this period.
        learning_asked: The report on learning and gaps of this period.
        period_asked: Other days, for which words were written (Period).
        came_back: Somebody looks at the page, after something else was shown.
    """

    span_chosen = Signal(object)
    list_asked = Signal(object)
    agencies_asked = Signal()
    words_asked = Signal(object)
    paper_asked = Signal()
    learning_asked = Signal()
    period_asked = Signal(object)
    came_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Is it working"))
        self.sheets = Sheets(self)
        self._spans = picker([(_(words), span) for span, words in SPANS.items()])
        self._spans.setAccessibleName(_("Look back on"))
        self._spans.setMinimumContentsLength(22)
        self._spans.activated.connect(lambda _at: self.span_chosen.emit(value_of(self._spans)))
        self.paper = button(_("Paper and spreadsheet"), "primary", "file-text")
        self.paper.clicked.connect(self.paper_asked)
        self._learning = button(_("Learning and gaps"), icon="file-text")
        self._learning.clicked.connect(self.learning_asked)
        self._ways = QVBoxLayout()
        self._scope = label("", "strong", wraps=True)
        self._said_for = QVBoxLayout()
        self._parts = QVBoxLayout()
        self._parts.setSpacing(px(L))
        body = holder(column(holder(self._parts), None, gap=L))
        fill(self, page(*self._build_head(), body, grows=body))

    @property
    def is_looked_at(self) -> bool:
        """Whether somebody sees the page."""
        return self.isVisible()

    @property
    def first(self) -> QWidget:
        """Where the keys begin."""
        return self._spans

    def show_report(self, shown: Shown, span: Span) -> None:
        """Show a period."""
        report = shown.report
        choose(self._spans, span)
        self.paper.setVisible(shown.may_print)
        self._learning.setVisible(shown.may_print)
        held = meetings_held(report.agencies.meetings)
        write(self._scope, f"{period_words(report.period)}. {held}")
        refill(self._ways, [self._leading_on(shown)])
        refill(self._said_for, self._other_days(report))
        refill(self._parts, self._cards(shown))

    def warn(self, sentences: Mapping[str, str]) -> None:
        """Say in the open form what tells of somebody."""
        self.sheets.warn(sentences)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.came_back.emit()

    def _build_head(self) -> tuple[QWidget | QLayout, ...]:
        told = label(
            _(
                "Counts with the words beside them. A count that is marked as not printed stands"
                " here for those who work with the whole panel; the paper and the spreadsheet"
                " leave it out."
            ),
            "quiet",
            wraps=True,
        )
        head = Head(heading(_("Is it working"), "title"), self._spans, self._learning, self.paper)
        ways = holder(self._ways)
        return column(head, told, gap=M), ways, self._scope, holder(self._said_for)

    def _leading_on(self, shown: Shown) -> QWidget:
        """Lead to where else it is told whether it is working."""
        made = []
        for words, place in shown.ways:
            way = button(words, "link")
            way.clicked.connect(partial(self._ask_list, place))
            made.append(way)
        return flow(*made)

    def _ask_list(self, place: Place, _on: object = None) -> None:
        self.list_asked.emit(place)

    def _other_days(self, report: QuarterReport) -> Iterator[QWidget]:
        """Lead to the days words were written for: the rolling quarter has gone on since."""
        others = [one for one in report.said_for if one != report.period]
        if others:
            ways: list[QWidget] = [label(_("Words were written for"), "quiet")]
            for period in others:
                way = button(period_words(period), "link")
                way.clicked.connect(partial(self._ask_period, period))
                ways.append(way)
            yield flow(*ways)

    def _ask_period(self, period: Period, _on: object = None) -> None:
        self.period_asked.emit(period)

    def _cards(self, shown: Shown) -> Iterator[QFrame]:
        report = shown.report
        for part in ReportPart:
            figures = list(self._figures(report, part))
            if figures or shown.may_say or report.said(part):
                yield card(*self._part_head(shown, part), *_words(report, part), *figures, gap=M)

    def _part_head(self, shown: Shown, part: ReportPart) -> Iterator[QWidget]:
        name = labels.label(part)
        if not shown.may_say:
            yield heading(name)
            return
        is_said = bool(shown.report.said(part))
        words = _("Change the words") if is_said else _("Say something beside it")
        say = button(words, "link", name=_("{part}: {deed}", part=name, deed=words))
        say.clicked.connect(lambda: self.words_asked.emit(part))
        yield Head(heading(name), say)

    def _figures(self, report: QuarterReport, part: ReportPart) -> Iterator[QWidget]:
        told = report.told()
        ends_today = report.period.until_on == report.made_on

        def leads(counts: Counts, line: StrEnum) -> Place | None:
            return list_behind(counts.table, line, report.period, ends_today=ends_today)

        for counts in report.tables:
            if PART_OF[counts.table] is part:
                yield from counts_table(counts, told, leads, self.list_asked.emit)
        if part is ReportPart.ATTENDANCE:
            yield from self._attendance(report)
        for table in report.joined.get(part, ()):
            yield from told_table(table)

    def _attendance(self, report: QuarterReport) -> Iterator[QWidget]:
        chart = BarsWidget()
        chart.show_chart(meeting_chart(report.agencies))
        yield chart
        way = button(_("What each agency brought, in figures"), "link")
        way.clicked.connect(self.agencies_asked)
        yield way


def _words(report: QuarterReport, part: ReportPart) -> Iterator[QWidget]:
    if said := report.said(part):
        yield label(said, wraps=True)
    if part is ReportPart.ESCALATIONS and (took := answered_words(report.answered_in)):
        yield label(took, wraps=True)
    yield label(limit(part), "quiet", wraps=True)
