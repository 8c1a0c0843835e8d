"""Recording that an extract of the audit log left: a right of its own, an auditor's too."""

import hashlib
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.disclosed_people import name_people
from coordinator.casework.disclosing.leaving import check_may_leave
from coordinator.db.models import Disclosure, Panel
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right

PAPER = "audit-log"


def record_extract(
    desk: Desk, content: bytes, *, pages: int, subject: str, reference: str = ""
) -> Done[UUID]:
    """Note that an extract left, with the hash that tells later whether a copy is this one.

    Args:
        desk: Who takes it.
        content: The finished file.
        pages: How many it has; 1 for a spreadsheet.
        subject: Which days; never a name.
        reference: Of the one person it was narrowed to: it is among what left about them.

    Raises:
        NotPermittedError: The role takes no extract.
        ReasonNeededError: `chair-exports`: the chair has not said why.
    """
    with desk.act(Right.EXTRACT_AUDIT) as tx:
        check_may_leave(desk, "")
        row = tx.add(
            Disclosure(
                id=desk.new_id(),
                number=tx.disclosures.next_of_year(desk.today().year),
                paper=PAPER,
                subject=subject,
                marking=tx.get(Panel, tx.info.panel_id).marking,
                pages=pages,
                sha256=hashlib.sha256(content).hexdigest(),
                made_at=desk.now(),
                made_by_id=desk.sitter.professional,
            )
        )
        tx.session.flush()
        name_people(desk, tx, row, tx.disclosures.with_references({reference.strip().upper()}))
        tx.journal("trail.extracted", record=row.id)
    return Done(row.id, tx.changes)
