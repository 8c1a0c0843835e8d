"""The gate before work on a person: a complete information basis, or urgency with its reason.

Every act that adds work asks here. What has happened is noted whatever stands on file: contacts,
warnings, risks, exclusions, how an action went, and what takes work away.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.bases import last_day, make_urgent
from coordinator.casework.need_to_know.sharing import shown_person, status_on
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.errors import GuardError, ReasonNeededError
from coordinator.domain.need_to_know import bases as rules
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right, may

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
_ANY = "any"  # a reason that nobody is asked for: their role could not give it


def check_work(desk: Desk, tx: Transaction, person_id: UUID | None) -> None:
    """Let an act add work about a person: without a complete basis it is urgent, or waits.

    Args:
        desk: Where and by whom; its `why_now` is the reason that was given.
        tx: The act, with which urgent work begins or does not.
        person_id: About whom; nothing is the panel's own business.

    Raises:
        GuardError: `basis-withdrawn`; `urgent-days-over`; `basis-not-complete`: their role does
            not let them begin urgent work.
        ReasonNeededError: `basis-incomplete`: nobody has said why it cannot wait.
    """
    if person_id is None:
        return
    basis = tx.people.basis(person_id)
    status = status_on(basis, desk.today()) if basis is not None else None
    until = last_day(basis)
    may_begin = may(desk.sitter.role, Right.EDIT_PEOPLE)
    reason = desk.why_now if may_begin else _ANY
    begins = rules.check_work_allowed(status, reason, until=until, today=desk.today())
    if begins and not may_begin:
        raise GuardError("basis-not-complete")
    if begins:
        make_urgent(desk, tx, person_id, desk.why_now)


def how_it_stands(desk: Desk, look: Reading, person_id: UUID | None) -> tuple[str, date | None]:
    """Tell what stops work on a person, if anything does, and until when it may go on urgently."""
    basis = look.people.basis(person_id) if person_id is not None else None
    if basis is None:
        return "", None
    status = status_on(basis, desk.today())
    until = None if rules.detail_allowed(status) else last_day(basis)
    stop = rules.stops_work(status, until, desk.today())
    return stop, None if stop else until


def read_may_leave(
    desk: Desk, person_id: UUID, papers: Mapping[K, rules.Needs]
) -> Mapping[K, bool]:
    """Tell which papers about somebody may leave as their basis stands.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read() as look:
        shown_person(desk, look, person_id)
        basis = look.people.basis(person_id)
        status, until = basis.status if basis is not None else None, last_day(basis)
    return {
        paper: rules.may_leave(needs, status, until, desk.today())
        for paper, needs in papers.items()
    }


def wants_urgency(error: Exception) -> bool:
    """Whether something was refused only because nobody has said why it cannot wait."""
    return isinstance(error, ReasonNeededError) and error.prompts == (rules.BASIS_INCOMPLETE,)


def because(act: Callable[[Desk], Done[T]], reason: str) -> Callable[[Desk], Done[T]]:
    """Make an act one that may begin urgent work on whom it is about, for this reason."""
    return lambda desk: act(replace(desk, why_now=reason.strip()))
