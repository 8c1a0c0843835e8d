"""A meeting's packs: who gets which, whom it names, what is left out and why."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from coordinator.domain.directory.postal import mail_parts
from coordinator.domain.directory.rules import AgreementState
from coordinator.domain.disclosing import sendings
from coordinator.domain.disclosing.sendings import Prompt
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.agencies import NEVER_NAMED_DATA, AgencyKind
from coordinator.domain.lists.sharing import PackVariant
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.people.rules import PersonName
from coordinator.domain.roles import Right, Role, may
from coordinator.domain.texts import is_blank

KEPT_FOR = timedelta(days=28)
"""A pack is destroyed or returned within four weeks of its meeting."""

LIMITED_KINDS = frozenset(
    {
        AgencyKind.VCS_ADVICE,
        AgencyKind.VCS_DAY_CENTRE,
        AgencyKind.VCS_FAITH,
        AgencyKind.VCS_FOOD,
        AgencyKind.VETERANS,
        AgencyKind.BUSINESS,
        AgencyKind.LIVED_EXPERIENCE,
    }
)
"""The voluntary sector, and those who come as guests. Source: domain, meeting pack."""

STRATEGIC_KINDS = NEVER_NAMED_DATA | {
    AgencyKind.COMMISSIONER_HOUSING,
    AgencyKind.COMMISSIONER_PUBLIC_HEALTH,
    AgencyKind.COMMISSIONER_MENTAL_HEALTH,
    AgencyKind.COMMISSIONER_SOCIAL_CARE,
    AgencyKind.COMMISSIONER_OPCC,
}
"""Who decides about money and services, and needs nobody's name for it."""


class Refusal(StrEnum):
    """Why no pack can be made for somebody."""

    VACANT = "vacant"
    NO_AGENCY = "no_agency"
    LEFT = "left"
    NOBODY_IN_IT = "nobody_in_it"


class LeftOut(StrEnum):
    """Why somebody on the agenda is not in a pack, or not with everything."""

    NOT_TO_BE_TOLD = "not_to_be_told"
    NOT_THEIRS = "not_theirs"
    NO_NAMES = "no_names"
    ANSWER_ONLY = "answer_only"
    INITIALS_ONLY = "initials_only"


@dataclass(frozen=True, slots=True)
class PackPerson:
    """Somebody on the agenda; the name is cut to initials."""

    id: UUID
    reference: str
    name: PersonName = field(repr=False)


@dataclass(frozen=True, slots=True)
class PasswordNote:
    """What is known of an agency's password besides the password itself.

    Attributes:
        told_on: When the agency was told; nothing while it was not.
    """

    made_on: date
    told_on: date | None = None
    told_how: str = ""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody who is sent a pack: the holder of a seat, their deputy, an officer, an observer.

    Attributes:
        key: The professional's id, else the seat's.
        seat: Of the panel, or nothing.
        deputy_for: Whom they stand in for: a name, else the seat; nothing for who is no deputy.
        is_away: Whom they stand in for does not come, or nobody holds the seat.
        invitation: To look on, as it stands on the list of the room.
        is_officer: Chairs or coordinates the panel, or does so in place of who is away.
        wanted: The variant kept for the agency; nothing while its kind decides.
        agency_revision: Of the agency's row, to keep another variant.
        has_left: They are in post no longer, or their agency has closed.
    """

    key: UUID
    professional: UUID | None
    name: str
    seat: str
    role: Role
    agency: UUID | None
    agency_name: str
    kind: AgencyKind | None = None
    wanted: PackVariant | None = None
    is_officer: bool = False
    is_observer: bool = False
    agreement: AgreementState = AgreementState.NOT_SIGNED
    agreement_until: date | None = None
    has_signed: bool = False
    has_secure_email: bool = False
    email: str = ""
    deputy_for: str = ""
    is_away: bool = field(default=False, compare=False)
    password: PasswordNote | None = field(default=None, compare=False)
    agency_revision: int = field(default=0, compare=False)
    invitation: UUID | None = None
    has_left: bool = False

    @property
    def can_be_written_to(self) -> bool:
        """Whether an e-mail can be addressed to them."""
        return mail_parts(self.email) is not None


@dataclass(frozen=True, slots=True)
class PackRow:
    """What one recipient would get.

    Attributes:
        reader: How the rule of need to know sees the recipient's copy.
        left_out: Of the people on the agenda, with why.
        not_for_all: How many of the people named in it a colleague of the recipient, at the same
            agency, must not be told about.
        kept: Everybody the sitter may see and the recipient must not be told about, on the agenda
            or not.
        refused: Why there is none; then the rest does not matter.
    """

    to: Recipient
    variant: PackVariant
    reader: Reader
    people: tuple[PackPerson, ...] = ()
    left_out: tuple[tuple[PackPerson, LeftOut], ...] = ()
    prompts: tuple[Prompt, ...] = ()
    refused: Refusal | None = None
    kept: frozenset[UUID] = frozenset()
    not_for_all: int = 0

    @property
    def waits(self) -> bool:
        """Whether it stays until somebody lets it go: a deputy's, while the holder comes."""
        return bool(self.to.deputy_for) and not self.to.is_away

    @property
    def needs_password(self) -> bool:
        """Whether the file is locked: not for whoever is reached by secure e-mail."""
        return not self.to.has_secure_email


