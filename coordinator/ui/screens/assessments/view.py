"""The widgets of somebody's assessments: what stands, item by item, over time, and elsewhere."""

from collections.abc import Iterator
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from coordinator.domain.assessments.views import (
    ItemRow,
    Scored,
    ToolHistory,
    ToolRow,
    is_checklist,
)
from coordinator.domain.people.assessments import AssessmentRow
from coordinator.domain.roles import Right
from coordinator.ui.kit.boxes import (
    Columns,
    Head,
    card,
    column,
    fill,
    flow,
    holder,
    page,
    refill,
    ruled,
    wide,
)
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.line_charts import LineChartWidget
from coordinator.ui.kit.refocusing import focus_again, focused_name
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M, S
from coordinator.ui.kit.words import chosen
from coordinator.ui.screens.assessments.presenter import Shown
from coordinator.ui.shared.kept_back import kept_back
from coordinator.wording import dates
from coordinator.wording.assessments import assessment_words
from coordinator.wording.refusals.rules import guard_words
from coordinator.wording.scores import (
    band_words,
    came_and_was,
    came_to,
    edition_words,
    item_words,
    score_chart,
    score_title,
    score_words,
)
from coordinator.wording.translation import _

_BESIDE = 820  # from this width on the times stand beside the items


class AssessmentsView(QWidget):
    """What somebody was scored, tool by tool.

    Signals:
        score_asked: With a tool (ToolRow).
        end_asked: A score counts no more (Scored).
        person_asked: The person's own page.
        tools_asked: The tools themselves.
        paper_asked: All of it as a paper.
    """

    score_asked = Signal(object)
    end_asked = Signal(object)
    person_asked = Signal()
    tools_asked = Signal()
    paper_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Assessments"))
        self.sheets = Sheets(self)
        self._shown: Shown | None = None
        self._open: set[UUID] = set()
        self._title, self._count = heading("", "title"), label("", "quiet", wraps=True)
        self.person = button(_("Open the person"))
        self.person.clicked.connect(self.person_asked)
        self._tools = button(_("Assessment tools"))
        self._tools.clicked.connect(self.tools_asked)
        self._paper = button(_("As a paper"), icon="file-text", needs=Right.EXPORT)
        self._paper.clicked.connect(self.paper_asked)
        self._scoring, self._body = QVBoxLayout(), QVBoxLayout()
        self._body.setSpacing(px(L))
        self._empty = Empty()
        self._empty.asked.connect(self._score_first)
        head = column(self._title, self._count, gap=2)
        self.sheet = page(
            Head(holder(head), self._paper, self._tools, self.person),
            self._scoring,
            self._empty,
            self._body,
            None,
        )
        fill(self, self.sheet)

    def show_assessments(self, shown: Shown) -> None:
        """Show them; what was folded out stays so, and the keys stay where they are."""
        kept = focused_name(self)
        self._shown = shown
        one = shown.page
        self._title.setText(_("Assessments: {name}", name=chosen(one.name, one.reference)))
        self._count.setText("")
        self._tools.setVisible(one.is_on)
        self._paper.setVisible(not one.is_empty)
        self.person.show()
        tools = one.tools if one.may_score else ()
        beside = tools[1:] if one.is_empty else tools  # the first stands below the empty page
        offered = [self._score_button(row, is_first=row is tools[0]) for row in beside]
        refill(self._scoring, [flow(*offered)] if offered else [])
        self._empty.setVisible(one.is_empty)
        self._empty.say(*self._nothing(shown))
        refill(self._body, list(self._cards(shown)))
        focus_again(self, kept)

    def show_nobody(self) -> None:
        """Show that there is nobody to show."""
        self._shown = None
        self._title.setText(_("Assessments"))
        refill(self._scoring, [])
        refill(self._body, [])
        self._tools.hide()
        self._paper.hide()
        self.person.hide()
        self._empty.say(_("There is nobody here that you may see."))
        self._empty.show()

    def _nothing(self, shown: Shown) -> tuple[str, str]:
        one = shown.page
        if not one.is_on:
            return " ".join(guard_words("assessments-off")), ""
        if one.may_score and one.tools:
            act = score_title(one.tools[0])
            return _("Nobody has scored anything yet, here or elsewhere."), act
        return _("Nothing was scored, here or elsewhere."), ""

    def _score_first(self) -> None:
        if self._shown is not None and self._shown.page.tools:
            self.score_asked.emit(self._shown.page.tools[0])

    def _score_button(self, row: ToolRow, *, is_first: bool) -> QWidget:
        words = score_title(row)
        made = button(words, "primary") if is_first else button(words)
        made.clicked.connect(lambda: self.score_asked.emit(row))
        return made

    def _cards(self, shown: Shown) -> Iterator[QWidget]:
        for history in shown.page.histories:
            yield card(*self._parts(history, shown), gap=M)
        if shown.page.elsewhere:
            lines = [_elsewhere(one, shown) for one in shown.page.elsewhere]
            yield card(heading(_("Assessed elsewhere")), *lines)

    def _parts(self, history: ToolHistory, shown: Shown) -> Iterator[QWidget]:
        latest = history.latest
        yield heading(history.tool.tool.name)
        times = column(gap=S)
        if latest is None:
            yield label(_("No score stands."), "quiet", wraps=True)
        else:
            yield _standing(history, latest, shown)
            if (drawn := score_chart(history, shown.today)) is not None:
                chart = LineChartWidget()
                chart.show_chart(drawn)
                times.addWidget(chart)
        for one in history.scored:
            times.addWidget(self._time(one, shown))
        items = holder(column(*(_item(row, history) for row in history.items), None, gap=S))
        times.addStretch(1)
        yield Columns(_BESIDE, (items, 1), (holder(times), 1)) if latest else holder(times)
        if (latest or history.scored[0]).tool.tool.acknowledgement:
            words = (latest or history.scored[0]).tool.tool.acknowledgement
            yield label(words, "quiet", wraps=True)

    def _time(self, one: Scored, shown: Shown) -> QWidget:
        """Show one time in a line; folded out, each item with its reason."""
        day = dates.day(one.done_on, shown.today)
        parts = [day, came_to(one), band_words(one), one.scorer, one.agency]
        if one.tool.edition > 1 or not one.tool.is_current:
            parts.append(edition_words(one.tool))
        told = column(label(", ".join(filter(None, parts)), wraps=True), gap=2)
        if one.ended_on is not None:
            over = _("Counts no more since {day}", day=dates.day(one.ended_on, shown.today))
            words = f"{over}: {one.end_reason}"
            told.addWidget(label(words, "quiet", wraps=True))
        is_open = one.id in self._open
        turn = button(_("Hide the items") if is_open else _("Show the items"), "link",
                      name=_("The items of {day}", day=day))  # fmt: skip
        turn.clicked.connect(lambda: self._turn(one.id))
        links: list[QWidget] = [*kept_back(one.sensitivity), turn]
        if shown.page.may_score and one.ended_on is None:
            ends = button(_("It counts no more"), "link",
                          name=_("It counts no more: {day}", day=day))  # fmt: skip
            ends.clicked.connect(lambda: self.end_asked.emit(one))
            links.append(ends)
        told.addWidget(flow(*links))
        if is_open:
            for line in _items_of(one):
                told.addWidget(line)
        return ruled(wide(holder(told)))

    def _turn(self, scoring: UUID) -> None:
        self._open ^= {scoring}
        if self._shown is not None:
            self.show_assessments(self._shown)


