"""What this part of a person's page does. No Qt."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from coordinator.casework.cases.protocols import plan_protocol
from coordinator.casework.desk import Desk
from coordinator.casework.person.keeping import read_keeping
from coordinator.domain.cases.protocols import PlannedStep, ProtocolRow, StepRow
from coordinator.domain.errors import MissingRecordError, RuleError
from coordinator.domain.housing import MOVES, ApplicationRow, ConstraintRow
from coordinator.domain.outcomes import Changes
from coordinator.domain.person.keeping import Keeping
from coordinator.domain.states import HousingStep
from coordinator.domain.tonight import HoldingRow, MoveRow
from coordinator.ui.kit.asks import Question
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.screens.person.keeping import acts, questions
from coordinator.ui.screens.person.keeping.steps import Keep, Kept, allowed
from coordinator.ui.shared import keeping_forms as forms
from coordinator.ui.shared.asking import Act, Asking
from coordinator.ui.shared.keeping_forms import Named, read_named
from coordinator.ui.shared.who_may_see import with_who_may_see

_PLAIN = (HousingStep.OFFERED, HousingStep.ACCEPTED, HousingStep.REFUSED, HousingStep.WITHDRAWN)
Put = tuple[Question, Act]


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_kept(self, kept: Kept) -> None:
        """Show it."""

    def show_nothing(self) -> None:
        """Show nothing: there is nobody to show."""


class KeepingPresenter:
    """Reads who holds somebody, and does what is wished."""

    def __init__(self, jobs: Jobs, view: View, asking: Asking, person: UUID) -> None:
        self._jobs, self._view, self._asking, self._person = jobs, view, asking, person
        self._kept: Kept | None = None

    def load(self) -> None:
        """Read it."""
        read = partial(_read, person=self._person)
        self._jobs.query(read, self._show, replaces="keeping", refused=self._refused)

    def look_again(self, changes: Changes) -> None:
        """Read again whatever was written: nearly everything is about somebody."""
        if changes.kinds:
            self.load()

    def do(self, keep: Keep, about: object = None) -> None:
        """Ask for what an act needs, then do it.

        Args:
            keep: What.
            about: The line it is about, as it is shown.
        """
        if self._kept is None or keep not in self._kept.may:
            return
        if keep is Keep.START:
            then: Callable[[Any], None] = self._ask_start
            self._jobs.query(plan_protocol, then, replaces="keeping steps")
            return
        self._jobs.query(read_named, partial(self._ask, keep, about), replaces="keeping named")

    def _ask_start(self, steps: tuple[PlannedStep, ...]) -> None:
        if self._kept is not None and (case := self._kept.about.case) is not None:
            question = questions.start(steps, self._kept.about.today)
            self._asking.put(question, partial(acts.starting, case.id), about=case.id)

    def _ask(self, keep: Keep, about: object, named: Named) -> None:
        if self._kept is None:
            return
        kept = self._kept.about
        put = _about_row(keep, about, named) or _new(keep, kept, named)
        if put is not None:
            line = kept.case if keep is Keep.HOME else about
            record, seen = getattr(line, "id", self._person), getattr(line, "revision", 0)
            self._asking.put(*put, about=record, seen=seen)

    def _show(self, kept: Kept) -> None:
        self._kept = kept
        self._view.show_kept(kept)

    def _refused(self, error: Exception) -> bool:
        if not isinstance(error, RuleError | MissingRecordError):
            return False
        self._kept = None
        self._view.show_nothing()  # the page itself says why
        return True


def _new(keep: Keep, kept: Keeping, named: Named) -> Put | None:
    person, case = kept.person, kept.case
    match keep:
        case Keep.HOLD:
            return forms.who_holds(named), partial(forms.holding, person)
        case Keep.MOVE:
            return forms.coming_move(named), partial(forms.adding_move, person)
        case Keep.APPLY:
            question = with_who_may_see(questions.apply(named), may_restrict=named.may_restrict)
            return question, partial(acts.applying, person)
        case Keep.CONSTRAINT:
            return questions.constraint(), partial(acts.noting, person)
        case Keep.HOME if case is not None:
            question = questions.home(case)
            return question, partial(acts.changing_home, case.id, question)
        case _:
            return None


def _about_row(keep: Keep, about: object, named: Named) -> Put | None:
    match about:
        case HoldingRow():
            return forms.until_when(about), partial(forms.ending, about)
        case MoveRow():
            return _about_move(keep, about, named)
        case StepRow():
            return _about_step(keep, about, named)
        case ProtocolRow():
            return questions.end(about), partial(acts.ending, about.id)
        case _:
            return _about_housing(keep, about, named.today)


def _about_housing(keep: Keep, about: object, today: date) -> Put | None:
    if isinstance(about, ConstraintRow):
        return questions.end_constraint(about), partial(acts.dropping, about.id)
    return _about_application(keep, about, today) if isinstance(about, ApplicationRow) else None


def _about_move(keep: Keep, one: MoveRow, named: Named) -> Put:
    if keep is Keep.HAPPENED:
        return forms.move_happened(one, named.today), partial(forms.telling_move, one)
    question = forms.change_move(one, named)
    return question, partial(forms.changing_move, one, question)


def _about_step(keep: Keep, one: StepRow, named: Named) -> Put:
    if keep is Keep.TAKE:
        return questions.take(one, named.today), partial(acts.taking, one.id)
    return questions.arrange(one, named), partial(acts.arranging, one.id)


def _about_application(keep: Keep, one: ApplicationRow, today: date) -> Put:
    match keep:
        case Keep.APPEAL:
            return questions.appeal(one, today), partial(acts.appealing, one.id)
        case Keep.APPEAL_RESULT:
            return questions.appeal_result(one, today), partial(acts.settling, one.id)
        case Keep.BARRIER:
            return questions.barrier(one), partial(acts.naming_barrier, one.id)
        case _:
            steps = [step for step in _PLAIN if step in MOVES[one.status]]
            return questions.answer(one, steps, today), partial(acts.answering, one.id)


def _read(desk: Desk, person: UUID) -> Kept:
    about = read_keeping(desk, person)
    has_case = about.case is not None
    return Kept(about, allowed(desk.sitter.role, lives=about.lives, has_case=has_case))
