"""Records from before the pilot, in the small demo: one over its time, one held, one proposed."""

from datetime import date
from uuid import UUID

from coordinator.casework.people.entering import register_person
from coordinator.casework.referrals.asking import (
    answer_not_for_us,
    draft_referral,
    screen_referral,
    submit_referral,
)
from coordinator.casework.retention.deciding import hold_record, propose_disposal
from coordinator.db.models import Referral
from coordinator.demo.story import Stage
from coordinator.domain.lists.reasons import NotAcceptedReason
from coordinator.domain.lists.sharing import HoldKind
from coordinator.domain.months import after_months
from coordinator.domain.roles import Right

_OLD = (("Wenna", "Trevail", 25), ("Hedley", "Nankivell", 27), ("Morwen", "Jewell", 30))
_UNSAID = {"no-offer": "Before the panel.", "children-not-asked": "Before the panel."}


def keep_old_records(stage: Stage) -> None:
    """Bring in what was asked of the panel years ago, and how long it is kept."""
    desk, today = stage.desk, stage.desk.today()
    people = []
    for given, family, months in _OLD:
        person = register_person(desk, given_name=given, family_name=family).result
        referral = draft_referral(
            desk,
            person,
            referred_on=after_months(today, -months - 1),
            referrer_id=next(iter(stage.posts.values())),
            why_now="Asked of the forum before this panel began.",
        ).result
        submit_referral(desk, referral, reasons=_UNSAID)
        screen_referral(desk, referral, note="Brought over from the forum's list.")
        answer_not_for_us(
            desk,
            referral,
            because=NotAcceptedReason.BELOW_CRITERIA,
            reason="One service could help.",
            destination="The drop-in",
            decided_by=stage.chair,
        )
        _date_back(stage, referral, after_months(today, -months))
        people.append(person)
    _over, held, proposed = people
    hold_record(
        desk,
        held,
        hold=HoldKind.REVIEW,
        reason="A review asked for everything on file.",
        look_again_on=after_months(today, 3),
    )
    propose_disposal(desk, proposed, reason="Nothing has come since.")


def _date_back(stage: Stage, referral: UUID, on: date) -> None:
    """Say on which day it was answered; the acts only know today."""
    with stage.desk.act(Right.IMPORT) as tx:
        row = tx.get(Referral, referral)
        row.decided_on = on
        tx.journal("demo.filled", record=referral, scope=row.person_id)
