"""Recording what was told aloud: to whom, why no less would do, and what spoke against it.

It has happened when it is written down, so nothing here refuses it because of who heard it. Who
must not be told wants a reason, and such a telling stands in the log as what it is.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.disclosing.disclosed_people import name_people, stands
from coordinator.casework.disclosing.sendings import own_words
from coordinator.casework.need_to_know.sharing import shown_person
from coordinator.casework.people.around_reads import not_discussed_with
from coordinator.db.models import (
    Agency,
    Disclosure,
    Panel,
    Professional,
)
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.directory.rules import agreement_state
from coordinator.domain.disclosing.log import ASTRAY, SPOKEN, Spoken, check_spoken
from coordinator.domain.disclosing.sendings import Prompt, check_reason, prompts_of
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.agencies import NEVER_NAMED_DATA
from coordinator.domain.need_to_know.typed_names import is_like_name, means, says_name
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right


def record_spoken(desk: Desk, said: Spoken) -> Done[UUID]:
    """Note that something was told aloud: when, to whom, what, and why no less would do.

    Told to somebody who must not be told, it is `ASTRAY`: no lawful basis is cited for it, and the
    panel's own words do not stand for why no less would do.

    Raises:
        InvalidFieldsError: It does not say what, or to whom, or is said to have been later; or
            `recipient` is `not-in-list`: not of that agency then.
        ReasonNeededError: `told-agency-not-told`, `told-worker-not-told`, `perhaps-not-told`;
            `not-discussed`: it is noted not to discuss the person with them; and as in
            `domain.disclosing.sendings.prompts_of`.
        MissingRecordError, WithheldError: No such person or agency, or not theirs to see.
    """
    at = said.at or desk.now()
    check_spoken(said, desk.now())
    with desk.act(Right.EXPORT) as tx:
        shown_person(desk, tx, said.person)  # also of the dead: coroners and reviews ask
        heard = _heard(desk, tx, said, at.astimezone(LONDON).date())
        check_reason(heard.prompts, said.reason)
        row = tx.add(
            Disclosure(
                id=desk.new_id(),
                # Of the year it was told in: numbers of a year are looked for among its rows.
                number=tx.disclosures.next_of_year(at.astimezone(LONDON).year),
                paper=ASTRAY if heard.is_astray else SPOKEN,
                person_id=said.person,
                agency_id=said.agency,
                recipient_id=heard.recipient,
                recipient=said.recipient.strip(),
                channel=said.channel,
                proportionality=said.proportionality.strip(),
                reason=said.reason.strip(),
                what=said.what.strip(),
                marking=tx.get(Panel, tx.info.panel_id).marking,
                pages=0,
                sha256="",
                made_at=at,
                made_by_id=desk.sitter.professional,
            )
        )
        tx.session.flush()
        name_people(desk, tx, row, {said.person})
        _say_why(tx, row)
        act = "disclosure.astray" if heard.is_astray else "disclosure.spoken"
        tx.journal(act, record=row.id, scope=said.person, reason=row.reason)
    return Done(row.id, tx.changes)


@dataclass(frozen=True, slots=True)
class _Heard:
    """Who heard it, as far as the directory tells, and what wants a reason."""

    recipient: UUID | None
    prompts: tuple[Prompt, ...]

    @property
    def is_astray(self) -> bool:
        return not {Prompt.TOLD_AGENCY, Prompt.TOLD_WORKER}.isdisjoint(self.prompts)


def _say_why(tx: Transaction, row: Disclosure) -> None:
    if row.paper == ASTRAY:
        row.lawful_basis = row.gateway = None
        return
    basis = tx.people.basis(row.person_id) if row.person_id else None
    if basis is not None and stands(basis, tx):
        row.lawful_basis, row.gateway = basis.lawful_basis, basis.gateway
    row.proportionality = row.proportionality or own_words(tx)


def _heard(desk: Desk, look: Reading, said: Spoken, on: date) -> _Heard:
    """Hold who heard it against who must not, as both were on the day it was told."""
    agency = look.get(Agency, said.agency)
    there = look.directory.in_post(said.agency, on)
    # What was lifted since is not looked for: such a telling is noted as any other.
    kept = look.readers.not_told([said.person], by=on).get(said.person, frozenset())
    untold = tuple(look.get_many(Professional, sorted(kept)).values())
    named = _named(said, there)
    found = [*_of_agency(agency, kept), *_of_workers(said.recipient, named, there, untold)]
    if _is_noted_against(desk, look, said, agency, [one for one in there if one.id == named]):
        found.append(Prompt.NOT_DISCUSSED)
    asked = [one for one in there if named in {None, one.id}]
    signed_on, until = agency.agreement_signed_on, agency.agreement_expires_on
    is_signed = any(one.confidentiality_signed_on is not None for one in asked)
    found += prompts_of(agreement_state(signed_on, until, on), has_signed=is_signed)
    return _Heard(named, tuple(found))


def _named(said: Spoken, there: Collection[Professional]) -> UUID | None:
    """Give who heard it: whoever was chosen, or is alone in having the name that was typed."""
    if said.recipient_id is None:
        same = [one.id for one in there if says_name(said.recipient, one.name)]
        return same[0] if len(same) == 1 else None
    if said.recipient_id not in {one.id for one in there}:
        raise InvalidFieldsError({"recipient": "not-in-list"})
    return said.recipient_id


def _is_noted_against(
    desk: Desk, look: Reading, said: Spoken, agency: Agency, named: Sequence[Professional]
) -> bool:
    """Whether somebody around the person, with whom nothing is discussed, may be who heard it."""
    called = (agency.name, agency.short_name)
    names = {said.recipient, *(one.name for one in named)}
    ties = not_discussed_with(look, desk.reader(look), said.person)
    return any(means(tie, name, called) for tie in ties for name in names)


def _of_agency(agency: Agency, kept: Collection[UUID]) -> Iterator[Prompt]:
    if agency.id in kept or agency.agency_kind in NEVER_NAMED_DATA:
        yield Prompt.TOLD_AGENCY


def _of_workers(
    typed: str,
    named: UUID | None,
    there: Collection[Professional],
    untold: Collection[Professional],
) -> Iterator[Prompt]:
    keys = {one.id for one in untold}
    if named in keys:
        yield Prompt.TOLD_WORKER
    if named is not None:
        return
    colleagues = any(one.id in keys for one in there)
    if any(says_name(typed, one.name) for one in untold):
        yield Prompt.TOLD_WORKER
    elif colleagues or any(is_like_name(typed, one.name) for one in untold):
        yield Prompt.PERHAPS_NOT_TOLD
