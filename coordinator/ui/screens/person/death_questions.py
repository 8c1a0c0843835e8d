"""What a person's page asks when they have died, and the acts of its forms; no Qt."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from coordinator.casework.people.deaths import correct_after_death, note_told, note_whom_to_tell
from coordinator.domain.people.deaths import NoticeRow
from coordinator.ui.kit.asks import Ask, Kind, Question
from coordinator.ui.screens.person.opened import OpenedPerson
from coordinator.ui.screens.person.steps import Step
from coordinator.ui.shared.asking import Act
from coordinator.wording.translation import N_, _

REVIEWS = (
    N_("Safeguarding Adults Review"),
    N_("Drug and alcohol related death review"),
    N_("Domestic abuse related death review"),
    N_("Coroner's inquest"),
)
"""What may follow a death; the panel's own words are as good."""
_WHOM = (
    N_("Family or next of kin"),
    N_("GP surgery"),
    N_("Landlord or housing provider"),
    N_("Drug and alcohol service"),
    N_("Mental health team"),
    N_("Pharmacy"),
)


def put_of(opened: OpenedPerson, step: Step, about: object) -> tuple[Question, Act, int] | None:
    """Give the form of a step after a death, its act, and the revision it is of."""
    if step is Step.TELL:
        return _whom(), partial(_noting, opened), 0
    if step is Step.TOLD and isinstance(about, NoticeRow):
        return _told(about, opened), partial(_telling, about), about.revision
    if step is Step.PUT_RIGHT:
        question = _put_right(opened)
        return question, partial(_righting, opened, question), opened.page.person.revision
    return None


def _whom() -> Question:
    return Question(
        _("Somebody who has to hear of it"),
        (
            Ask("who", _("Who"), Kind.LINE, "", tuple((_(one), _(one)) for one in _WHOM)),
            Ask("phone", _("Telephone"), Kind.LINE, ""),
        ),
        _("Note it"),
    )


def _told(row: NoticeRow, opened: OpenedPerson) -> Question:
    return Question(
        _("They were told"),
        (
            Ask("told_on", _("Told on"), Kind.CALENDAR, opened.today),
            Ask("told_by", _("Who told them"), Kind.LINE, ""),
            Ask("note", _("What was said"), Kind.TEXT, ""),
        ),
        _("Note it"),
        about=row.who,
    )


def _put_right(opened: OpenedPerson) -> Question:
    name, details = opened.page.person.name, opened.page.details
    return Question(
        _("Put the record right"),
        (
            Ask("given_name", _("Given name"), Kind.LINE, name.given),
            Ask("family_name", _("Family name"), Kind.LINE, name.family),
            Ask("born_on", _("Date of birth"), Kind.DAY, opened.page.person.born_on),
            Ask("address", _("Last known address"), Kind.LINE, details.address),
            Ask("gp", _("GP"), Kind.LINE, details.gp),
            Ask("reason", _("Why"), Kind.TEXT, ""),
        ),
        _("Save"),
        about=_("Only what was wrong. The history says that it was changed after the death."),
    )


def _noting(opened: OpenedPerson, values: Mapping[str, Any], _seen: int) -> Any:
    return partial(note_whom_to_tell, person_id=opened.page.person.id, **values)


def _telling(row: NoticeRow, values: Mapping[str, Any], seen: int) -> Any:
    return partial(note_told, notice_id=row.id, seen=seen, **values)


def _righting(
    opened: OpenedPerson, question: Question, values: Mapping[str, Any], seen: int
) -> Any:
    changed = {k: v for k, v in question.changed(values).items() if k != "reason"}
    act = partial(correct_after_death, person_id=opened.page.person.id, seen=seen)
    return partial(act, reason=values["reason"], **changed)
