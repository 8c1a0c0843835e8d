"""Needs on a person's page: how many there are, which, how that went, and what was asked."""

from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from coordinator.domain.needs.enquiries import EnquiryRow
from coordinator.domain.needs.rules import PRESENT
from coordinator.domain.needs.views import NeedRow, NeedsDay
from coordinator.ui.kit.bars import BarsWidget
from coordinator.ui.kit.boxes import card, column, flow, holder
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import label
from coordinator.ui.screens.person.opened import OpenedPerson
from coordinator.ui.screens.person.parts import Line, Wished, entry, link, titled
from coordinator.ui.screens.person.steps import Step
from coordinator.ui.shared.kept_back import kept_back
from coordinator.wording import dates
from coordinator.wording.labels import label as words_for
from coordinator.wording.needs import (
    changes_words,
    complexity_words,
    enquiry_words,
    need_words,
    needs_chart,
    rest_words,
)
from coordinator.wording.translation import _


def needs_card(opened: OpenedPerson, wished: Wished) -> QWidget:
    """Show what stands, what changed since the time before, and every time on request."""
    needs = opened.page.needs
    may = Step.NEEDS in opened.steps
    note = [link(_("Note what was found"), wished, Step.NEEDS, of=_("Needs"))] if may else []
    if not needs.days:
        return Line(_("Nobody has asked about needs yet."), *note)
    present = [one for one in needs.standing if one.severity in PRESENT]
    rest = rest_words(needs)
    changed = []
    if len(needs.days) > 1:
        day = dates.day(needs.days[1].on, opened.today)
        told = _("Since {day}: {changes}.", day=day, changes=changes_words(needs.days[0].changes))
        changed = [label(told, wraps=True)]
    return card(
        titled(_("Needs"), *note),
        label(complexity_words(needs.complexity), "strong", wraps=True),
        *changed,
        *[_standing(one, opened) for one in present],
        *([label(rest, "quiet", wraps=True)] if rest else []),
        _Earlier(opened, wished, may=may),
    )


def enquiries_card(opened: OpenedPerson, wished: Wished) -> QWidget:
    """Show whether somebody offered to talk about the past, and what follows from it."""
    may = Step.ENQUIRY in opened.steps
    note = [link(_("Note it"), wished, Step.ENQUIRY, of=_("Asked about the past"))] if may else []
    rows = opened.page.enquiries
    if not rows:
        return Line(_("Nothing is noted of asking about the past."), *note)
    lines = [_enquiry(one, opened, wished, may=may) for one in rows]
    return card(titled(_("Asked about the past"), *note), *lines)


class _Earlier(QWidget):
    """Every time somebody asked, with the chart over time; shown when somebody wants it."""

    def __init__(self, opened: OpenedPerson, wished: Wished, *, may: bool) -> None:
        super().__init__()
        days = opened.page.needs.days
        parts: list[QWidget] = []
        if len(days) > 1:
            chart = BarsWidget()
            chart.show_chart(needs_chart(days))
            parts.append(chart)
        for day in days:
            parts += _day(day, opened, wished, may=may)
        self._shown = holder(column(*parts))
        self._shown.hide()
        self._turn: QPushButton = button(_("Show every time"), "link", name=self._name())
        self._turn.clicked.connect(self._show_or_hide)
        box = column(flow(self._turn), self._shown)
        box.setContentsMargins(0, 0, 0, 0)
        self.setLayout(box)

    def _name(self) -> str:
        return _("Show every time: needs")

    def _show_or_hide(self) -> None:
        shows = self._shown.isHidden()
        self._shown.setVisible(shows)
        self._turn.setText(_("Hide the times before") if shows else _("Show every time"))
        name = _("Hide the times before: needs") if shows else self._name()
        self._turn.setAccessibleName(name)


def _day(day: NeedsDay, opened: OpenedPerson, wished: Wished, *, may: bool) -> list[QWidget]:
    when = dates.day(day.on, opened.today)
    told = (complexity_words(day.complexity), changes_words(day.changes) if day.changes else "")
    lines: list[QWidget] = [entry(when, told)]
    for one in day.found:
        off = link(_("Noted in error"), wished, Step.DROP_NEED, one, of=f"{_named(one)}, {when}")
        marks = kept_back(one.sensitivity)
        lines.append(Line(_named(one), *marks, *((off,) if may else ())))
    return lines


def _named(one: NeedRow) -> str:
    return f"{words_for(one.area)}: {words_for(one.severity)}"


def _standing(one: NeedRow, opened: OpenedPerson) -> QFrame:
    about = (need_words(one, opened.today), one.note)
    return entry(words_for(one.area), about, marks=kept_back(one.sensitivity))


def _enquiry(one: EnquiryRow, opened: OpenedPerson, wished: Wished, *, may: bool) -> QFrame:
    about = [enquiry_words(one, opened.today)]
    if one.ended_on is not None:
        day = dates.day(one.ended_on, opened.today)
        about += [_("Counts no more since {day}", day=day), one.end_reason]
    name = words_for(one.said.enquiry) if one.said.enquiry is not None else ""
    links = (
        (
            link(_("Change"), wished, Step.CHANGE_ENQUIRY, one, of=name),
            link(_("It counts no more"), wished, Step.END_ENQUIRY, one, of=name),
        )
        if may and one.ended_on is None
        else ()
    )
    return entry(name, about, *links, marks=kept_back(one.said.sensitivity))
