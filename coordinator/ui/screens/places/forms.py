"""Which form each deed of the page begins with, and which act its answers lead to. No Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.places.actions import agree_place_action, describe_place_action
from coordinator.casework.places.groups import (
    add_group_seat,
    describe_place_group,
    end_group_seat,
    end_place_group,
    fill_group_seat,
    found_place_group,
    vacate_group_seat,
)
from coordinator.casework.places.measures import (
    add_place_measure,
    describe_place_measure,
    end_place_measure,
    record_place_reading,
    remove_place_reading,
)
from coordinator.casework.places.plans import (
    add_place_priority,
    describe_place_plan,
    describe_place_priority,
    draft_place_plan,
    end_place_plan,
    end_place_priority,
    reopen_place_plan,
)
from coordinator.domain.actions.enforcement import check_thought_said
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.outcomes import Done
from coordinator.domain.places.rules import (
    NewGroup,
    NewMeasure,
    NewPlaceAction,
    NewPlacePlan,
    NewPriority,
    NewReading,
    PlaceActionWords,
)
from coordinator.domain.places.views import PlacePlanPage
from coordinator.ui.kit.asks import Question
from coordinator.ui.kit.thoughts import thought_of
from coordinator.ui.screens.places import questions
from coordinator.ui.screens.places.deeds import Deed
from coordinator.ui.screens.places.questions import Choices
from coordinator.ui.shared.asking import ANEW, Values
from coordinator.ui.shared.names_meant import NOBODY
from coordinator.wording.translation import _

Act = Callable[[Desk], Done[Any]]


@dataclass(frozen=True, slots=True)
class Known:
    """What the forms offer: who works where, which groups and places there are, the open plan."""

    today: date
    people: Choices = ()
    agencies: Choices = ()
    groups: Choices = ()
    places: tuple[str, ...] = ()
    page: PlacePlanPage | None = None

    @property
    def priorities(self) -> Choices:
        """The priorities of the open plan that stand."""
        found = self.page.priorities if self.page else ()
        return tuple((one.id, one.title) for one in found if one.ended_on is None)


@dataclass(frozen=True, slots=True)
class Form:
    """A question, and the act its answers lead to."""

    question: Question
    act: Callable[[Values, int], Act]
    about: UUID = ANEW
    seen: int = 0


def _making(
    question: Question, act: Callable[..., Done[Any]], kind: Callable[..., Any], **fixed: Any
) -> Form:
    """Make something new of the answers."""

    def made(values: Values, _seen: int) -> Act:
        told = {name: one for name, one in values.items() if name != NOBODY}
        meant = bool(values.get(NOBODY))
        return partial(act, **fixed, new=kind(**told), nobody_is_meant=meant)

    return Form(question, made)


def _changing(question: Question, act: Callable[..., Done[Any]], row: Any, **fixed: Any) -> Form:
    """Change what was answered differently."""

    def changed(values: Values, seen: int) -> Act:
        told = question.changed(values)
        meant = bool(told.pop(NOBODY, False))
        return partial(act, **fixed, **told, seen=seen, nobody_is_meant=meant)

    return Form(question, changed, row.id, row.revision)


def _ending(question: Question, act: Callable[..., Done[Any]], row: Any, **fixed: Any) -> Form:
    """Give a reason."""

    def ended(values: Values, seen: int) -> Act:
        meant = {NOBODY: bool(values[NOBODY])} if NOBODY in values else {}
        return partial(act, **fixed, seen=seen, reason=values["reason"], **meant)

    return Form(question, ended, row.id, row.revision)


def _agreeing(row: Any, known: Known) -> Form:
    """Agree an action; what is thought of first comes with one that is done against somebody."""

    def agreed(values: Values, _seen: int) -> Act:
        new = NewPlaceAction(
            values["text"],
            values["measure"],
            values["owner_id"],
            values["due_on"],
            tuple(values["coworkers"] or ()),
            ActionKind(values["kind"]),
            thought=thought_of(values),
        )
        meant = bool(values[NOBODY])
        return partial(_agree, priority_id=row.id, new=new, nobody_is_meant=meant)

    return Form(questions.action(row, known.people), agreed)


def _agree(
    desk: Desk, priority_id: UUID, new: NewPlaceAction, *, nobody_is_meant: bool
) -> Done[UUID]:
    check_thought_said(new.kind, new.text, new.thought)
    return agree_place_action(desk, priority_id, new, nobody_is_meant=nobody_is_meant)


def _plan_of(known: Known) -> UUID:
    return known.page.plan.id if known.page else ANEW


def _take_back(row: Any, _known: Known) -> Form:
    reading = row.latest
    question = questions.why(_("Take the latest figure back"), row.title, nobody=False)

    def act(values: Values, _seen: int) -> Act:
        return partial(remove_place_reading, reading_id=reading.id, reason=values["reason"])

    return Form(question, act, reading.id)


def _change_action(row: Any, _known: Known) -> Form:
    question = questions.change_action(row)

    def act(values: Values, seen: int) -> Act:
        meant = bool(values[NOBODY])
        return partial(
            describe_place_action,
            action_id=row.row.id,
            seen=seen,
            words=PlaceActionWords(values["text"], values["measure"], thought_of(values)),
            nobody_is_meant=meant,
        )

    return Form(question, act, row.row.id, row.row.revision)


def _seat(row: Any, known: Known) -> Form:
    def act(values: Values, _seen: int) -> Act:
        return partial(add_group_seat, group_id=row.id, **values)

    return Form(questions.seat(known.agencies), act)


def _on_seat(question: Question, act: Callable[..., Done[Any]], row: Any) -> Form:
    def done(values: Values, seen: int) -> Act:
        return partial(act, seat_id=row.id, seen=seen, **values)

    return Form(question, done, row.id, row.revision)


_Maker = Callable[[Any, Known], Form]
FORMS: Mapping[Deed, _Maker] = MappingProxyType(
    {
        Deed.DRAFT: lambda _row, known: _making(
            questions.plan(None, known.groups, known.places), draft_place_plan, NewPlacePlan
        ),
        Deed.CHANGE_PLAN: lambda row, known: _changing(
            questions.plan(row, known.groups, known.places),
            describe_place_plan,
            row,
            plan_id=row.id,
        ),
        Deed.END_PLAN: lambda row, _known: _ending(
            questions.why(_("End the plan"), row.title), end_place_plan, row, plan_id=row.id
        ),
        Deed.REOPEN_PLAN: lambda row, _known: _ending(
            questions.why(_("Open it again"), row.title), reopen_place_plan, row, plan_id=row.id
        ),
        Deed.ADD_PRIORITY: lambda row, known: _making(
            questions.priority(None, known.agencies),
            add_place_priority,
            NewPriority,
            plan_id=row.id,
        ),
        Deed.CHANGE_PRIORITY: lambda row, known: _changing(
            questions.priority(row, known.agencies),
            describe_place_priority,
            row,
            priority_id=row.id,
        ),
        Deed.END_PRIORITY: lambda row, _known: _ending(
            questions.why(_("End the priority"), row.title),
            end_place_priority,
            row,
            priority_id=row.id,
        ),
        Deed.ADD_MEASURE: lambda _row, known: _making(
            questions.measure(None, known.priorities),
            add_place_measure,
            NewMeasure,
            plan_id=_plan_of(known),
        ),
        Deed.CHANGE_MEASURE: lambda row, known: _changing(
            questions.measure(row, known.priorities),
            describe_place_measure,
            row,
            measure_id=row.id,
        ),
        Deed.END_MEASURE: lambda row, _known: _ending(
            questions.why(_("Read it no longer"), row.title),
            end_place_measure,
            row,
            measure_id=row.id,
        ),
        Deed.RECORD: lambda row, known: _making(
            questions.reading(row, known.today),
            record_place_reading,
            NewReading,
            measure_id=row.id,
        ),
        Deed.TAKE_BACK: _take_back,
        Deed.ADD_ACTION: _agreeing,
        Deed.CHANGE_ACTION: _change_action,
        Deed.FOUND: lambda _row, known: _making(
            questions.group(None, known.groups, known.places), found_place_group, NewGroup
        ),
        Deed.CHANGE_GROUP: lambda row, known: _changing(
            questions.group(row, known.groups, known.places),
            describe_place_group,
            row,
            group_id=row.id,
        ),
        Deed.END_GROUP: lambda row, _known: _ending(
            questions.why(_("End the group"), row.name), end_place_group, row, group_id=row.id
        ),
        Deed.ADD_SEAT: _seat,
        Deed.FILL_SEAT: lambda row, known: _on_seat(
            questions.fill(row, known.people), fill_group_seat, row
        ),
        Deed.VACATE_SEAT: lambda row, known: _on_seat(
            questions.vacate(row, known.today), vacate_group_seat, row
        ),
        Deed.END_SEAT: lambda row, _known: _ending(
            questions.why(_("Take the seat off"), row.name, nobody=False),
            end_group_seat,
            row,
            seat_id=row.id,
        ),
    }
)
"""By the deed; each gets the row it is done to, and what can be offered."""
