"""What the page of My plan does. No Qt: every part is written in a form of its own."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.voice.own_plan_reads import read_own_plan
from coordinator.casework.voice.own_plans import (
    begin_own_plan,
    give_own_plan,
    note_own_view,
    sign_off_own_plan,
    take_from_plan,
    write_own_plan,
)
from coordinator.domain.errors import RuleError
from coordinator.domain.outcomes import Changes, Done, RecordKind
from coordinator.domain.roles import Right, may
from coordinator.domain.voice.easy_read import hints_for
from coordinator.domain.voice.own_plans import Giving, OwnPlanView, Part, deed_of
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.places.every import PapersPlace, PersonPlace, Place
from coordinator.ui.screens.own_plan import questions
from coordinator.ui.screens.own_plan.wishes import Line, OpenOwnPlan, Wish, steps_of
from coordinator.ui.shared.asking import Asking
from coordinator.wording.easy_words import HARD_WORDS
from coordinator.wording.refusals.notices import notice_for

_SHOWN = (
    RecordKind.OWN_PLAN,
    RecordKind.PLAN,
    RecordKind.PLAN_VERSION,
    RecordKind.GOAL,
    RecordKind.ACTION,
    RecordKind.STRENGTH,
    RecordKind.LEAD_ROLE,
    RecordKind.CASE,
    RecordKind.PERSON,
    RecordKind.RELATIONSHIP,
)
_NOT_CHECKED = frozenset({Part.CALLED})

Values = Mapping[str, Any]
Act = Callable[[Desk], Done[Any]]


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_plan(self, opened: OpenOwnPlan, steps: tuple[Wish, ...]) -> None:
        """Show it as it stands, or that there is none."""


class OwnPlanPresenter:
    """One person's plan in easy words."""

    def __init__(
        self,
        jobs: Jobs,
        view: View,
        asking: Asking,
        notify: Notify,
        go: Callable[[Place], None],
        person: UUID,
    ) -> None:
        self._jobs, self._view, self._asking = jobs, view, asking
        self._notify, self._go, self._person = notify, go, person
        self._opened: OpenOwnPlan | None = None

    def load(self) -> None:
        """Read it."""
        read = partial(_read, person=self._person)
        self._jobs.query(read, self._show, replaces=f"own plan {self._person}")

    def look_again(self, changes: Changes) -> None:
        """Read it again when something it rests on was written."""
        if changes.touch(*_SHOWN):
            self.load()

    def do(self, wish: Wish, about: object = None) -> None:
        """Do what somebody wants.

        Args:
            wish: What.
            about: The part it is about, where it is about one.
        """
        opened = self._opened
        if wish is Wish.PERSON:
            self._go(PersonPlace(self._person))
        elif opened is None:
            return
        elif wish is Wish.PAPER:
            self._go(PapersPlace(kind="my-plan", person=opened.plan.reference))
        elif wish is Wish.BEGIN:
            self._command(partial(begin_own_plan, person_id=self._person))
        elif opened.plan.id is not None:
            self._do_with(wish, opened, opened.plan.id, about)

    def _do_with(self, wish: Wish, opened: OpenOwnPlan, key: UUID, about: object) -> None:
        plan = opened.plan
        match wish, about:
            case Wish.WRITE, Part():
                question, act = questions.writing(plan, about), partial(_writing, key, about)
                self._asking.put(question, act, about=key, seen=plan.revision)
            case Wish.TAKE, Part():
                seen = plan.revision
                self._command(partial(take_from_plan, own_plan_id=key, seen=seen, part=about))
            case Wish.SIGN, _:
                act = partial(_signing, key)
                self._asking.put(questions.signing(opened), act, about=key, seen=plan.revision)
            case Wish.GIVE, _:
                act = partial(_giving, key)
                self._asking.put(questions.giving(opened), act, about=key, seen=plan.revision)
            case Wish.VIEW, _:
                act = partial(_viewing, key)
                self._asking.put(questions.viewing(plan), act, about=key, seen=plan.revision)
            case _:
                pass

    def _show(self, opened: OpenOwnPlan) -> None:
        self._opened = opened
        self._view.show_plan(opened, steps_of(opened))

    def _command(self, act: Act) -> None:
        self._asking.command(act, refused=self._refused)

    def _refused(self, error: Exception) -> bool:
        if not isinstance(error, RuleError):
            return False
        self._notify(notice_for(error))
        self.load()
        return True


def _read(desk: Desk, person: UUID) -> OpenOwnPlan:
    plan = read_own_plan(desk, person)
    role = desk.sitter.role
    return OpenOwnPlan(
        plan=plan,
        lines={part: _lines(plan, part) for part in Part},
        today=desk.today(),
        may_edit=may(role, Right.EDIT_PLAN),
        may_give=may(role, Right.EXPORT),
    )


def _lines(plan: OwnPlanView, part: Part) -> tuple[Line, ...]:
    named = {one.line: one.words for one in plan.namings if one.part is part}
    return tuple(
        Line(words, _hints(part, words), named.get(words, ""))
        for words in plan.words.get(part, ())
    )


def _hints(part: Part, words: str) -> tuple[Any, ...]:
    if part in _NOT_CHECKED:
        return ()
    return hints_for(deed_of(words).what if part is Part.DEEDS else words, HARD_WORDS)


def _writing(key: UUID, part: Part, values: Values, seen: int) -> Act:
    lines = str(values[part.value] or "").splitlines()
    return partial(write_own_plan, own_plan_id=key, seen=seen, part=part, lines=lines)


def _signing(key: UUID, values: Values, seen: int) -> Act:
    agreed = bool(values.get("names_agreed"))
    return partial(sign_off_own_plan, own_plan_id=key, seen=seen, names_agreed=agreed)


def _giving(key: UUID, values: Values, seen: int) -> Act:
    giving = Giving(values["on"], values["variant"], values["channel"])
    return partial(give_own_plan, own_plan_id=key, seen=seen, giving=giving)


def _viewing(key: UUID, values: Values, seen: int) -> Act:
    said = str(values["said"] or "")
    return partial(note_own_view, own_plan_id=key, seen=seen, view=values["view"], said=said)