def _standing(history: ToolHistory, latest: Scored, shown: Shown) -> QWidget:
    day = dates.day(latest.done_on, shown.today)
    about = ", ".join(filter(None, (band_words(latest), latest.scorer, latest.agency, day)))
    purpose = [label(latest.purpose, "quiet", wraps=True)] if latest.purpose else []
    marks = kept_back(latest.sensitivity)
    return holder(
        column(
            label(came_and_was(history), "strong", wraps=True),
            label(about, "quiet", wraps=True),
            *purpose,
            *([label(latest.note, wraps=True)] if latest.note else []),
            *([flow(*marks)] if marks else []),
            gap=2,
        )
    )


def _item(row: ItemRow, history: ToolHistory) -> QFrame:
    said = item_words(row, history.tool.tool.kind, history)
    words = column(label(_("{item}: {score}", item=row.item.words, score=said), wraps=True), gap=2)
    if row.now.reason:
        words.addWidget(label(row.now.reason, "quiet", wraps=True))
    return ruled(wide(holder(words)))


def _items_of(one: Scored) -> Iterator[QWidget]:
    kind = one.tool.tool.kind
    for item in one.tool.tool.items:
        score = one.score_of(item)
        if is_checklist(one.tool) and score.value is None and not score.is_kept:
            continue
        said = _("{item}: {score}", item=item.words, score=score_words(item, score, kind))
        words = ". ".join(filter(None, (said, score.reason)))
        yield label(words, "quiet", wraps=True)


def _elsewhere(one: AssessmentRow, shown: Shown) -> QFrame:
    told = column(label(assessment_words(one, shown.today), wraps=True), gap=2)
    if one.assessment.note:
        told.addWidget(label(one.assessment.note, "quiet", wraps=True))
    if one.ended_on is not None:
        day = dates.day(one.ended_on, shown.today)
        words = _("Counts no more since {day}", day=day)
        told.addWidget(label(f"{words}: {one.end_reason}", "quiet", wraps=True))
    if marks := kept_back(one.assessment.sensitivity):
        told.addWidget(flow(*marks))
    return ruled(wide(holder(told)))
