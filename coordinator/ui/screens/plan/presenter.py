"""What the page of a plan does. No Qt: texts save themselves, the rest is asked in forms."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from coordinator.casework.away.rights import begins_here
from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.meetings.offers import edit_offer, record_offer, set_offer_status
from coordinator.casework.meetings.reading import read_meetings
from coordinator.casework.panel.settings import read_features
from coordinator.casework.person.pages import read_person
from coordinator.casework.plans.goals import add_goal, edit_goal, reorder_goals, set_goal_status
from coordinator.casework.plans.reading import read_plan, read_version, read_versions
from coordinator.casework.plans.writing import (
    agree_plan,
    begin_plan,
    edit_plan,
    end_plan,
    propose_plan,
    record_with_person,
    take_back_proposal,
)
from coordinator.casework.records.drafts import read_drafts
from coordinator.domain.directory.rules import DirectoryPage
from coordinator.domain.errors import BasisLackingError, GuardError, MissingRecordError, RuleError
from coordinator.domain.meetings.views import MeetingRow
from coordinator.domain.outcomes import Changes, Done, RecordKind
from coordinator.domain.plans.rules import SECTIONS, Agreement, check_meeting
from coordinator.domain.plans.views import GoalRow, OfferRow, PlanView, VersionRow, VersionView
from coordinator.domain.roles import Right, may
from coordinator.exports.composing import PaperKind
from coordinator.papers.bare import papers_that_wait
from coordinator.ui.kit.asks import Question
from coordinator.ui.lanes.autosave import Autosave, Slot
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.places.every import PapersPlace, PersonPlace, Place
from coordinator.ui.screens.plan import new_action, questions
from coordinator.ui.screens.plan.wishes import OpenPlan, Wish, steps_of
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.who_may_see import with_who_may_see
from coordinator.wording.refusals.notices import notice_for

GOAL_TEXTS = ("own_words", "panel_words")
_SHOWN = (
    RecordKind.PLAN,
    RecordKind.PLAN_VERSION,
    RecordKind.GOAL,
    RecordKind.OFFER,
    RecordKind.ACTION,
    RecordKind.LEAD_ROLE,
    RecordKind.RISK,
    RecordKind.STRENGTH,
    RecordKind.PERSON,
    RecordKind.BASIS,
    RecordKind.PANEL_LINE,
)
_MEETINGS = 40


Values = Mapping[str, Any]
Act = Callable[[Desk], Done[Any]]


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_plan(self, opened: OpenPlan, steps: tuple[Wish, ...]) -> None:
        """Show the plan as it stands; the texts come through `ui.autosave`."""

    def show_version(self, version: VersionView) -> None:
        """Show what was agreed one day."""

    def show_moved(self, goal: UUID, place: int) -> None:
        """Say where a goal stands now."""


class PlanPresenter:
    """One person's plan."""

    def __init__(
        self,
        jobs: Jobs,
        view: View,
        asking: Asking,
        autosave: Autosave,
        notify: Notify,
        go: Callable[[Place], None],
        person: UUID,
    ) -> None:
        self._jobs, self._view, self._asking, self._autosave = jobs, view, asking, autosave
        self._notify, self._go, self._person = notify, go, person
        self._opened: OpenPlan | None = None
        self._order: tuple[UUID, ...] = ()
        self._order_seen = 0
        self._is_moving = False

    def load(self) -> None:
        """Read the plan."""
        read = partial(_read, person=self._person)
        name = f"plan {self._person}"
        self._jobs.query(read, self._show, replaces=name, journalled=True)

    def look_again(self, changes: Changes) -> None:
        """Read it again when something shown was written."""
        if changes.touch(*_SHOWN):
            self.load()

    def do(self, wish: Wish, about: object = None) -> None:
        """Do what somebody wants.

        Args:
            wish: What.
            about: The goal, offer or version it is about (their rows).
        """
        match wish, about:
            case ((Wish.GOAL_UP | Wish.GOAL_DOWN), GoalRow()):
                self._move(about, -1 if wish is Wish.GOAL_UP else 1)
            case _, GoalRow():
                self._ask_about_goal(wish, about)
            case _, OfferRow():
                self._ask_about_offer(wish, about)
            case Wish.VERSION, VersionRow():
                self._jobs.query(
                    partial(read_version, version_id=about.id),
                    self._view.show_version,
                    replaces="plan version",
                )
            case ((Wish.PERSON | Wish.PAPER), _):
                self._autosave.settle(lambda: self._leave_for(wish))
            case Wish.BEGIN, _:
                begin = partial(begin_plan, person_id=self._person)
                self._asking.command(begin, refused=self._refused)
            case _:
                self._do_with_plan(wish)

    def _leave_for(self, wish: Wish) -> None:
        if wish is Wish.PERSON:
            self._go(PersonPlace(self._person))
        elif self._opened is not None and self._opened.paper_waits:
            self._notify(notice_for(BasisLackingError(record=self._person)))
        elif self._opened is not None:
            self._go(PapersPlace(kind="plan", person=self._opened.person.reference))

    def _do_with_plan(self, wish: Wish) -> None:
        if (plan := self._plan()) is None:
            return
        match wish:
            case Wish.PROPOSE:
                act = partial(propose_plan, plan_id=plan.id, seen=plan.revision)
                self._autosave.settle(partial(self._command, act))
            case Wish.TAKE_BACK:
                self._command(partial(take_back_proposal, plan_id=plan.id, seen=plan.revision))
            case Wish.AGREE:
                self._autosave.settle(self._prepare_agreement)
            case Wish.ADD_OFFER:
                self._jobs.query(read_directory, self._ask_for_offer, replaces="plan offers")
            case _:
                self._ask_about_plan(wish, plan)

    def _ask_about_plan(self, wish: Wish, plan: PlanView) -> None:
        match wish:
            case Wish.ADD_GOAL:
                act_of = partial(_adding_goal, plan.id)
                question = with_who_may_see(questions.new_goal(), may_restrict=self._may_restrict)
                self._asking.put(question, act_of, about=plan.id)
            case Wish.WITH_PERSON:
                act_of = partial(_keeping_with_person, plan.id)
                question = questions.with_person(plan)
                self._asking.put(question, act_of, about=plan.id, seen=plan.revision)
            case Wish.END:
                ending = partial(_ending, plan.id)
                question = questions.ending()
                self._asking.put(question, ending, about=plan.id, seen=plan.revision)
            case _:
                pass

    def _show(self, opened: OpenPlan) -> None:
        is_first = self._opened is None or self._opened.plan is None
        self._opened = opened
        self._view.show_plan(opened, steps_of(opened))
        if (plan := opened.plan) is None:
            return
        if not self._is_moving and plan.revision >= self._order_seen:
            self._order = tuple(one.line.id for one in plan.goals)
            self._order_seen = plan.revision
        for name in SECTIONS:
            slot = Slot(plan.id, f"plan.{name}")
            self._autosave.stand(slot, plan.text[name], plan.revision)
        for goal in plan.goals:
            for name in GOAL_TEXTS:
                text = getattr(goal.line, name)
                self._autosave.stand(Slot(goal.line.id, f"goal.{name}"), text, goal.revision)
        if is_first and opened.may_edit:
            self._autosave.restore(opened.drafts)

    @property
    def _may_restrict(self) -> bool:
        return self._opened is not None and self._opened.may_restrict

    def _plan(self) -> PlanView | None:
        return self._opened.plan if self._opened else None

    def _command(self, act: Callable[[Desk], Done[Any]]) -> None:
        self._asking.command(act, refused=self._refused)

    def _refused(self, error: Exception) -> bool:
        if not isinstance(error, RuleError):
            return False
        self._notify(notice_for(error))
        self.load()
        return True

    def _move(self, goal: GoalRow, by: int) -> None:
        """Move a goal one place; one order is written at a time."""
        plan = self._plan()
        if plan is None or self._is_moving:
            return
        order = list(self._order)
        at = order.index(goal.line.id)
        to = at + by
        if not 0 <= to < len(order):
            return
        order[at], order[to] = order[to], order[at]
        self._is_moving = True
        act = partial(reorder_goals, plan_id=plan.id, order=order, seen=self._order_seen)
        moved = partial(self._moved, tuple(order), goal.line.id)
        self._jobs.command(act, then=moved, refused=self._not_moved)

    def _moved(self, order: tuple[UUID, ...], goal: UUID, revision: int) -> None:
        self._is_moving = False
        self._order, self._order_seen = order, revision
        self._view.show_moved(goal, order.index(goal) + 1)

    def _not_moved(self, error: Exception) -> bool:
        self._is_moving = False
        return self._refused(error)

    def _ask_about_goal(self, wish: Wish, row: GoalRow) -> None:
        if wish is Wish.GOAL_DETAILS:
            question = questions.goal_details(row)
            act = partial(_changing_goal, row.line.id, question)
            self._asking.put(question, act, about=row.line.id, seen=row.revision)
        elif wish is Wish.GOAL_STATUS:
            act = partial(_telling_goal, row.line.id)
            question = questions.goal_status(row)
            self._asking.put(question, act, about=row.line.id, seen=row.revision)
        elif wish is Wish.ADD_ACTION:
            then = partial(self._ask_for_action, row)
            self._jobs.query(new_action.read_around, then, replaces="plan action")

    def _ask_for_action(self, row: GoalRow, around: new_action.Around) -> None:
        act = partial(new_action.agreeing, self._person, row.line.id, around.phrases)
        asked = new_action.question(row, around)
        question = with_who_may_see(asked, may_restrict=self._may_restrict)
        self._asking.put(question, act, about=row.line.id)

    def _ask_about_offer(self, wish: Wish, row: OfferRow) -> None:
        if wish is Wish.OFFER_DETAILS:
            question = questions.offer_details(row)
            act = partial(_changing_offer, row.line.id, question)
            self._asking.put(question, act, about=row.line.id, seen=row.revision)
        elif wish is Wish.OFFER_STATUS:
            act = partial(_telling_offer, row.line.id)
            question = questions.offer_status(row)
            self._asking.put(question, act, about=row.line.id, seen=row.revision)

    def _ask_for_offer(self, directory: DirectoryPage) -> None:
        offer = questions.new_offer(directory.agencies)
        question = with_who_may_see(offer, may_restrict=self._may_restrict)
        act = partial(_recording_offer, self._person)
        self._asking.put(question, act, about=self._person)

    def _prepare_agreement(self) -> None:
        """Read the plan once more: what is agreed is what the store says at this moment."""
        read = partial(_read_for_agreement, person=self._person)
        self._jobs.query(read, self._ask_for_agreement, replaces="plan agreement")

    def _ask_for_agreement(
        self, read: tuple[PlanView, tuple[MeetingRow, ...], DirectoryPage]
    ) -> None:
        plan, meetings, directory = read
        question = questions.agreement(plan, meetings, directory.panel)
        act = partial(_agreeing, plan.id)
        self._asking.put(question, act, about=plan.id, seen=plan.revision)


