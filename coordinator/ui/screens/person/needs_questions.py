"""The forms about needs and about enquiries into past harm, with their acts; no Qt."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.needs.enquiries import change_enquiry, end_enquiry, note_enquiry
from coordinator.casework.needs.profile import record_needs, remove_need
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.people import EnquiryAnswer, NeedDomain, NeedPart, NeedSeverity
from coordinator.domain.needs.enquiries import Enquiry, EnquiryRow
from coordinator.domain.needs.rules import PRESENT, Finding, NeedsRound, field_of
from coordinator.domain.needs.views import NeedRow
from coordinator.domain.outcomes import Done
from coordinator.domain.states import Sensitivity
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of, reasons_in
from coordinator.ui.screens.person.opened import Offered, OpenedPerson
from coordinator.ui.screens.person.steps import Step
from coordinator.ui.shared.asking import Act
from coordinator.ui.shared.who_may_see import NAME, ask_who_may_see, chosen
from coordinator.wording.labels import inline, label
from coordinator.wording.translation import _

Values = Mapping[str, Any]
Put = tuple[Question, Act]
ROWS = (NeedRow, EnquiryRow)
_MAIN, _BENEATH = "main_area", "beneath"


def put_new(opened: OpenedPerson, offered: Offered, step: Step) -> Put | None:
    """Give the form of something new and the act it leads to."""
    person = opened.page.person.id
    if step is Step.NEEDS:
        return _round(opened), partial(_recording, person)
    if step is Step.ENQUIRY:
        return _enquiry(offered), partial(_noting, person)
    return None


def put_about(step: Step, about: object) -> Put | None:
    """Give the form about a finding or an enquiry on file, and the act it leads to."""
    if isinstance(about, NeedRow):
        return _off(about), partial(_removing, about.id)
    if not isinstance(about, EnquiryRow):
        return None
    if step is Step.END_ENQUIRY:
        return _end(), partial(_ending, about.id)
    return _change(about), partial(_changing, about)


def _round(opened: OpenedPerson) -> Question:
    """Ask area by area; what stands is told beside each, and nothing is answered beforehand."""
    stands = {one.area: one.severity for one in opened.page.needs.standing}
    areas: list[Ask] = []
    for area in NeedDomain:
        areas += _of_area(area, stands.get(area))
    everywhere = tuple((one, label(one)) for one in NeedDomain)
    return Question(
        _("What was found of needs"),
        (
            Ask("seen_on", _("On"), Kind.DAY, opened.today),
            Ask("source", _("Who says so"), Kind.LINE, "", hint=_("Empty for yourself.")),
            *areas,
            Ask(
                _MAIN, _("The main need"), Kind.CHOICE, None, ((None, _("Not said")), *everywhere)
            ),
            Ask(_BENEATH, _("Beneath the others"), Kind.MANY, (), everywhere),
        ),
        _("Keep it"),
        about=_("Leave out what was not asked about. What was found before stays as it is."),
    )


def _of_area(area: NeedDomain, stands: NeedSeverity | None) -> tuple[Ask, Ask]:
    name = field_of(area)
    now = _("Stands at: {severity}.", severity=inline(stands)) if stands is not None else ""
    much = choices_of(NeedSeverity, _("Not asked this time"))
    return (
        Ask(name, label(area), Kind.CHOICE, None, much, hint=now),
        Ask(
            f"{name}_note",
            _("{area}: what is seen", area=label(area)),
            Kind.LINE,
            "",
            only_for=(name, PRESENT),
        ),
    )


def _off(row: NeedRow) -> Question:
    return Question(
        _("Take the finding off"),
        (Ask("reason", _("Why"), Kind.TEXT, ""),),
        _("Take it off"),
        about=_(
            "{area}: {severity}. Only what was noted in error is taken off; a change is a new"
            " finding.",
            area=label(row.area),
            severity=inline(row.severity),
        ),
    )


def _enquiry(offered: Offered) -> Question:
    posts = tuple((one.id, f"{one.name}, {one.agency}") for one in offered.directory.professionals)
    one = Enquiry(asked_on=offered.now.date(), asked_by=offered.sitter)
    asks = (
        *_came_of_it(one),
        Ask("asked_on", _("On"), Kind.DAY, one.asked_on),
        Ask("asked_by", _("Who asked"), Kind.FIND, one.asked_by, posts),
        *_follows(one),
    )
    if offered.may_restrict:
        asks = (*asks, ask_who_may_see(Sensitivity.RESTRICTED))
    return Question(
        _("Asked about the past"),
        asks,
        _("Keep it"),
        about=_(
            "Whether somebody trained offered to talk about what happened, and what follows. Not"
            " what was told, and no score. It stays with the coordinator and the chair unless"
            " somebody chooses otherwise."
        ),
    )


def _change(row: EnquiryRow) -> Question:
    return Question(
        _("What came of it"),
        (*_came_of_it(row.said), *_follows(row.said)),
        _("Keep it"),
        about=_("Not what was told, and no score."),
    )


def _came_of_it(one: Enquiry) -> tuple[Ask, ...]:
    answers = choices_of(EnquiryAnswer, _("Choose"))
    return (Ask("enquiry", _("What came of it"), Kind.CHOICE, one.enquiry, answers),)


def _follows(one: Enquiry) -> tuple[Ask, ...]:
    return (
        Ask("wish", _("What the person wishes"), Kind.TEXT, one.wish),
        Ask(
            "support",
            _("What support followed"),
            Kind.TEXT,
            one.support,
            hint=_("From whom, when"),
        ),
        Ask("how_we_work", _("What it means for how we work"), Kind.TEXT, one.how_we_work),
    )


def _end() -> Question:
    return Question(
        _("This enquiry counts no more"),
        (Ask("reason", _("Why"), Kind.TEXT, ""),),
        _("It counts no more"),
    )


def _recording(person: UUID, values: Values, _seen: int) -> Any:
    main, beneath = values[_MAIN], values[_BENEATH] or ()
    found = tuple(_findings(values, main, beneath))
    made = NeedsRound(found, values["seen_on"], values["source"], chosen(values))

    def act(desk: Desk) -> Done[Any]:
        _check_parts(values, main, beneath)
        return record_needs(desk, person, made)

    return act


def _findings(values: Values, main: NeedDomain | None, beneath: Any) -> Any:
    for area in NeedDomain:
        severity, note = values[field_of(area)], values[f"{field_of(area)}_note"]
        if severity is not None:
            part = NeedPart.UNDERLYING if area in beneath else None
            part = NeedPart.MAIN if area is main else part
            yield Finding(area, severity, part, note if severity in PRESENT else "")


def _check_parts(values: Values, main: NeedDomain | None, beneath: Any) -> None:
    """Refuse a form with no area, and a main or underlying need that was not found."""
    if all(values[field_of(area)] is None for area in NeedDomain):
        raise InvalidFieldsError({field_of(NeedDomain.HOUSING): "nothing-asked"})
    wrong = {}
    if main is not None and values[field_of(main)] not in PRESENT:
        wrong[_MAIN] = "not-found-now"
    if any(values[field_of(area)] not in PRESENT for area in beneath):
        wrong[_BENEATH] = "not-found-now"
    if wrong:
        raise InvalidFieldsError(wrong)


def _removing(need: UUID, values: Values, _seen: int) -> Any:
    return partial(remove_need, need_id=need, **values)


def _noting(person: UUID, values: Values, _seen: int) -> Any:
    said = {name: values[name] for name in _SAID}
    level = values.get(NAME) or Sensitivity.RESTRICTED
    one = Enquiry(**said, sensitivity=level)
    return partial(note_enquiry, person_id=person, enquiry=one, reasons=reasons_in(values))


_SAID = ("enquiry", "asked_on", "asked_by", "wish", "support", "how_we_work")


def _changing(row: EnquiryRow, values: Values, seen: int) -> Any:
    day: date | None = row.said.asked_on
    said = {name: values[name] for name in ("enquiry", "wish", "support", "how_we_work")}
    one = Enquiry(asked_on=day, asked_by=row.said.asked_by, **said)
    return partial(
        change_enquiry, enquiry_id=row.id, enquiry=one, seen=seen, reasons=reasons_in(values)
    )


def _ending(enquiry: UUID, values: Values, _seen: int) -> Any:
    return partial(end_enquiry, enquiry_id=enquiry, **values)
