"""The columns of the directory."""

from datetime import date

from coordinator.domain.directory.covers import CoverRow
from coordinator.domain.directory.rules import AgencyRow, AgreementState, ProfessionalRow, SeatRow
from coordinator.domain.states import AgencyStatus
from coordinator.ui.kit.chips import Mark
from coordinator.ui.kit.tables import Column
from coordinator.ui.kit.tokens import Tone
from coordinator.wording import dates
from coordinator.wording.labels import label
from coordinator.wording.translation import _

_AGREEMENTS = {
    AgreementState.EXPIRING: ("clock", Tone.CAREFUL),
    AgreementState.EXPIRED: ("triangle-alert", Tone.URGENT),
    AgreementState.NOT_SIGNED: ("circle-alert", Tone.CAREFUL),
}


def seat_columns() -> tuple[Column[SeatRow], ...]:
    """Describe the seats."""
    return (
        Column(_("Seat"), text=lambda one: one.name, share=2, width=150),
        Column(_("Agency"), text=lambda one: one.agency or _("A person's seat"), share=2, keep=2),
        Column(_("Held by"), text=_holder, mark=_vacancy, share=2, width=170),
        Column(_("Deputy"), text=lambda one: one.deputy or _("Nobody"), share=1, keep=3),
        Column(
            _("For the quorum"),
            text=lambda one: _("Counts") if one.required else _("Does not count"),
            width=130,
            keep=1,
        ),
    )


def cover_columns(today: date) -> tuple[Column[CoverRow], ...]:
    """Describe who stands in."""
    return (
        Column(_("Who stands in"), text=lambda one: one.name, share=2, width=150),
        Column(_("As"), text=lambda one: label(one.post), width=130),
        Column(_("For"), text=lambda one: one.absent or _("Nobody in post"), share=2, keep=1),
        Column(_("From"), text=lambda one: dates.day(one.from_on, today), width=120, keep=2),
        Column(
            _("Until"),
            text=lambda one: dates.day(one.until_on, today),
            mark=lambda one: _now(one, today),
            width=150,
        ),
    )


def _now(one: CoverRow, today: date) -> Mark | None:
    words = _("Until {day}", day=dates.day(one.until_on, today))
    return Mark(words, Tone.NEUTRAL, "users") if one.holds_on(today) else None


def agency_columns() -> tuple[Column[AgencyRow], ...]:
    """Describe the agencies."""
    return (
        Column(_("Agency"), text=_agency, share=3, width=170),
        Column(
            _("Kind"),
            text=lambda one: label(one.agency_kind) if one.agency_kind else dates.not_recorded(),
            share=2,
            keep=1,
        ),
        Column(_("Whom to ask"), text=_whom, share=2, keep=3),
        Column(_("Telephone"), text=lambda one: one.phone or dates.not_recorded(), keep=2),
        Column(
            _("Sharing agreement"),
            text=_agreement,
            mark=_agreement_mark,
            tip=_agreement_tip,
            width=210,
        ),
    )


def professional_columns() -> tuple[Column[ProfessionalRow], ...]:
    """Describe the professionals."""
    return (
        Column(_("Name"), text=_professional, mark=_left, share=2, width=150),
        Column(_("Job"), text=lambda one: one.job or dates.not_recorded(), share=2, keep=3),
        Column(_("Agency"), text=lambda one: one.agency, share=2, keep=4),
        Column(_("Role on the panel"), text=lambda one: label(one.role), width=150, keep=1),
        Column(_("Telephone"), text=lambda one: one.phone or dates.not_recorded(), keep=5),
        Column(
            _("Answers for the agency"),
            text=lambda one: _("Yes") if one.is_contact_point else _("No"),
            width=170,
            keep=2,
        ),
    )


def _holder(one: SeatRow) -> str:
    if one.holder:
        return one.holder
    if one.days_vacant is None:
        return _("Vacant")
    if one.days_vacant == 0:
        return _("Vacant since today")
    return _("Vacant for {time}", time=dates.span(one.days_vacant))


def _vacancy(one: SeatRow) -> Mark | None:
    if one.holder:
        return None
    tone = Tone.CAREFUL if one.required else Tone.NEUTRAL
    return Mark(_holder(one), tone, "user-round-x")


def _agency(one: AgencyRow) -> str:
    if one.status is AgencyStatus.MERGED:
        return _("{name} (now {successor})", name=one.name, successor=one.successor)
    if one.status is AgencyStatus.CLOSED:
        return _("{name} (closed)", name=one.name)
    return one.name


def _whom(one: AgencyRow) -> str:
    return one.contact_point or one.contact or dates.not_recorded()


def _agreement(one: AgencyRow) -> str:
    if one.agreement is AgreementState.EXPIRING:
        return _("Ends {day}", day=_plain(one.agreement_expires_on))
    if one.agreement is AgreementState.EXPIRED:
        return _("Ended {day}", day=_plain(one.agreement_expires_on))
    return label(one.agreement)


def _plain(on: date | None) -> str:
    return on.strftime("%d/%m/%Y") if on else dates.not_recorded()


def _agreement_mark(one: AgencyRow) -> Mark | None:
    if one.status is not AgencyStatus.ACTIVE or one.agreement not in _AGREEMENTS:
        return None
    sign, tone = _AGREEMENTS[one.agreement]
    return Mark(_agreement(one), tone, sign)


def _agreement_tip(one: AgencyRow) -> str:
    if one.agreement_signed_on is None:
        return label(one.agreement)
    return dates.period(one.agreement_signed_on, one.agreement_expires_on)


def _professional(one: ProfessionalRow) -> str:
    if one.left_on is None:
        return one.name
    return _("{name}, left {day}", name=one.name, day=_plain(one.left_on))


def _left(one: ProfessionalRow) -> Mark | None:
    return None if one.left_on is None else Mark(_professional(one), Tone.NEUTRAL, "door-open")
