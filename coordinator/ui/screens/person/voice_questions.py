"""The forms about what the person asks for and what may be said of them, with their acts."""

from collections.abc import Mapping
from functools import partial
from typing import Any
from uuid import UUID

from coordinator.casework.actions.enforcement import record_thought
from coordinator.casework.need_to_know.comms import (
    agree_comms_line,
    change_comms_line,
    end_comms_line,
)
from coordinator.casework.voice.wishes import note_wish, tell_person
from coordinator.domain.actions.enforcement import Thought
from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.people.comms import CommsRow, NewCommsLine
from coordinator.domain.people.wishes import NewWish, WishRow
from coordinator.ui.kit.asks import Ask, Kind, Question
from coordinator.ui.kit.thoughts import thought_asks
from coordinator.ui.screens.person.opened import Offered, OpenedPerson
from coordinator.ui.screens.person.steps import Step, current_case, current_lead
from coordinator.ui.shared.asking import Act
from coordinator.ui.shared.who_may_see import with_who_may_see
from coordinator.ui.shared.wish_forms import answering, ask_answer, ask_owner, giving
from coordinator.wording.translation import _

Values = Mapping[str, Any]
Put = tuple[Question, Act]
ROWS = (WishRow, CommsRow)


def put_new(opened: OpenedPerson, offered: Offered, step: Step) -> Put | None:
    """Give the form of something new about the person, and the act it leads to."""
    person = opened.page.person.id
    if step is Step.WISH:
        return _wish(opened, offered), partial(_noting, person)
    if step is Step.COMMS:
        question = with_who_may_see(_comms(None, offered), may_restrict=offered.may_restrict)
        return question, partial(_agreeing, person)
    return None


def put_about(opened: OpenedPerson, offered: Offered, step: Step, about: object) -> Put | None:
    """Give the form about a wish, a line or an action, and the act it leads to."""
    if isinstance(about, WishRow):
        return _about_wish(opened, offered, step, about)
    if isinstance(about, CommsRow):
        return _about_comms(offered, step, about)
    if isinstance(about, ActionRow) and step is Step.THINK:
        return _think(about), partial(_thinking, about)
    return None


def _about_wish(opened: OpenedPerson, offered: Offered, step: Step, wish: WishRow) -> Put | None:
    found: dict[Step, Put] = {
        Step.ANSWER_WISH: (ask_answer(wish), partial(answering, wish)),
        Step.GIVE_WISH: (ask_owner(wish, _posts(offered)), partial(giving, wish)),
        Step.TELL_WISH: (_tell(wish, opened), partial(_telling, wish)),
    }
    return found.get(step)


def _about_comms(offered: Offered, step: Step, line: CommsRow) -> Put | None:
    if step is Step.END_COMMS:
        return _end(), partial(_ending, line)
    question = _comms(line, offered)
    return question, partial(_changing, line, question)


def _posts(offered: Offered) -> tuple[tuple[Any, str], ...]:
    """Offer who is in post; an agency that must not be told is refused by the act."""
    return tuple(
        (one.id, f"{one.name}, {one.agency}")
        for one in offered.directory.professionals
        if one.name
    )


def _wish(opened: OpenedPerson, offered: Offered) -> Question:
    case = current_case(opened.page)
    lead = current_lead(case) if case else None
    in_post = {one.id for one in offered.directory.professionals}
    usual = lead.professional_id if lead and lead.professional_id in in_post else None
    choose = ((None, _("Choose")),)
    who = _posts(offered)
    return Question(
        _("They ask for something"),
        (
            Ask("words", _("In their words"), Kind.TEXT, ""),
            Ask("owner_id", _("Who answers"), Kind.CHOICE, usual, (*choose, *who)),
            Ask("asked_on", _("Asked on"), Kind.DAY, opened.today),
            Ask("heard_by_id", _("Heard by"), Kind.CHOICE, offered.sitter, who),
            Ask(
                "answer_by",
                _("Answer by"),
                Kind.DAY,
                None,
                hint=_("Empty for the next meeting. Day/month/year."),
            ),
        ),
        _("Note it"),
        about=_("It opens their next item until somebody answers, and stands in their plan."),
    )


def _noting(person: UUID, values: Values, _seen: int) -> Any:
    return partial(note_wish, new=NewWish(person, **values))


def _tell(wish: WishRow, opened: OpenedPerson) -> Question:
    return Question(
        _("They were told"),
        (
            Ask("told_by", _("Who told them"), Kind.LINE, wish.owner.name),
            Ask("told_on", _("On"), Kind.DAY, opened.today),
        ),
        _("Note it"),
        about=_("The answer: {words}", words=wish.answer),
    )


def _telling(wish: WishRow, values: Values, seen: int) -> Any:
    return partial(tell_person, wish_id=wish.id, seen=seen, **values)


def _comms(line: CommsRow | None, offered: Offered) -> Question:
    nobody = ((None, _("Somebody else")),)
    who = line.said_by_id if line else None
    named = line.said_by if line and line.said_by_id is None else ""
    return Question(
        _("What may be said outside"),
        (
            Ask("may_say", _("What may be said"), Kind.TEXT, line.may_say if line else ""),
            Ask("said_by_id", _("Who says it"), Kind.CHOICE, who, (*nobody, *_posts(offered))),
            Ask(
                "said_by",
                _("Who else"),
                Kind.LINE,
                named,
                only_for=("said_by_id", frozenset({None})),
                example=_("The council's press office"),
            ),
            Ask("not_say", _("What is not said"), Kind.TEXT, line.not_say if line else ""),
        ),
        _("Agree it") if line is None else _("Save"),
        about=_("To neighbours, the press, councillors: one line that everybody keeps to."),
    )


def _agreeing(person: UUID, values: Values, _seen: int) -> Any:
    return partial(agree_comms_line, new=NewCommsLine(person, **_said(values)))


def _changing(line: CommsRow, question: Question, values: Values, seen: int) -> Any:
    changed = question.changed(values)
    return partial(change_comms_line, comms_id=line.id, seen=seen, **changed)


def _said(values: Values) -> dict[str, Any]:
    """Leave out who else says it where somebody in post does."""
    return {**values, "said_by": "" if values["said_by_id"] else values.get("said_by") or ""}


def _end() -> Question:
    why = Ask("reason", _("Why it no longer holds"), Kind.LINE, "")
    return Question(_("What may be said outside"), (why,), _("End it"))


def _ending(line: CommsRow, values: Values, seen: int) -> Any:
    return partial(end_comms_line, comms_id=line.id, seen=seen, **values)


def _think(action: ActionRow) -> Question:
    return Question(
        _("{number}: what does it do?", number=action.number),
        thought_asks(),
        _("Keep it"),
        about=action.text,
    )


def _thinking(action: ActionRow, values: Values, _seen: int) -> Any:
    thought = Thought(values["victim_effect"], values["engagement_effect"])
    return partial(record_thought, action_id=action.id, thought=thought)