def save_with(
    asking: Asking,
    _slot: Slot,
    act: Act,
    then: Callable[[int], None],
    refused: Callable[[Exception], bool],
) -> None:
    """Save a text; where work has to wait for a basis, ask why this cannot."""
    asking.command(act, then=then, refused=refused)


def saving(slot: Slot, text: str, seen: int) -> Callable[[Desk], Done[int]]:
    """Make the act that gives a text of the plan or of a goal its words."""
    said: dict[str, Any] = {slot.column: text}
    if slot.form.startswith("goal."):
        return partial(edit_goal, goal_id=slot.record, seen=seen, **said)
    return partial(edit_plan, plan_id=slot.record, seen=seen, **said)


def _read(desk: Desk, person: UUID) -> OpenPlan:
    page = read_person(desk, person)
    role = desk.sitter.role
    return OpenPlan(
        person=page.person,
        plan=_live_plan(desk, person),
        versions=read_versions(desk, person),
        drafts=tuple(one for one in read_drafts(desk) if one.form.startswith(("plan.", "goal."))),
        today=desk.today(),
        may_edit=may(role, Right.EDIT_PLAN),
        may_agree=may(role, Right.AGREE_PLAN),
        may_print=may(role, Right.EXPORT),
        features=read_features(desk),
        may_restrict=may(role, Right.SEE_RESTRICTED),
        paper_waits=PaperKind.PLAN in papers_that_wait(desk, person),
        may_begin=begins_here(desk, RecordKind.PLAN),
    )


