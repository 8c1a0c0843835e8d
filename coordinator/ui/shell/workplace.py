"""The window while a store is open: rail, top bar, notices, and the screen of the place."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from coordinator.domain.errors import StoreError
from coordinator.domain.exchange.rules_of_kinds import of_no_use_away
from coordinator.domain.outcomes import Changes
from coordinator.domain.roles import Right
from coordinator.ui.device import Device
from coordinator.ui.kit.boxes import row
from coordinator.ui.kit.buttons import withhold
from coordinator.ui.kit.notices import NoticeLine, ProgressLine, Toast
from coordinator.ui.kit.screen import Screen, carried_by, carry_into
from coordinator.ui.lanes.background import Background
from coordinator.ui.lanes.under_way import Watched
from coordinator.ui.places.away import AwayPlace, ContactsPlace
from coordinator.ui.places.demand import DemandPlace
from coordinator.ui.places.every import (
    AccountabilityPlace,
    ActionsPlace,
    DisagreementsPlace,
    DisclosuresPlace,
    ImportPlace,
    LiveMeetingPlace,
    MeetingPlace,
    OutreachPlace,
    PacksPlace,
    PapersPlace,
    PersonPlace,
    Place,
    PlanPlace,
    ReferralPlace,
    RequestsPlace,
    RetentionPlace,
    ReturnsPlace,
    SettingsPlace,
)
from coordinator.ui.places.money import MoneyPlace
from coordinator.ui.places.report import QualityPlace, ReportPlace
from coordinator.ui.places.wandering import History
from coordinator.ui.shell.commands import Commands
from coordinator.ui.shell.offered import is_private
from coordinator.ui.shell.rail import Rail
from coordinator.ui.shell.top import TopBar
from coordinator.ui.sitting import Sitting
from coordinator.wording.refusals.notices import Notice, notice_for
from coordinator.wording.translation import _

Build = Callable[[Place, "Workplace"], Screen]
_ONE_AT_A_TIME = (
    PersonPlace,
    PlanPlace,
    ReferralPlace,
    MeetingPlace,
    LiveMeetingPlace,
    PapersPlace,
    PacksPlace,
    RequestsPlace,
    ReturnsPlace,
    ImportPlace,
    DisagreementsPlace,
    DisclosuresPlace,
    RetentionPlace,
    SettingsPlace,
    ActionsPlace,
    OutreachPlace,
    AccountabilityPlace,
    DemandPlace,
    ReportPlace,
    QualityPlace,
    MoneyPlace,
    AwayPlace,
    ContactsPlace,
)
"""Pages about one person, meeting or file each, parts of one page: one of a kind is kept."""


class Workplace(QWidget):
    """Opens places, keeps their screens, tells them what was written.

    Screens are built when they are first visited and kept while they are at hand; a page about
    one person or one meeting goes when another is opened, so that few rows stay in memory.

    Signals:
        arrived: A place is shown (Place).
    """

    arrived = Signal(object)

    def __init__(
        self,
        sitting: Sitting,
        jobs: Background,
        history: History,
        commands: Commands,
        build: Build,
        device: Device,
    ) -> None:
        super().__init__()
        self._jobs, self._history, self._commands, self._build = jobs, history, commands, build
        self.sitting, self.device, self.deeds = sitting, device, commands.deeds
        self._kept: dict[Place, Screen] = {}
        self._watched: Watched | None = None
        self._notice, self._progress = NoticeLine(), ProgressLine()
        self._stack = QStackedWidget()
        self._rail = Rail(sitting.panel, commands.places, commands.foot, commands.below)
        who = ", ".join(filter(None, (sitting.person, sitting.role.lower())))
        self._top = TopBar(
            commands.find, commands.back, commands.forward, who, is_demo=sitting.is_demo
        )
        self._lay_out()
        self._connect()
        self.show_place(history.here)

    @property
    def screen_shown(self) -> Screen | None:
        """The screen that is open."""
        return self._kept.get(self._history.here)

    @property
    def jobs(self) -> Background:
        """The lanes, for the screens that are built."""
        return self._jobs

    def go(self, place: Place) -> None:
        """Go to a place; the one before can be gone back to."""
        if self._is_kept_from(place, self.screen_shown):
            return
        self._history.go(place)
        self.show_place(place)

    def go_anew(self, place: Place) -> None:
        """Go to a place and read it anew, even when it was open: its file may be another now."""
        self._drop(place)
        self.go(place)

    def moved(self, place: Place) -> None:
        """Note that the place that is open changed, such as by a filter."""
        screen = self._kept.pop(self._history.here, None)
        self._history.change_here(place)
        if screen is not None:
            self._kept[place] = screen

    def stays_at(self, place: Place) -> None:
        """Note where in its screen somebody is, so that they come back there after a crash."""
        self.moved(place)
        self.arrived.emit(place)

    def back(self) -> None:
        """Go back one place."""
        shown = self.screen_shown
        if self._is_kept_from(self._history.back(), shown):
            self._history.forward()
            return
        self.show_place(self._history.here)

    def forward(self) -> None:
        """Go forward one place."""
        shown = self.screen_shown
        if self._is_kept_from(self._history.forward(), shown):
            self._history.back()
            return
        self.show_place(self._history.here)

    def refresh(self) -> None:
        """Build the place that is open anew."""
        carried = carried_by(self.screen_shown)
        self._drop(self._history.here)
        self.show_place(self._history.here)
        carry_into(self.screen_shown, carried)

    def try_again(self) -> None:
        """Do again what the page could not do; one that has nothing unsaved is read anew."""
        shown = self.screen_shown
        if shown is None or shown.try_again is None or not shown.try_again():
            self.refresh()

    def tell(self, notice: Notice) -> None:
        """Show a notice until it is dismissed."""
        self._notice.say(" ".join((notice.what, *notice.details)), notice.next)

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say what was done, with a way back."""
        Toast(self, text, undo)

    def show_place(self, place: Place) -> None:
        """Show the screen of a place and put the focus where work begins."""
        self._drop_others(place)
        if place not in self._kept:
            screen = self._build(place, self)
            role = self.sitting.writing.sitter.role
            without = of_no_use_away(role) if self.sitting.is_away else frozenset[Right]()
            withhold(screen.widget, role, without)
            self._kept[place] = screen
            self._stack.addWidget(screen.widget)
        shown = self._kept[place]
        self._stack.setCurrentWidget(shown.widget)
        self._rail.setHidden(shown.takes_all)
        self._top.setHidden(shown.takes_all)
        self._rail.mark(self._commands.action_of(place))
        self._commands.back.setEnabled(self._history.can_go_back)
        self._commands.forward.setEnabled(self._history.can_go_forward)
        if shown.first is not None:
            shown.first.setFocus()
        self.arrived.emit(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rail.fit(event.size().width())

    def let_go(self) -> None:
        """Drop every screen and what it had read; the store is about to be closed."""
        for place in tuple(self._kept):
            self._drop(place)

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._top, self._progress, self._notice):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        whole = row(self._rail, right, gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self._jobs.failed.connect(self._tell_failure)
        self._jobs.changed.connect(self._spread)
        self._jobs.saved.connect(self._tell_saved)
        self._jobs.began.connect(self._begin)
        self._jobs.stepped.connect(self._progress.step)
        self._jobs.ended.connect(self._progress.end)
        self._progress.cancelled.connect(self._stop)

    def _tell_failure(self, error: Exception) -> None:
        self._commands.note(error)
        notice = notice_for(error)
        if isinstance(error, StoreError):
            self._commands.store_trouble(notice)
        else:
            self.tell(notice)

    def _spread(self, changes: Changes) -> None:
        for screen in tuple(self._kept.values()):
            screen.look_again(changes)

    def _tell_saved(self) -> None:
        from coordinator.wording.dates import clock

        now = clock(self.sitting.reading.now())
        self._top.show_state(_("Saved on this computer {time}", time=now))

    def _begin(self, what: str, watched: Watched) -> None:
        self._watched = watched
        self._progress.begin(what)

    def _stop(self) -> None:
        if self._watched is not None:
            self._watched.stop()

    def _is_kept_from(self, place: Place, shown: Screen | None) -> bool:
        """Tell, and say, whether a place is not opened because others look on."""
        if not is_private(place) or shown is None or shown.is_shared is None:
            return False
        if shown.is_shared():
            self.tell(
                Notice(
                    _("These figures are not for a shared screen."),
                    _("Close the room display and show names, then open them."),
                )
            )
            return True
        return False

    def _drop_others(self, place: Place) -> None:
        if not isinstance(place, _ONE_AT_A_TIME):
            return
        others = [one for one in self._kept if type(one) is type(place) and one != place]
        for other in others:
            self._drop(other)

    def _drop(self, place: Place) -> None:
        screen = self._kept.pop(place, None)
        if screen is not None:
            self._stack.removeWidget(screen.widget)
            screen.widget.deleteLater()
