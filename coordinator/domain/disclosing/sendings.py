"""How something goes to somebody outside, and why it may: the same for packs and single papers."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from coordinator.domain.directory.rules import AgreementState
from coordinator.domain.errors import InvalidFieldsError, ReasonNeededError
from coordinator.domain.lists.sharing import Channel
from coordinator.domain.texts import is_blank


class Prompt(StrEnum):
    """What wants a reason before anything about named people goes out."""

    AGREEMENT_EXPIRED = "agreement-expired"
    AGREEMENT_NOT_SIGNED = "agreement-unsigned"
    CONFIDENTIALITY_NOT_SIGNED = "confidentiality-unsigned"
    COLLEAGUE_NOT_TOLD = "colleague-not-told"
    TOLD_AGENCY = "told-agency-not-told"
    TOLD_WORKER = "told-worker-not-told"
    PERHAPS_NOT_TOLD = "perhaps-not-told"
    NOT_DISCUSSED = "not-discussed"


@dataclass(frozen=True, slots=True)
class Sending:
    """How one paper goes out.

    Attributes:
        proportionality: Why no less would do; empty takes the panel's own words.
        channel: How it goes; nothing when nobody said so.
        recipient: The professional it is for; nobody in particular without.
        reason: Why it goes although something spoke against it.
    """

    proportionality: str = ""
    channel: Channel | None = None
    recipient: UUID | None = None
    reason: str = ""


STAYS = Sending()
"""Of what stays with the panel, or of which nobody said how it goes."""


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody in post at an agency, and what wants a reason before it goes to them."""

    id: UUID
    name: str
    prompts: tuple[Prompt, ...]


@dataclass(frozen=True, slots=True)
class SendingFacts:
    """What a form about one agency's copy begins with.

    Attributes:
        proportionality: In the panel's own words.
        prompts: What wants a reason when it is for nobody in particular.
        has_secure_email: How it goes is known.
    """

    proportionality: str
    people: tuple[Addressee, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    agreement_until: date | None = None
    has_secure_email: bool = False

    def prompts_for(self, recipient: UUID | None) -> tuple[Prompt, ...]:
        """Say what wants a reason before it goes to one of them, or to nobody in particular."""
        found = (one.prompts for one in self.people if one.id == recipient)
        return next(found, self.prompts)

    def name_of(self, recipient: UUID) -> str:
        """Give the name of one of them; nothing for anybody else."""
        return next((one.name for one in self.people if one.id == recipient), "")


NOTHING_ASKED = SendingFacts("")
"""Of what stays with the panel."""


def prompts_of(agreement: AgreementState, *, has_signed: bool) -> tuple[Prompt, ...]:
    """Say what wants a reason before something about named people goes to somebody.

    Args:
        agreement: Where their agency stands with the sharing agreement.
        has_signed: They signed the confidentiality statement; of an agency where nobody in
            particular is written to, somebody there did.
    """
    found: list[Prompt] = []
    if agreement is AgreementState.EXPIRED:
        found.append(Prompt.AGREEMENT_EXPIRED)
    if agreement is AgreementState.NOT_SIGNED:
        found.append(Prompt.AGREEMENT_NOT_SIGNED)
    if not has_signed:
        found.append(Prompt.CONFIDENTIALITY_NOT_SIGNED)
    return tuple(found)


def with_colleagues(prompts: tuple[Prompt, ...], *, is_one_not_told: bool) -> tuple[Prompt, ...]:
    """Add that somebody there must not be told, of what is for nobody in particular."""
    return (*prompts, Prompt.COLLEAGUE_NOT_TOLD) if is_one_not_told else prompts


def usual_channel(*, has_secure_email: bool, is_locked: bool) -> Channel | None:
    """Say how something goes when nobody said so; nothing where that cannot be known."""
    if is_locked:
        return Channel.SEALED_PACK
    return Channel.SECURE_MAIL if has_secure_email else None


def check_reason(prompts: Collection[Prompt], reason: str) -> None:
    """Ask why something goes although it is not as usual.

    Raises:
        ReasonNeededError: One prompt for each thing, and nobody said why.
    """
    if prompts and is_blank(reason):
        raise ReasonNeededError(tuple(prompt.value for prompt in prompts))


def check_form(sending: Sending, *, own: bool) -> None:
    """Refuse a form about something that goes out which does not say how, or why no less would do.

    Args:
        sending: As it was filled in.
        own: It goes to the person it is about: they need no reason.

    Raises:
        InvalidFieldsError: `channel`, `proportionality` `required`.
    """
    wrong = {"channel": "required"} if sending.channel is None else {}
    if not own and is_blank(sending.proportionality):
        wrong["proportionality"] = "required"
    if wrong:
        raise InvalidFieldsError(wrong)
