"""Whether something may go out as it is: asked for every paper, pack and text about named people.

An agreement that ran out, or a confidentiality statement nobody signed, wants a reason; who must
not be told about somebody is sent nothing about them at all.
"""

from collections.abc import Collection, Iterable
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.panel.lines import texts
from coordinator.db.models import Agency, Professional
from coordinator.db.transaction import Reading
from coordinator.domain.directory.rules import AgreementState, agreement_state
from coordinator.domain.disclosing import sendings as rules
from coordinator.domain.disclosing.sendings import Addressee, Prompt, Sending, SendingFacts
from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.lists.panel import TextKey
from coordinator.domain.roles import Right


def read_sending(
    desk: Desk,
    agency_id: UUID | None,
    *,
    references: Collection[str] = (),
    person: UUID | None = None,
) -> SendingFacts:
    """Give what the form about a copy begins with: the panel's words, who is there, what is asked.

    Who there must not be told about somebody it names is not offered.

    Args:
        desk: Who sends it.
        agency_id: To whom; nothing for somebody of no agency.
        references: Whom it names.
        person: About whom it is, if it is about one.

    Raises:
        NotPermittedError: The role may send nothing out.
        MissingRecordError: No such agency.
    """
    with desk.read(Right.EXPORT) as look:
        words = own_words(look)
        if agency_id is None:
            return SendingFacts(words)
        agency, people = (
            look.get(Agency, agency_id),
            look.directory.in_post(agency_id, desk.today()),
        )
        state = _state(desk, agency)
        about = {*look.disclosures.with_references(references), *([person] if person else ())}
        not_told = look.readers.not_told(about).values()
        anybody = any(_has_signed(one) for one in people)
        return SendingFacts(
            words,
            tuple(
                Addressee(
                    one.id,
                    one.name,
                    rules.prompts_of(state, has_signed=_has_signed(one)) if about else (),
                )
                for one in people
                if not any(one.id in kept for kept in not_told)
            ),
            rules.with_colleagues(
                rules.prompts_of(state, has_signed=anybody) if about else (),
                is_one_not_told=_is_one_not_told(look, about, people),
            ),
            agency.agreement_expires_on,
            agency.secure_email,
        )


def read_own_words(desk: Desk) -> str:
    """Give why no less would do, in the panel's own words."""
    with desk.read(Right.EXPORT) as look:
        return own_words(look)


def own_words(look: Reading) -> str:
    """Give the same inside a look that is open."""
    return texts(look)[TextKey.PROPORTIONALITY]


def check_goes_out(
    desk: Desk, look: Reading, about: Collection[UUID], agency_id: UUID, sending: Sending
) -> None:
    """Refuse to send something about people where it may not go, or not without a reason.

    Args:
        desk: Who sends it.
        look: Where to look.
        about: Whom it names; about nobody anything may go.
        agency_id: To which agency.
        sending: To whom there, and why it goes although something is not as usual.

    Raises:
        InvalidFieldsError: `recipient` is `not-in-list`: not of that agency.
        GuardError: `worker-not-told`: they must not be told about somebody it is about.
        ReasonNeededError: See `domain.disclosing.sendings.prompts_of`.
    """
    agency, people = look.get(Agency, agency_id), look.directory.in_post(agency_id, desk.today())
    to = sending.recipient
    if to is not None:
        if to not in {one.id for one in people}:
            raise InvalidFieldsError({"recipient": "not-in-list"})
        if any(to in kept for kept in look.readers.not_told(about).values()):
            raise GuardError("worker-not-told")
    if about:
        asked = [one for one in people if to in {None, one.id}]
        signed = any(_has_signed(one) for one in asked)
        prompts = rules.prompts_of(_state(desk, agency), has_signed=signed)
        hidden = to is None and _is_one_not_told(look, about, people)
        rules.check_reason(rules.with_colleagues(prompts, is_one_not_told=hidden), sending.reason)


def prompts_for_nobody(
    desk: Desk, look: Reading, about: Collection[UUID], agency_id: UUID
) -> tuple[Prompt, ...]:
    """Say what wants a reason before something about people goes to nobody in particular there."""
    agency, people = look.get(Agency, agency_id), look.directory.in_post(agency_id, desk.today())
    signed = any(_has_signed(one) for one in people)
    return rules.with_colleagues(
        rules.prompts_of(_state(desk, agency), has_signed=signed),
        is_one_not_told=_is_one_not_told(look, about, people),
    )


def check_is_told(
    desk: Desk,
    agency_id: UUID,
    *,
    references: Collection[str],
    person: UUID | None = None,
    recipient: UUID | None = None,
) -> None:
    """Refuse who must not be told about somebody: of what was read before that was known.

    Args:
        desk: Who sends it.
        agency_id: To which agency.
        references: Whom it names.
        person: About whom it is, if it is about one.
        recipient: To whom there, if anybody was named.

    Raises:
        NotPermittedError: The role may send nothing out.
        GuardError: `agency-not-told`, `worker-not-told`.
    """
    with desk.read(Right.EXPORT) as look:
        named = look.disclosures.with_references(references)
        about = [*named, *([person] if person else [])]
        check_told(look, about, agency_id)
        if any(recipient in kept for kept in look.readers.not_told(about).values()):
            raise GuardError("worker-not-told")


def check_told(look: Reading, about: Collection[UUID], agency_id: UUID) -> None:
    """Refuse the same inside a look that is open.

    Raises:
        GuardError: `agency-not-told`.
    """
    if any(agency_id in kept for kept in look.readers.not_told(about).values()):
        raise GuardError("agency-not-told")


def _state(desk: Desk, agency: Agency) -> AgreementState:
    signed_on, until = agency.agreement_signed_on, agency.agreement_expires_on
    return agreement_state(signed_on, until, desk.today())


def _is_one_not_told(
    look: Reading, about: Collection[UUID], people: Iterable[Professional]
) -> bool:
    kept = look.readers.not_told(about).values()
    return any(one.id in some for one in people for some in kept)


def _has_signed(one: Professional) -> bool:
    return one.confidentiality_signed_on is not None
