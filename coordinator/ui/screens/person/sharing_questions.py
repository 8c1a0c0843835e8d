"""The forms about what may be shared about somebody and who is not told; no Qt."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from coordinator.casework.disclosing.exclusions import (
    exclude_agency,
    exclude_worker,
    lift_exclusion,
    lift_worker,
)
from coordinator.casework.need_to_know.bases import begin_urgent_work, record_basis, withdraw_basis
from coordinator.casework.person.pages import say_why_opened
from coordinator.domain.lists.sharing import (
    Agreement,
    Gateway,
    LawfulBasis,
    ScheduleCondition,
    SpecialCondition,
    ToldAboutPanel,
)
from coordinator.domain.need_to_know.bases import CONDITIONS, FITTING, BasisCard, BasisFacts
from coordinator.domain.need_to_know.sharing import ExclusionRow, Sharing
from coordinator.domain.person.pages import PersonPage
from coordinator.domain.states import Answer
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.ui.screens.person.acts import given
from coordinator.ui.screens.person.opened import Offered
from coordinator.ui.screens.person.steps import Step
from coordinator.ui.shared.asking import Act
from coordinator.ui.shared.held_back import without_held_back
from coordinator.wording.sharing import excluded_words
from coordinator.wording.translation import N_, _

Values = Mapping[str, Any]
Put = tuple[Question, Act]
OF_BASIS = frozenset({Step.BASIS, Step.AGREEMENT, Step.CAPACITY})
"""The forms that are filled from the information basis."""
_OLD = SpecialCondition.NONE
"""Offered no more: it stands in older records only."""
_NOT_TOLD = frozenset({ToldAboutPanel.NOT_YET, ToldAboutPanel.NO})


def put_new(page: PersonPage, offered: Offered, step: Step, today: date) -> Put | None:
    """Give the form of a step about sharing, and the act it leads to."""
    person = page.person.id
    if step in OF_BASIS:
        plain = {Step.BASIS: _basis, Step.CAPACITY: _capacity}
        asked = plain[step](page) if step in plain else _agreement(page, today)
        asked = without_held_back(asked, page.held)
        return asked, partial(_recording, page, asked, step is Step.BASIS)
    found: dict[Step, Put] = {
        Step.WITHDRAW_BASIS: (_withdraw(), partial(_plain, withdraw_basis, person)),
        Step.URGENT: (_urgent(), partial(_plain, begin_urgent_work, person)),
        Step.WHY_OPENED: (_why_opened(), partial(_plain, say_why_opened, person)),
        Step.EXCLUDE: (_exclude(page, offered), partial(_excluding, person)),
        Step.EXCLUDE_WORKER: (_exclude_worker(page, offered), partial(_excluding_one, person)),
    }
    return found.get(step)


def put_about(step: Step, about: object) -> Put | None:
    """Give the form about who is not told, and the act it leads to."""
    if isinstance(about, ExclusionRow) and step is Step.LIFT:
        return _lift(about), partial(_lifting, about)
    return None


def _basis(page: PersonPage) -> Question:
    card = page.sharing.basis
    facts = _filled_in(page.sharing)
    return Question(
        _("Information basis"),
        (
            *_of_telling(facts),
            *_of_law(card, facts),
            Ask(
                "review_on",
                _("Look at it again on"),
                Kind.DAY,
                facts.review_on,
                hint=_hint(card, "review_on"),
            ),
        ),
        _("Record the basis"),
        about=_(
            "Knowing about the panel, agreeing to the plan and the lawful basis are three things."
        ),
    )


def _of_telling(facts: BasisFacts) -> tuple[Ask, ...]:
    return (
        Ask(
            "told",
            _("Does the person know about the panel?"),
            Kind.CHOICE,
            facts.told,
            choices_of(ToldAboutPanel, _("Not recorded yet")),
        ),
        Ask("told_on", _("Told on"), Kind.DAY, facts.told_on, only_for=_told()),
        Ask("told_by", _("Told by"), Kind.LINE, facts.told_by, only_for=_told()),
        Ask("told_how", _("How"), Kind.LINE, facts.told_how, only_for=_told()),
        Ask(
            "notice_version",
            _("Privacy notice given"),
            Kind.LINE,
            facts.notice_version,
            hint=_("Its version or date; empty when none was."),
            only_for=_told(),
        ),
        Ask(
            "not_told_reason",
            _("Why not"),
            Kind.TEXT,
            facts.not_told_reason,
            only_for=("told", _NOT_TOLD),
        ),
    )


def _filled_in(sharing: Sharing) -> BasisFacts:
    """Fill in what most people of the panel have, where a basis says nothing of it."""
    facts = sharing.basis.facts
    if sharing.usual is None or any(getattr(facts, one) is not None for one in CONDITIONS):
        return facts
    return replace(facts, **{one: getattr(sharing.usual, one) for one in CONDITIONS})


def _hint(card: BasisCard, name: str, value: object = None) -> str:
    """Say at the entry that it is missing, and what the law asks for in plain words."""
    why = _(_WHY[name]) if name in _WHY else ""
    if name not in card.missing:
        return why
    if value is not None and getattr(card.facts, name, None) is None:
        return _("Filled in as for most people here: check it. {why}", why=why).strip()
    return _("Still missing. {why}", why=why).strip()


_WHY = {
    "special_condition": N_(
        "A panel always talks about health, drugs or drink; the law asks for a condition."
    ),
    "offence_data": N_("Yes if offences, charges or convictions are on file."),
    "schedule_condition": N_(
        "It must go with the condition above; offence data needs one too, or official authority."
    ),
    "review_on": N_("At most a year off."),
}
_FOLLOWS = ("special_condition", {one: min(of) for one, of in FITTING.items() if len(of) == 1})


def _of_law(card: BasisCard, facts: BasisFacts) -> tuple[Ask, ...]:
    special = _("Condition for special category data")
    of_schedule = _("Condition of Schedule 1")

    def one_of(name: str, title: str, kind: Any) -> Ask:
        value = getattr(facts, name)
        asked = replace(_one_of(name, title, value, kind), hint=_hint(card, name, value))
        shown = tuple(one for one in asked.choices if one[0] == value or one[0] != _OLD)
        return replace(asked, choices=shown)

    offence = _yes_or_no("offence_data", _("Criminal offence data?"), facts.offence_data)
    others = tuple(one for one in choices_of(Gateway) if one[0] is not facts.gateway)
    return (
        one_of("lawful_basis", _("Lawful basis"), LawfulBasis),
        one_of("gateway", _("Power to share"), Gateway),
        Ask(
            "more_gateways",
            _("Other powers to share"),
            Kind.MANY,
            facts.more_gateways,
            others,  # the main power is no further one
        ),
        one_of("special_condition", special, SpecialCondition),
        replace(offence, hint=_hint(card, "offence_data", facts.offence_data)),
        replace(one_of("schedule_condition", of_schedule, ScheduleCondition), follows=_FOLLOWS),
    )


def _agreement(page: PersonPage, today: date) -> Question:
    facts = page.sharing.basis.facts
    return Question(
        _("What the person said"),
        (
            _one_of(
                "asked_to_agree",
                _("When asked to agree"),
                facts.asked_to_agree,
                Agreement,
            ),
            Ask("agreed_on", _("Asked on"), Kind.DAY, facts.agreed_on),
            Ask("agreement", _("What the person agreed to"), Kind.LINE, facts.agreement),
            Ask("objection", _("What they object to"), Kind.TEXT, facts.objection),
            Ask("objected_on", _("Objected on"), Kind.DAY, facts.objected_on or today),
        ),
        _("Record it"),
        about=_("It is good practice and no lawful basis: the panel may work without it."),
    )


def _capacity(page: PersonPage) -> Question:
    facts = page.sharing.basis.facts
    return Question(
        _("Capacity and advocate"),
        (
            Ask(
                "capacity_decision",
                _("For which decision"),
                Kind.LINE,
                facts.capacity_decision,
                hint=_("Capacity is about one decision at one time."),
            ),
            Ask(
                "capacity_found",
                _("Can they decide it?"),
                Kind.CHOICE,
                facts.capacity_found,
                choices_of(Answer, _("Nobody has looked yet")),
            ),
            Ask("capacity_on", _("Looked at on"), Kind.DAY, facts.capacity_on),
            Ask("capacity_by", _("By whom"), Kind.LINE, facts.capacity_by),
            Ask("advocate", _("Advocate"), Kind.LINE, facts.advocate),
        ),
        _("Record it"),
    )


def _urgent() -> Question:
    return Question(
        _("Work before the basis is complete"),
        (Ask("reason", _("Why it cannot wait"), Kind.TEXT, ""),),
        _("Begin"),
        about=_("They stay listed by initials. The basis is to be complete in five working days."),
    )


def _why_opened() -> Question:
    return Question(
        _("Why you look at this page"),
        (Ask("reason", _("Why"), Kind.TEXT, ""),),
        _("Keep it"),
        about=_(
            "That you opened it is in the journal already. Some agencies must say why as well."
        ),
    )


def _withdraw() -> Question:
    return Question(
        _("The basis no longer holds"),
        (Ask("reason", _("Why"), Kind.TEXT, ""),),
        _("Withdraw the basis"),
        about=_("From then on lists and papers give this person by initials only."),
    )


def _exclude(page: PersonPage, offered: Offered) -> Question:
    standing = {row.agency_id for row in page.sharing.exclusions if row.worker_id is None}
    listed = tuple(
        (one.id, one.name) for one in offered.directory.agencies if one.id not in standing
    )
    return Question(
        _("An agency that is not to be told"),
        (_found("agency_id", _("Agency"), listed), _why_not_told()),
        _("Do not tell them"),
        about=_(
            "Nothing about this person goes to them. If they lead, that ends today; what they were"
            " to do needs another owner. One coordinator or chair must remain who may be told."
        ),
    )


def _exclude_worker(page: PersonPage, offered: Offered) -> Question:
    standing = {row.worker_id for row in page.sharing.exclusions}
    listed = tuple(
        (one.id, f"{one.name}, {one.agency}")
        for one in offered.directory.professionals
        if one.name and one.id not in standing
    )
    return Question(
        _("A worker who is not to be told"),
        (_found("professional_id", _("Worker"), listed), _why_not_told()),
        _("Do not tell them"),
        about=_(
            "Their agency may know. If they lead, that ends today. One coordinator or chair must"
            " remain who may be told."
        ),
    )


def _lift(row: ExclusionRow) -> Question:
    return Question(
        _("{agency} may be told again", agency=row.worker or excluded_words(row)),
        (Ask("reason", _("Why"), Kind.TEXT, ""),),
        _("They may be told"),
        about=row.reason,
    )


def _recording(
    page: PersonPage,
    question: Question,
    stands_again: bool,  # noqa: FBT001 - by place, as every act of a form
    values: Values,
    seen: int,
) -> Any:
    """Record it, with what was filled in before anybody said it.

    What somebody objects to never makes a withdrawn basis stand again.
    """
    person, facts = page.person.id, page.sharing.basis.facts
    before = {ask.name: ask.value for ask in question.asks}
    filled = [one for one in CONDITIONS if before.get(one) != getattr(facts, one)]
    said = question.changed(values) | {one: values[one] for one in filled if one in values}
    if said.get("objection"):  # with the day that was proposed, if nobody said another
        said["objected_on"] = values["objected_on"]
    return partial(record_basis, person_id=person, seen=seen, stands_again=stands_again, **said)


def _plain(act: Any, person: UUID, values: Values, _seen: int) -> Any:
    return partial(act, person_id=person, **values)


def _excluding(person: UUID, values: Values, _seen: int) -> Any:
    return given(values, ("agency_id",), partial(exclude_agency, person_id=person, **values))


def _excluding_one(person: UUID, values: Values, _seen: int) -> Any:
    act = partial(exclude_worker, person_id=person, **values)
    return given(values, ("professional_id",), act)


def _lifting(row: ExclusionRow, values: Values, _seen: int) -> Any:
    if row.worker_id is not None:
        return partial(lift_worker, untold_id=row.id, **values)
    return partial(lift_exclusion, exclusion_id=row.id, **values)


def _one_of(name: str, title: str, value: Any, kind: Any) -> Ask:
    return Ask(name, title, Kind.CHOICE, value, choices_of(kind, _("Not recorded yet")))


def _yes_or_no(name: str, title: str, value: bool | None) -> Ask:  # noqa: FBT001 - as it is kept
    listed = ((None, _("Nobody has asked yet")), (True, _("Yes")), (False, _("No")))
    return Ask(name, title, Kind.CHOICE, value, listed)


def _found(name: str, title: str, listed: tuple[tuple[Any, str], ...]) -> Ask:
    choices = ((None, ""), *listed)
    return Ask(name, title, Kind.FIND, None, choices, hint=_("Type part of the name."))


def _why_not_told() -> Ask:
    return Ask("reason", _("Why"), Kind.TEXT, "", hint=_("Such as: asked that they are not told."))


def _told() -> tuple[str, frozenset[Any]]:
    return ("told", frozenset({ToldAboutPanel.YES}))
