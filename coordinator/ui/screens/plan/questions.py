"""The forms of the page of a plan; no Qt."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from coordinator.domain.directory.rules import AgencyRow, PanelCard
from coordinator.domain.lists.plans import EcologicalLevel, GoalDomain
from coordinator.domain.meetings.views import MeetingRow
from coordinator.domain.plans.rules import GOAL_MOVES, OFFER_MOVES, WithPerson
from coordinator.domain.plans.views import GoalRow, OfferRow, PlanView
from coordinator.domain.states import Answer, GoalStatus, OfferStatus
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.ui.shared.chairs import ask_chair
from coordinator.wording import dates
from coordinator.wording.labels import label
from coordinator.wording.translation import _


def new_goal() -> Question:
    """Ask for a goal; the person's own words come first."""
    return Question(
        _("A new goal"),
        (
            Ask("own_words", _("In the person's own words"), Kind.TEXT, ""),
            Ask("panel_words", _("What the panel works towards"), Kind.TEXT, ""),
            *_about_goal(None),
        ),
        _("Add the goal"),
    )


def goal_details(row: GoalRow) -> Question:
    """Ask what a goal is about and by when."""
    return Question(
        _("Goal {place}: details", place=row.place), _about_goal(row), _("Save the details")
    )


def goal_status(row: GoalRow) -> Question:
    """Ask how a goal goes."""
    line = row.line
    listed = [one for one in GoalStatus if one in GOAL_MOVES[line.status]]
    return Question(
        _("Goal {place}: how it goes", place=row.place),
        (
            Ask("status", _("It is now"), Kind.CHOICE, None, _choices(listed)),
            Ask(
                "status_note",
                _("What to say about it"),
                Kind.TEXT,
                line.status_note,
                hint=_("Needed when it was reached in part, not reached, or let go."),
            ),
        ),
        _("Save"),
        about=line.own_words or line.panel_words,
    )


def new_offer(agencies: Sequence[AgencyRow]) -> Question:
    """Ask what an agency will contribute."""
    listed = tuple((one.id, one.name) for one in agencies)
    return Question(
        _("What an agency offers"),
        (Ask("agency_id", _("Agency"), Kind.CHOICE, None, listed), *_about_offer(None)),
        _("Add the offer"),
    )


def offer_details(row: OfferRow) -> Question:
    """Ask for an offer anew."""
    return Question(
        _("The offer of {agency}", agency=row.line.agency), _about_offer(row), _("Save the offer")
    )


def offer_status(row: OfferRow) -> Question:
    """Ask what became of an offer."""
    listed = [one for one in OfferStatus if one in OFFER_MOVES[row.line.status]]
    return Question(
        _("What became of the offer of {agency}", agency=row.line.agency),
        (
            Ask("status", _("It is now"), Kind.CHOICE, None, _choices(listed)),
            Ask("reason", _("Why"), Kind.TEXT, "", hint=_("Needed when it is given up.")),
        ),
        _("Save"),
        about=row.line.what,
    )


def agreement(plan: PlanView, meetings: Sequence[MeetingRow], panel: PanelCard) -> Question:
    """Ask how the plan was agreed: at a meeting, or by the chair with a reason."""
    where: tuple[tuple[Any, str], ...] = tuple((one.id, _meeting(one)) for one in meetings)
    alone = (None, _("By the chair, without a meeting"))
    return Question(
        _("Agree version {number}", number=plan.version + 1),
        (
            Ask("meeting_id", _("Agreed"), Kind.CHOICE, _first(where), (*where, alone)),
            ask_chair(_("The chair who decides"), None, panel.chairs),
            Ask(
                "reason",
                _("Why without a meeting"),
                Kind.TEXT,
                "",
                hint=_("Only for a decision of the chair."),
            ),
            *_about_person(WithPerson()),
        ),
        _("Agree the plan"),
        about=_("What it says now is kept as it is, word for word, as its next version."),
    )


def with_person(plan: PlanView) -> Question:
    """Ask whether the person agreed, and when they had their copy."""
    return Question(
        _("The plan and the person"),
        _about_person(plan.with_person),
        _("Save"),
        about=_("Nothing about us without us: what they said, and when they had their copy."),
    )


def ending() -> Question:
    """Ask why a plan ends."""
    return Question(
        _("End the plan"),
        (Ask("reason", _("Why it ends"), Kind.TEXT, ""),),
        _("End the plan"),
        about=_("Its versions stay readable. A new plan can be begun afterwards."),
    )


def _about_goal(row: GoalRow | None) -> tuple[Ask, ...]:
    line = row.line if row else None
    return (
        Ask(
            "goal_domain",
            _("What it is about"),
            Kind.CHOICE,
            line.goal_domain if line else None,
            choices_of(GoalDomain, _("Not said")),
        ),
        Ask(
            "level",
            _("Level"),
            Kind.CHOICE,
            line.level if line else None,
            choices_of(EcologicalLevel, _("Not said")),
        ),
        Ask("baseline", _("Where it starts from"), Kind.TEXT, line.baseline if line else ""),
        Ask("measure", _("How we shall know"), Kind.TEXT, line.measure if line else ""),
        Ask("target_on", _("By when"), Kind.DAY, line.target_on if line else None),
    )


def _about_offer(row: OfferRow | None) -> tuple[Ask, ...]:
    line = row.line if row else None
    return (
        Ask("what", _("What"), Kind.TEXT, line.what if line else ""),
        Ask("amount", _("How much"), Kind.LINE, line.amount if line else ""),
        Ask("from_on", _("From"), Kind.DAY, line.from_on if line else None),
        Ask("to_on", _("Until"), Kind.DAY, line.to_on if line else None),
        Ask("conditions", _("On what conditions"), Kind.TEXT, line.conditions if line else ""),
    )


def _about_person(said: WithPerson) -> tuple[Ask, ...]:
    return (
        Ask(
            "answer",
            _("Agreed with the person"),
            Kind.CHOICE,
            said.answer,
            choices_of(Answer, _("Nobody has asked yet")),
        ),
        Ask("agreed_with_on", _("On which day"), Kind.DAY, said.on),
        Ask("copy_given_on", _("Their copy was given on"), Kind.DAY, said.copy_given_on),
    )


def said_with_person(values: Any) -> WithPerson:
    """Read what was said about the person's own agreement."""
    return WithPerson(values["answer"], values["agreed_with_on"], values["copy_given_on"])


def _choices(listed: Sequence[Any]) -> tuple[tuple[Any, str], ...]:
    return tuple((one, label(one)) for one in listed)


def _meeting(one: MeetingRow) -> str:
    day = dates.long_day(one.on)
    return _("At {meeting}, {day}", meeting=one.reference, day=day)


def _first(where: Sequence[tuple[UUID, str]]) -> UUID | None:
    return where[0][0] if where else None
