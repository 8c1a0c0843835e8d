"""The forms about what somebody was assessed with elsewhere, with their acts; no Qt."""

from collections.abc import Mapping
from functools import partial
from typing import Any
from uuid import UUID

from coordinator.casework.people.assessments import (
    change_assessment,
    end_assessment,
    note_assessment,
)
from coordinator.domain.directory.rules import DirectoryPage
from coordinator.domain.people.assessments import USUAL_TOOLS, Assessment, AssessmentRow
from coordinator.ui.kit.asks import Ask, Kind, Question
from coordinator.ui.screens.person.steps import Step
from coordinator.ui.shared.asking import Act
from coordinator.ui.shared.who_may_see import NAME, chosen
from coordinator.wording.translation import _

Values = Mapping[str, Any]
Put = tuple[Question, Act]
ROWS = (AssessmentRow,)


def put_new(person: UUID, directory: DirectoryPage, step: Step) -> Put | None:
    """Give the form of a new one and the act it leads to."""
    if step is Step.ASSESSMENT:
        return _form(Assessment(""), directory), partial(_noting, person)
    return None


def put_about(directory: DirectoryPage, step: Step, about: object) -> Put | None:
    """Give the form about one that stands, and the act it leads to."""
    if not isinstance(about, AssessmentRow):
        return None
    if step is Step.END_ASSESSMENT:
        return _end(), partial(_ending, about.id)
    return _form(about.assessment, directory), partial(_changing, about)


def _form(one: Assessment, directory: DirectoryPage) -> Question:
    agencies = ((None, _("None of the list")), *((a.id, a.name) for a in directory.agencies))
    return Question(
        _("Assessed elsewhere"),
        (
            Ask(
                "tool",
                _("With which tool"),
                Kind.LINE,
                one.tool,
                tuple((tool, tool) for tool in USUAL_TOOLS),
                hint=_("DASH, ViST or another"),
            ),
            Ask("done_on", _("On"), Kind.DAY, one.done_on),
            Ask("result", _("Level or score, in words"), Kind.LINE, one.result),
            Ask("done_by", _("By whom"), Kind.LINE, one.done_by),
            Ask("agency_id", _("Of which agency"), Kind.CHOICE, one.agency_id, agencies),
            Ask("held_where", _("Where it is held"), Kind.LINE, one.held_where),
            Ask("note", _("What a worker should know"), Kind.TEXT, one.note),
        ),
        _("Keep it"),
        about=_("That it was made, and what came out; never what was asked and answered."),
    )


def _end() -> Question:
    return Question(
        _("This assessment counts no more"),
        (Ask("reason", _("Why"), Kind.TEXT, ""),),
        _("It counts no more"),
    )


def _noting(person: UUID, values: Values, _seen: int) -> Any:
    one = Assessment(**{**values, NAME: chosen(values)})
    return partial(note_assessment, person_id=person, assessment=one)


def _changing(row: AssessmentRow, values: Values, seen: int) -> Any:
    said = Assessment(**{**values, NAME: row.assessment.sensitivity})
    return partial(change_assessment, assessment_id=row.id, assessment=said, seen=seen)


def _ending(assessment: UUID, values: Values, _seen: int) -> Any:
    return partial(end_assessment, assessment_id=assessment, **values)