def _live_plan(desk: Desk, person: UUID) -> PlanView | None:
    try:
        return read_plan(desk, person)
    except MissingRecordError:
        return None


def _read_for_agreement(
    desk: Desk, person: UUID
) -> tuple[PlanView, tuple[MeetingRow, ...], DirectoryPage]:
    meetings = tuple(one for one in read_meetings(desk, limit=_MEETINGS) if _may_agree(one))
    return read_plan(desk, person), meetings, read_directory(desk)


def _may_agree(meeting: MeetingRow) -> bool:
    try:
        check_meeting(meeting.status)
    except GuardError:
        return False
    return True


def _adding_goal(plan: UUID, values: Values, _seen: int) -> Act:
    return partial(add_goal, plan_id=plan, **values)


def _changing_goal(goal: UUID, question: Question, values: Values, seen: int) -> Act:
    return partial(edit_goal, goal_id=goal, seen=seen, **question.changed(values))


def _telling_goal(goal: UUID, values: Values, seen: int) -> Act:
    said = {"status": values["status"], "note": values["status_note"]}
    return partial(set_goal_status, goal_id=goal, seen=seen, **said)


def _recording_offer(person: UUID, values: Values, _seen: int) -> Act:
    return partial(record_offer, person_id=person, **values)


def _changing_offer(offer: UUID, question: Question, values: Values, seen: int) -> Act:
    return partial(edit_offer, offer_id=offer, seen=seen, **question.changed(values))


def _telling_offer(offer: UUID, values: Values, seen: int) -> Act:
    said = {"status": values["status"], "note": values["reason"]}
    return partial(set_offer_status, offer_id=offer, seen=seen, **said)


def _keeping_with_person(plan: UUID, values: Values, seen: int) -> Act:
    said = questions.said_with_person(values)
    return partial(record_with_person, plan_id=plan, said=said, seen=seen)


def _ending(plan: UUID, values: Values, seen: int) -> Act:
    return partial(end_plan, plan_id=plan, seen=seen, reason=values["reason"])


def _agreeing(plan: UUID, values: Values, seen: int) -> Act:
    at_meeting = values["meeting_id"] is not None
    agreement = Agreement(
        meeting_id=values["meeting_id"],
        decided_by=None if at_meeting else values["decided_by"],
        reason="" if at_meeting else values["reason"],
        with_person=questions.said_with_person(values),
    )
    return partial(agree_plan, plan_id=plan, agreement=agreement, seen=seen)
