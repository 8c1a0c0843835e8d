"""What is done about the lines of a sheet, and a contact with anybody; no Qt."""

from collections.abc import Callable
from functools import partial

from coordinator.casework.cases.caseload import read_caseload
from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.outreach.sheets import reorder_sheet, take_off_sheet
from coordinator.domain.cases.caseload import CaseloadRow
from coordinator.domain.outreach import Sheet
from coordinator.domain.roles import Right, may
from coordinator.ui.kit.words import listed
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.screens.outreach import questions
from coordinator.ui.screens.outreach.entered import Entry
from coordinator.ui.screens.outreach.questions import Offered
from coordinator.ui.shared.asking import ANEW, Asking
from coordinator.wording.translation import _

_MANY = 2_000  # people to choose from; more than any caseload
Look = Callable[[], tuple[Sheet | None, tuple[Entry, ...]]]


class Deeds:
    """Puts the forms of the page and does what needs none."""

    def __init__(
        self, jobs: Jobs, asking: Asking, look: Look, told: Callable[[str], None]
    ) -> None:
        self._jobs, self._asking, self._look, self._told = jobs, asking, look, told

    def ask_contact(self) -> None:
        """Ask for a try at contact with anybody."""
        self._jobs.query(
            _offered,
            lambda offered: self._asking.put(
                questions.contact(offered), questions.logging, about=ANEW, then=self._tell_contact
            ),
        )

    def ask_put_on(self) -> None:
        """Ask who else is to be found."""
        sheet, _entries = self._look()
        if sheet is not None:
            self._jobs.query(
                _offered,
                lambda offered: self._asking.put(
                    questions.put_on(offered),
                    partial(questions.putting_on, sheet.id),
                    about=sheet.id,
                ),
            )

    def ask_worker(self, entry: Entry) -> None:
        """Ask who looks for somebody."""
        free = [one.line for one in self._look()[1] if not one.line.worker_id]
        others = tuple(
            line.id for line in free if line.id != entry.line.id and line.contact is None
        )
        self._jobs.query(
            _offered,
            lambda offered: self._asking.put(
                questions.by_whom(entry.line, offered, len(others)),
                partial(questions.assigning, entry.line, others),
                about=entry.line.id,
            ),
        )

    def ask_where(self, entry: Entry) -> None:
        """Ask where somebody is looked for, and why."""
        question = questions.where(entry.line)
        act = partial(questions.placing, entry.line, question)
        self._asking.put(question, act, about=entry.line.id, seen=entry.line.revision)

    def take_off(self, entry: Entry) -> None:
        """Take somebody off the sheet."""
        self._jobs.command(partial(take_off_sheet, outreach_line_id=entry.line.id))

    def move(self, entry: Entry, step: int) -> None:
        """Look for somebody earlier or later."""
        sheet, entries = self._look()
        if sheet is None:
            return
        order = [one.line.id for one in entries]
        at = order.index(entry.line.id)
        to = min(max(at + step, 0), len(order) - 1)
        order.insert(to, order.pop(at))
        self._jobs.command(partial(reorder_sheet, sheet_id=sheet.id, lines=order))

    def _tell_contact(self, _contact: object) -> None:
        self._told(_("The contact is kept."))


def _to_choose(row: CaseloadRow) -> str:
    name = listed(row.name, row.reference, initials_only=row.initials_only)
    return f"{name}, {row.reference}"


def _offered(desk: Desk) -> Offered:
    rows = read_caseload(desk, limit=_MANY).rows
    people = tuple((row.person, _to_choose(row)) for row in rows)
    return Offered(
        people,
        read_directory(desk),
        desk.sitter.professional,
        desk.now().astimezone(LONDON),
        may(desk.sitter.role, Right.SEE_RESTRICTED),
    )
