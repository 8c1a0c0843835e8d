"""Naming what is in somebody's way, and what an escalation from their page is about; no Qt."""

from collections.abc import Mapping
from functools import partial
from typing import Any
from uuid import UUID

from coordinator.casework.actions.barriers import identify_barrier
from coordinator.casework.desk import Desk
from coordinator.domain.actions.barriers import NewBarrier
from coordinator.domain.directory.rules import is_in_post
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.people import NeedSeverity
from coordinator.domain.outcomes import Done
from coordinator.domain.states import AgencyStatus
from coordinator.domain.stuck.views import StuckRow
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.ui.screens.person.acts import Act
from coordinator.ui.screens.person.opened import Offered
from coordinator.ui.shared.escalating import Raised
from coordinator.ui.shared.precedents import choices_of_barriers, chosen_barrier
from coordinator.wording.barriers import category_words
from coordinator.wording.translation import _

Values = Mapping[str, Any]


def barrier(offered: Offered) -> Question:
    """Ask what is in the way, whose rule it is, what was tried, who works on it."""
    page, today = offered.directory, offered.now.date()
    agencies = tuple(
        (one.id, one.name) for one in page.agencies if one.status is AgencyStatus.ACTIVE
    )
    workers = tuple(
        (one.id, f"{one.name}, {one.agency}")
        for one in page.professionals
        if one.name and is_in_post(one.left_on, today)
    )
    return Question(
        _("What is in the way?"),
        (
            Ask(
                "category",
                _("What is in the way?"),
                Kind.FIND,
                None,
                ((None, ""), *choices_of_barriers(offered.barriers)),
                hint=_("Type part of the words, or choose from the list."),
            ),
            Ask(
                "agency_id",
                _("Whose rule or lack is it?"),
                Kind.CHOICE,
                None,
                ((None, _("No agency's")), *agencies),
            ),
            Ask("description", _("What exactly?"), Kind.TEXT, ""),
            Ask("tried", _("What has been tried, by whom, when?"), Kind.TEXT, ""),
            Ask(
                "severity",
                _("Severity"),
                Kind.CHOICE,
                None,
                choices_of(NeedSeverity, _("Not said")),
            ),
            Ask("since", _("Since"), Kind.DAY, hint=_("Empty for today. Day/month/year.")),
            Ask(
                "worker_id",
                _("Who works on it?"),
                Kind.FIND,
                None,
                ((None, _("Nobody yet")), *workers),
            ),
        ),
        _("Name it"),
    )


def named(person: UUID, values: Values, _seen: int) -> Act:
    """Name a barrier of somebody."""
    return partial(_name, person=person, values=values)


def raised(person: UUID, about: object) -> Raised:
    """Say what an escalation is about: a barrier on the page, or the person alone."""
    if not isinstance(about, StuckRow):
        return Raised(_("About this person, and no single barrier."), person=person)
    words = category_words(about.barrier.category, about.barrier.own)
    said = ". ".join(filter(None, (words, about.barrier.description)))
    return Raised(said, barrier=about.id, agency=about.barrier.agency)


def _name(desk: Desk, person: UUID, values: Values) -> Done[UUID]:
    if values["category"] is None:
        raise InvalidFieldsError({"category": "required"})  # only the form can tell
    category, own = chosen_barrier(values["category"])
    said = {**values, "category": category, "own_category": own}
    return identify_barrier(desk, NewBarrier(person_id=person, **said))
