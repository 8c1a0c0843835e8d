"""The forms of the service directory; no Qt."""

from coordinator.domain.directory.rules import DirectoryPage
from coordinator.domain.directory.services import ServiceRow
from coordinator.domain.lists.outreach import ServiceKind
from coordinator.domain.states import AgencyStatus
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.wording.translation import _


def new_service(page: DirectoryPage) -> Question:
    """Ask for a service."""
    return Question(
        _("A new service"),
        _about(None, page),
        _("Add the service"),
        about=_("What you write here counts as checked today."),
    )


def change_service(row: ServiceRow, page: DirectoryPage) -> Question:
    """Ask for what changed about a service."""
    return Question(row.name, _about(row, page), _("Save"))


def end_service(row: ServiceRow) -> Question:
    """Ask why a service is no more."""
    return Question(
        _("{name} is no more", name=row.name),
        (Ask("reason", _("Why, and where people go now"), Kind.TEXT, ""),),
        _("Take it out"),
    )


def _about(row: ServiceRow | None, page: DirectoryPage) -> tuple[Ask, ...]:
    agencies = tuple(
        (one.id, one.name) for one in page.agencies if one.status is AgencyStatus.ACTIVE
    )
    none = ((None, _("None of the panel's agencies")),)
    kind = row.kind if row else None
    return (
        Ask("name", _("Name"), Kind.LINE, row.name if row else ""),
        Ask("service_kind", _("Kind"), Kind.CHOICE, kind, choices_of(ServiceKind, _("Choose"))),
        Ask("hours", _("When it is open"), Kind.LINE, row.hours if row else ""),
        Ask("who_for", _("Who it is for"), Kind.LINE, row.who_for if row else ""),
        Ask("how_to_refer", _("How to refer"), Kind.TEXT, row.how_to_refer if row else ""),
        Ask("phone", _("Telephone"), Kind.LINE, row.phone if row else ""),
        Ask("area", _("Area"), Kind.LINE, row.area if row else ""),
        Ask("address", _("Address"), Kind.LINE, row.address if row else ""),
        Ask(
            "agency_id",
            _("Agency that runs it"),
            Kind.CHOICE,
            row.agency_id if row else None,
            (*none, *agencies),
        ),
        Ask("note", _("Anything else"), Kind.TEXT, row.note if row else ""),
    )
