"""What the page of who holds tonight does: the caseload until the next panel. No Qt."""

from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import partial
from typing import Protocol
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.tonight.reading import read_tonight
from coordinator.domain.outcomes import Changes, RecordKind
from coordinator.domain.roles import Right, Role, may
from coordinator.domain.tonight import Strip, Tonight
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.places.every import PapersPlace, PersonPlace, Place
from coordinator.ui.shared import keeping_forms as forms
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.keeping_forms import Named, read_named

_SHOWN = (
    RecordKind.ACTION,
    RecordKind.CASE,
    RecordKind.COMING_MOVE,
    RecordKind.CONTACT,
    RecordKind.HOLDING,
    RecordKind.LEAD_ROLE,
    RecordKind.MEETING,
    RecordKind.OFFER,
    RecordKind.OUTREACH_LINE,
    RecordKind.PERSON,
    RecordKind.PROFESSIONAL,
)


class Wish(Enum):
    """What can be done about one person of the list."""

    HOLD = "hold"
    MOVE = "move"


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_tonight(
        self, found: Tonight, today: date, *, may_edit: bool, may_print: bool
    ) -> None:
        """Show everybody."""


class TonightPresenter:
    """The caseload, those with most to see to first."""

    def __init__(
        self, jobs: Jobs, view: View, asking: Asking, go: Callable[[Place], None]
    ) -> None:
        self._jobs, self._view, self._asking, self._go = jobs, view, asking, go

    def load(self) -> None:
        """Read it."""
        self._jobs.query(_read, self._show, replaces="tonight")

    def look_again(self, changes: Changes) -> None:
        """Read it again when something shown was written."""
        if changes.touch(*_SHOWN):
            self.load()

    def open(self, strip: Strip) -> None:
        """Open somebody."""
        self._go(PersonPlace(strip.person_id))

    def open_paper(self) -> None:
        """Show it as a paper."""
        self._go(PapersPlace(kind="tonight"))

    def do(self, wish: Wish, strip: Strip) -> None:
        """Ask who holds somebody, or what is ahead of them, and keep it."""
        ask = partial(self._ask, wish, strip.person_id)
        self._jobs.query(read_named, ask, replaces="tonight named")

    def _ask(self, wish: Wish, person: UUID, named: Named) -> None:
        if wish is Wish.HOLD:
            act = partial(forms.holding, person)
            self._asking.put(forms.who_holds(named), act, about=person)
        else:
            act = partial(forms.adding_move, person)
            self._asking.put(forms.coming_move(named), act, about=person)

    def _show(self, read: tuple[Tonight, date, Role]) -> None:
        found, today, role = read
        self._view.show_tonight(
            found,
            today,
            may_edit=may(role, Right.LOG_CONTACTS),
            may_print=may(role, Right.EXPORT_PANEL),
        )


def _read(desk: Desk) -> tuple[Tonight, date, Role]:
    return read_tonight(desk), desk.today(), desk.sitter.role
