"""The forms of the directory; no Qt."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from coordinator.domain.directory.covers import CoverRow
from coordinator.domain.directory.rules import AgencyRow, DirectoryPage, ProfessionalRow, SeatRow
from coordinator.domain.lists.agencies import AgencyKind
from coordinator.domain.lists.weeks import PanelPost
from coordinator.domain.roles import Role
from coordinator.domain.states import AgencyStatus
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.wording.translation import _

Choices = tuple[tuple[Any, str], ...]


def new_agency() -> Question:
    """Ask for an agency."""
    return Question(
        _("A new agency"), (Ask("name", _("Name")), *_about_agency(None)), _("Add the agency")
    )


def change_agency(row: AgencyRow) -> Question:
    """Ask how an agency is reached."""
    return Question(row.name, _about_agency(row), _("Save"))


def rename(row: AgencyRow) -> Question:
    """Ask for a new name."""
    return Question(
        _("Rename {agency}", agency=row.name),
        (
            Ask("name", _("Its new name"), Kind.LINE, row.name),
            Ask("short_name", _("Its new short name"), Kind.LINE, row.short_name),
        ),
        _("Rename it"),
        about=_("Meetings held and actions set keep the old name."),
    )


def agreement(row: AgencyRow) -> Question:
    """Ask when the sharing agreement was signed, and until when it holds."""
    return Question(
        _("Sharing agreement of {agency}", agency=row.name),
        (
            Ask("agreement_signed_on", _("Signed on"), Kind.DAY, row.agreement_signed_on),
            Ask("agreement_expires_on", _("Holds until"), Kind.DAY, row.agreement_expires_on),
        ),
        _("Record it"),
    )


def restricted(row: AgencyRow) -> Question:
    """Ask whether an agency may have restricted entries, and why."""
    return Question(
        _("Restricted entries and {agency}", agency=row.name),
        (
            Ask(
                "may_have_restricted",
                _("It may have restricted entries about those it works with"),
                Kind.TICK,
                row.may_have_restricted,
            ),
            Ask("reason", _("Why"), Kind.LINE, ""),
        ),
        _("Save"),
        about=_(
            "What is about others or could do serious harm goes to it as well. Legal advice"
            " never does. Papers that left stay as they are."
        ),
    )


def merge(row: AgencyRow, page: DirectoryPage) -> Question:
    """Ask which agency took over."""
    others = [one for one in page.agencies if one.id != row.id]
    return Question(
        _("Merge {agency} into another", agency=row.name),
        (
            Ask("into", _("Which took over"), Kind.CHOICE, None, _standing(others)),
            Ask("on", _("Since"), Kind.DAY, hint=_("Empty for today. Day/month/year.")),
        ),
        _("Merge them"),
        about=_(
            "Its people, seats and open actions go with it. What was done under its name keeps it."
        ),
    )


def close(row: AgencyRow) -> Question:
    """Ask why an agency is no more."""
    return Question(
        _("Close {agency}", agency=row.name),
        (
            Ask("reason", _("Why, and that nobody took over"), Kind.TEXT, ""),
            Ask("on", _("Since"), Kind.DAY, hint=_("Empty for today. Day/month/year.")),
        ),
        _("Close the agency"),
    )


def new_professional(page: DirectoryPage) -> Question:
    """Ask for somebody in post."""
    return Question(
        _("A new professional"),
        (
            Ask("name", _("Name"), hint=_("A person; actions have named owners, never groups.")),
            Ask("agency_id", _("Agency"), Kind.CHOICE, None, _standing(page.agencies)),
            *_about_professional(None),
        ),
        _("Add the professional"),
    )


def change_professional(row: ProfessionalRow) -> Question:
    """Ask for what changed about somebody in post."""
    return Question(
        _("{name}, {agency}", name=row.name, agency=row.agency),
        (Ask("name", _("Name"), Kind.LINE, row.name), *_about_professional(row)),
        _("Save"),
        about=_("Somebody who moves to another agency leaves this post and is added anew."),
    )


def own_card(row: ProfessionalRow) -> Question:
    """Ask somebody how they themselves are reached."""
    return Question(
        _("How you are reached"),
        (
            Ask("job", _("Job"), Kind.LINE, row.job),
            Ask("phone", _("Telephone"), Kind.LINE, row.phone),
            Ask("email", _("E-mail"), Kind.LINE, row.email),
        ),
        _("Save"),
        about=_("Your name, agency and role are the coordinator's to change."),
    )


def leaving(row: ProfessionalRow) -> Question:
    """Ask when somebody left."""
    return Question(
        _("{name} leaves", name=row.name),
        (Ask("on", _("Last day"), Kind.DAY, hint=_("Empty for today. Day/month/year.")),),
        _("Record that they left"),
        about=_(
            "Their seats fall vacant, their lead roles end, and their open actions need an owner."
        ),
    )


def new_cover(page: DirectoryPage, today: date) -> Question:
    """Ask who stands in for whom, and from when until when."""
    in_post = tuple(
        (one.id, f"{one.name}, {one.agency}") for one in page.professionals if one.left_on is None
    )
    return Question(
        _("Somebody stands in"),
        (
            Ask("post", _("As"), Kind.CHOICE, PanelPost.COORDINATOR, choices_of(PanelPost)),
            Ask("professional_id", _("Who stands in"), Kind.CHOICE, None, in_post),
            Ask("from_on", _("From"), Kind.DAY, today),
            Ask("until_on", _("Until, that day included"), Kind.DAY, None),
        ),
        _("Note it"),
        about=_("Papers name them, and they decide as the chair would. It gives nobody a login."),
    )


def longer_cover(row: CoverRow) -> Question:
    """Ask until when somebody stands in."""
    return Question(
        _("{name} stands in", name=row.name),
        (Ask("until_on", _("Until, that day included"), Kind.DAY, row.until_on),),
        _("Save"),
    )


def ended_cover(row: CoverRow) -> Question:
    """Ask whether somebody stands in no longer."""
    told = _("From today {absent} is back.", absent=row.absent or _("nobody"))
    return Question(_("{name} stands in no longer", name=row.name), (), _("End it"), about=told)


def new_seat(page: DirectoryPage) -> Question:
    """Ask for a seat on the panel."""
    return Question(_("A new seat"), _about_seat(None, page), _("Add the seat"))


def change_seat(row: SeatRow, page: DirectoryPage) -> Question:
    """Ask what a seat is called, and whose it is."""
    return Question(_("Seat: {seat}", seat=row.name), _about_seat(row, page), _("Save"))


def fill(row: SeatRow, page: DirectoryPage) -> Question:
    """Ask who holds a seat."""
    nobody = ((None, _("No change")),)
    able = _able(row, page)
    return Question(
        _("Fill the seat: {seat}", seat=row.name),
        (
            Ask("holder_id", _("Who holds it"), Kind.CHOICE, row.holder_id, able),
            Ask("deputy_id", _("Deputy"), Kind.CHOICE, None, (*nobody, *able)),
        ),
        _("Fill the seat"),
    )


def deputy(row: SeatRow, page: DirectoryPage) -> Question:
    """Ask who comes when the holder cannot."""
    nobody = ((None, _("Nobody")),)
    able = (*nobody, *_able(row, page))
    return Question(
        _("Deputy for the seat: {seat}", seat=row.name),
        (Ask("deputy_id", _("Deputy"), Kind.CHOICE, row.deputy_id, able),),
        _("Save"),
    )


def vacate(row: SeatRow) -> Question:
    """Ask since when nobody holds a seat."""
    return Question(
        _("Vacate the seat: {seat}", seat=row.name),
        (
            Ask("since", _("Vacant since"), Kind.DAY, hint=_("Empty for today. Day/month/year.")),
            Ask("reason", _("Why"), Kind.LINE, ""),
        ),
        _("Vacate the seat"),
        about=_("{name} holds it now.", name=row.holder),
    )


def remove_seat(row: SeatRow) -> Question:
    """Ask why a seat is taken off the panel."""
    return Question(
        _("Take the seat off the panel: {seat}", seat=row.name),
        (Ask("reason", _("Why"), Kind.LINE, ""),),
        _("Take it off"),
        about=_("Past attendance keeps it."),
    )


def _about_agency(row: AgencyRow | None) -> tuple[Ask, ...]:
    kinds = choices_of(AgencyKind, _("Not said"))
    short = (Ask("short_name", _("Short name"), Kind.LINE, row.short_name if row else ""),)
    return (
        *short,
        Ask("agency_kind", _("Kind"), Kind.CHOICE, row.agency_kind if row else None, kinds),
        Ask("contact", _("Whom to ask for"), Kind.LINE, row.contact if row else ""),
        Ask("phone", _("Telephone"), Kind.LINE, row.phone if row else ""),
        Ask("email", _("E-mail"), Kind.LINE, row.email if row else ""),
        Ask(
            "secure_email",
            _("Their e-mail is secure"),
            Kind.TICK,
            row.secure_email if row else False,
        ),
    )


def _about_professional(row: ProfessionalRow | None) -> tuple[Ask, ...]:
    role = row.role if row else Role.REPRESENTATIVE
    return (
        Ask("job", _("Job"), Kind.LINE, row.job if row else ""),
        Ask("role", _("Role on the panel"), Kind.CHOICE, role, choices_of(Role)),
        Ask("phone", _("Telephone"), Kind.LINE, row.phone if row else ""),
        Ask("email", _("E-mail"), Kind.LINE, row.email if row else ""),
        Ask(
            "is_contact_point",
            _("Answers for the agency"),
            Kind.TICK,
            row.is_contact_point if row else False,
        ),
        Ask("started_on", _("Started on"), Kind.DAY, row.started_on if row else None),
        Ask("inducted_on", _("Inducted on"), Kind.DAY, row.inducted_on if row else None),
        Ask(
            "confidentiality_signed_on",
            _("Confidentiality signed on"),
            Kind.DAY,
            row.confidentiality_signed_on if row else None,
        ),
        Ask(
            "trauma_trained_on",
            _("Trauma training on"),
            Kind.DAY,
            row.trauma_trained_on if row else None,
        ),
    )


def _about_seat(row: SeatRow | None, page: DirectoryPage) -> tuple[Ask, ...]:
    nobody = ((None, _("No agency: a person's seat")),)
    whose = (*nobody, *_standing(page.agencies))
    return (
        Ask("name", _("Name of the seat"), Kind.LINE, row.name if row else ""),
        Ask("agency_id", _("Agency"), Kind.CHOICE, row.agency_id if row else None, whose),
        Ask(
            "required",
            _("Counts for the quorum"),
            Kind.TICK,
            row.required if row else False,
        ),
    )


def _standing(agencies: Iterable[AgencyRow]) -> Choices:
    return tuple((one.id, one.name) for one in agencies if one.status is AgencyStatus.ACTIVE)


def _able(row: SeatRow, page: DirectoryPage) -> Choices:
    """List who is in post, those of the seat's agency first."""
    in_post = [one for one in page.professionals if one.left_on is None]
    in_post.sort(key=lambda one: one.agency_id != row.agency_id)
    return tuple((one.id, f"{one.name}, {one.agency}") for one in in_post)
