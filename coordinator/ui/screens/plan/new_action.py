"""Agreeing an action for a goal: the panel's phrases are offered while it is typed; no Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.meetings.reading import next_meeting
from coordinator.casework.panel.settings import read_topic
from coordinator.domain.actions.enforcement import KINDS_AGAINST, check_thought_said
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.directory.rules import DirectoryPage
from coordinator.domain.lists.panel import Topic
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.outcomes import Done
from coordinator.domain.panel.settings import Phrase, phrases_of
from coordinator.domain.plans.views import GoalRow
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.ui.kit.thoughts import thought_asks, thought_of
from coordinator.ui.shared.who_may_see import chosen
from coordinator.wording.translation import _

_USUALLY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Around:
    """What a form for an action offers: who may own it, phrases, and by when it usually is."""

    directory: DirectoryPage
    phrases: tuple[Phrase, ...]
    due_on: date


def read_around(desk: Desk) -> Around:
    """Read who is in post and the panel's phrases; actions usually are for the next meeting."""
    meeting, today = next_meeting(desk), desk.today()
    due = meeting.on if meeting is not None and meeting.on > today else today + _USUALLY
    return Around(read_directory(desk), phrases_of(read_topic(desk, Topic.PHRASES)), due)


def question(row: GoalRow, around: Around) -> Question:
    """Ask who does what by when."""
    posts = around.directory.professionals
    who = tuple((one.id, f"{one.name}, {one.agency}") for one in posts if one.name)
    return Question(
        _("Goal {place}: agree an action", place=row.place),
        (
            Ask(
                "text",
                _("What is to be done"),
                Kind.LINE,
                "",
                tuple((one.text, one.text) for one in around.phrases),
                hint=_("Type a word to be offered the panel's phrases, or say it in your own."),
            ),
            Ask("owner_id", _("Who does it"), Kind.CHOICE, None, ((None, _("Choose")), *who)),
            Ask("due_on", _("By when"), Kind.DAY, around.due_on),
            Ask(
                "kind",
                _("Kind of action"),
                Kind.CHOICE,
                None,
                choices_of(ActionKind, _("As the phrase has it, else support")),
                hint=_("Enforcement asks first what it does for victims."),
            ),
            *thought_asks(("kind", frozenset(KINDS_AGAINST))),
        ),
        _("Agree it"),
        about=row.line.own_words or row.line.panel_words,
    )


def agreeing(
    person: UUID,
    goal: UUID,
    phrases: tuple[Phrase, ...],
    values: Mapping[str, Any],
    _seen: int,
) -> Callable[[Desk], Done[UUID]]:
    """Make the act; a phrase that was taken as it stands says what kind of action it is."""
    text = values["text"].strip()
    usual = {one.text: one.action_kind for one in phrases}.get(text) or ActionKind.SUPPORT
    new = NewAction(
        text,
        values["owner_id"],
        values["due_on"],
        person_id=person,
        goal_id=goal,
        kind=ActionKind(values["kind"]) if values["kind"] else usual,
        sensitivity=chosen(values),
        thought=thought_of(values),
    )
    return partial(_add, new=new)


def _add(desk: Desk, new: NewAction) -> Done[UUID]:
    """Agree it; what a phrase leaves open about its kind is asked for where it is missing."""
    check_thought_said(new.kind, new.text, new.thought)
    return add_action(desk, new)
