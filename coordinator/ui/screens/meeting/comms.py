"""The form of what may be said about a meeting outside, and its act; no Qt."""

from collections.abc import Mapping
from functools import partial
from typing import Any
from uuid import UUID

from coordinator.casework.need_to_know.comms import (
    agree_comms_line,
    change_comms_line,
    end_comms_line,
)
from coordinator.domain.people.comms import CommsRow, NewCommsLine
from coordinator.ui.kit.asks import Ask, Kind, Question
from coordinator.ui.screens.meeting.shown import MeetingPage
from coordinator.ui.shared.asking import Act
from coordinator.wording.translation import _


def comms_form(page: MeetingPage) -> tuple[Question, Act, str]:
    """Give the form, its act, and what is said when it was done."""
    line = page.comms
    chairs = tuple((name, name) for name, _who in page.chairs)
    question = Question(
        _("What may be said outside"),
        (
            Ask("may_say", _("What may be said"), Kind.TEXT, line.may_say if line else ""),
            Ask("said_by", _("Who says it"), Kind.LINE, line.said_by if line else "", chairs),
            Ask("not_say", _("What is not said"), Kind.TEXT, line.not_say if line else ""),
        ),
        _("Agree it") if line is None else _("Save"),
        about=_("It stands in the minutes. Name nobody the meeting is about."),
    )
    if line is None:
        act = partial(_agreeing, page.record.header.row.id)
        return question, act, _("It is agreed what may be said.")
    return question, partial(_changing, line, question), _("What may be said is changed.")


def ending_form(line: CommsRow) -> tuple[Question, Act, str]:
    """Give the form that ends a line."""
    why = Ask("reason", _("Why it no longer holds"), Kind.LINE, "")
    question = Question(_("What may be said outside"), (why,), _("End it"))
    return question, partial(_ending, line), _("What may be said outside has ended.")


def _agreeing(meeting: UUID, said: Mapping[str, Any], _seen: int) -> Any:
    return partial(agree_comms_line, new=NewCommsLine(None, meeting, **said))


def _changing(line: CommsRow, question: Question, said: Mapping[str, Any], _seen: int) -> Any:
    changed = question.changed(said)
    if "said_by" in changed:
        changed["said_by_id"] = None
    return partial(change_comms_line, comms_id=line.id, seen=line.revision, **changed)


def _ending(line: CommsRow, said: Mapping[str, Any], _seen: int) -> Any:
    return partial(end_comms_line, comms_id=line.id, seen=line.revision, **said)
