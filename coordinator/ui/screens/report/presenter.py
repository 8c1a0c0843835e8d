"""What the page does: reads a period, leads to the lists behind it, takes words for it. No Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol
from uuid import UUID, uuid5

from coordinator.casework.desk import Desk
from coordinator.casework.panel.in_use import find_features_in_use
from coordinator.casework.reports.notes import say_beside_figures
from coordinator.casework.reports.quarter import read_quarter
from coordinator.domain.accountability import Period
from coordinator.domain.lists.reports import ReportPart
from coordinator.domain.outcomes import Done, RecordKind
from coordinator.domain.reports.quarter import QuarterReport
from coordinator.domain.roles import Right, may
from coordinator.ui.kit.asks import Ask, Kind, Question
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.places.every import AccountabilityPlace, PapersPlace, Place
from coordinator.ui.places.report import ReportPlace
from coordinator.ui.screens.report.ways import Way, ways_from
from coordinator.ui.shared.asking import Asking, Values
from coordinator.ui.shared.looking_back import LookingBack, SeenView
from coordinator.ui.shared.names_meant import NOBODY, nobody_meant
from coordinator.ui.shared.naming import NameHint
from coordinator.ui.shared.spans import Span
from coordinator.wording.labels import label
from coordinator.wording.translation import _

_TYPED = UUID("8f8f3c52-6f0e-5b0c-9a59-5d3b1c7d2a10")


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as it was read.

    Attributes:
        may_print: Whether the sitter may make papers.
        may_say: Whether they may say something beside the figures.
        ways: Where else it is told, as far as the panel works with it.
    """

    report: QuarterReport
    may_print: bool
    may_say: bool
    ways: tuple[Way, ...] = ()


class View(SeenView, Protocol):
    """What the presenter asks of the widgets."""

    def show_report(self, shown: Shown, span: Span) -> None:
        """Show a period."""

    def warn(self, sentences: Mapping[str, str]) -> None:
        """Say in the open form what tells of somebody."""


class ReportPresenter(LookingBack):
    """Shows the figures of days, with the words beside them."""

    SHOWN = (
        RecordKind.REPORT_NOTE,
        RecordKind.CASE,
        RecordKind.REFERRAL,
        RecordKind.ACTION,
        RecordKind.MEETING,
        RecordKind.ATTENDANCE,
        RecordKind.BARRIER,
        RecordKind.GAP,
        RecordKind.ESCALATION,
        RecordKind.AGENCY,
        RecordKind.SEAT,
        RecordKind.EXCLUSION,
    )

    def __init__(
        self,
        jobs: Jobs,
        view: View,
        asking: Asking,
        ways: tuple[Callable[[Place], None], Callable[[Place], None]],
        place: ReportPlace,
    ) -> None:
        """Begin with a place.

        Args:
            jobs: For the reads.
            view: The widgets.
            asking: For the forms.
            ways: Opens another place; is told when this place itself changed.
            place: Which period.
        """
        go, moved = ways
        super().__init__(view, asking, lambda period: moved(ReportPlace(period)), place.period)
        self._jobs, self._view, self._go = jobs, view, go
        self._shown: Shown | None = None
        self.typed = NameHint(jobs, view.warn, ("text",)).typed

    def read(self) -> None:
        """Read the period."""
        self._jobs.query(partial(_read, period=self._period), self._show, replaces="report")

    def days(self) -> tuple[Period, date] | None:
        """Give the days that are shown, and on which day they were read."""
        report = self._shown.report if self._shown else None
        return (report.period, report.made_on) if report else None

    def show_again(self) -> None:
        """Show what was read once more."""
        if self._shown is not None:
            self._view.show_report(self._shown, self.span)

    def open(self, place: Place) -> None:
        """Go to the list behind a figure."""
        self._go(place)

    def open_agencies(self) -> None:
        """Go to what each agency brought in the same days."""
        if self._shown is not None:
            self._go(AccountabilityPlace(self._shown.report.period))

    def make_paper(self) -> None:
        """Go to the paper of the same days; its spreadsheet is saved beside it."""
        if self._shown is not None:
            self._go(PapersPlace(kind="report", period=self._shown.report.period))

    def make_learning_paper(self) -> None:
        """Go to the report on learning and gaps of the same days."""
        if self._shown is not None:
            self._go(PapersPlace(kind="learning", period=self._shown.report.period))

    def say(self, part: ReportPart) -> None:
        """Ask for the words beside the figures of a part."""
        if self._shown is None:
            return
        report = self._shown.report
        note = report.notes.get(part)
        question = _words(part, report.said(part))

        def act(values: Values, seen: int) -> Callable[[Desk], Done[int]]:
            return partial(
                say_beside_figures,
                period=report.period,
                part=part,
                text=values["text"],
                seen=seen,
                nobody_is_meant=bool(values[NOBODY]),
            )

        about, seen = (note.id, note.revision) if note else (_begun(report.period, part), 0)
        self._asking.put(question, act, about=about, seen=seen)

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        self.show_again()


def _begun(period: Period, part: ReportPart) -> UUID:
    """Give what is typed a place to be kept under until there is a record of it."""
    return uuid5(_TYPED, f"{period.from_on} {period.until_on} {part}")


def _words(part: ReportPart, text: str) -> Question:
    return Question(
        _("{part}: words beside the figures", part=label(part)),
        (
            Ask("text", _("What the counts alone do not say"), Kind.TEXT, text,
                hint=_("It is printed in the report of these days. No names.")),
            nobody_meant(),
        ),
        _("Save"),
    )  # fmt: skip


def _read(desk: Desk, period: Period | None) -> Shown:
    role = desk.sitter.role
    return Shown(
        read_quarter(desk, period),
        may_print=may(role, Right.EXPORT_PANEL),
        may_say=may(role, Right.DECIDE),
        ways=tuple(ways_from(find_features_in_use(desk))),
    )