@dataclass(frozen=True, slots=True)
class PackPreview:
    """Who would get what for one meeting."""

    meeting: UUID
    reference: str
    on: date
    rows: tuple[PackRow, ...]

    @property
    def ready(self) -> tuple[PackRow, ...]:
        """Those for whom a pack can be made."""
        return tuple(row for row in self.rows if row.refused is None)


def variant_for(to: Recipient) -> PackVariant:
    """Say which pack somebody gets.

    Officers get the full one; who never receives anything about a named person, the strategic
    one, whatever is kept for the agency; the others what is kept, else what their kind needs.
    """
    if to.is_officer:
        return PackVariant.FULL
    if to.kind in NEVER_NAMED_DATA:
        return PackVariant.STRATEGIC
    if to.is_observer and to.wanted in {None, PackVariant.FULL, PackVariant.OWN_CASES}:
        return PackVariant.LIMITED
    if to.wanted is not None:
        return to.wanted
    if to.kind in STRATEGIC_KINDS or to.role is Role.COMMISSIONER:
        return PackVariant.STRATEGIC
    return PackVariant.LIMITED if to.kind in LIMITED_KINDS else PackVariant.OWN_CASES


def whole_panel_reader(to: Recipient) -> Reader:
    """Describe a recipient of a pack about everybody to the rule of need to know.

    An officer may have what is restricted; everybody else never, and nobody what their agency
    must not be told.
    """
    is_officer = to.is_officer and may(to.role, Right.RUN_MEETINGS)
    return Reader(to.role if is_officer else Role.AUDITOR, to.agency, to.professional)


def prompts_of(to: Recipient, variant: PackVariant, not_for_all: int = 0) -> tuple[Prompt, ...]:
    """Say what wants a reason first; nothing where nobody is named."""
    if variant is PackVariant.STRATEGIC:
        return ()
    asked = sendings.prompts_of(to.agreement, has_signed=to.has_signed)
    return (*asked, Prompt.COLLEAGUE_NOT_TOLD) if not_for_all else asked


def check_told(how: str, told_on: date, made_on: date, today: date) -> None:
    """Refuse a note that a password was told which does not say how, or when it cannot have been.

    Raises:
        InvalidFieldsError: `how` `required`; `told_on` `in-the-future`, `before-made`.
    """
    wrong = {"how": "required"} if is_blank(how) else {}
    if told_on > today:
        wrong["told_on"] = "in-the-future"
    elif told_on < made_on:
        wrong["told_on"] = "before-made"
    if wrong:
        raise InvalidFieldsError(wrong)


def refusal_of(
    to: Recipient, variant: PackVariant, people: Iterable[PackPerson]
) -> Refusal | None:
    """Say why no pack can be made, if none can."""
    if to.seat and to.professional is None:
        return Refusal.VACANT
    if to.agency is None:
        return Refusal.NO_AGENCY
    if to.has_left:
        return Refusal.LEFT
    if variant is not PackVariant.STRATEGIC and not tuple(people):
        return Refusal.NOBODY_IN_IT
    return None
