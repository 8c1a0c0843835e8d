"""What is missing on file, read for those who work with the whole panel."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime, time
from uuid import UUID

from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.need_to_know.sharing import basis_statuses
from coordinator.db.repositories.quality import UnderWay
from coordinator.db.transaction import Reading
from coordinator.domain.need_to_know.bases import detail_allowed
from coordinator.domain.needs.rules import NEEDS_EVERY
from coordinator.domain.reports.quality import (
    QUIET_FOR,
    OnFile,
    Quality,
    QualityRow,
    missing_of,
)
from coordinator.domain.roles import Right


def read_quality(desk: Desk) -> Quality:
    """Say what is missing of everybody on the caseload, by who leads; a question of each kind.

    Raises:
        NotPermittedError: The role may not see figures.
    """
    today = desk.today()
    with desk.read(Right.SEE_FIGURES) as look:
        hidden = look.readers.kept_from(desk.sitter.agency, desk.sitter.professional)
        found = look.quality.under_way(hidden)
        with_leads = list(zip(found, _on_file(desk, look, found), strict=True))
        rows = sorted(_rows(desk, with_leads), key=lambda row: (-row.total, row.name))
        no_meeting = not look.quality.has_meeting_from(today)
    return Quality(today, len(found), tuple(rows), no_meeting)


def _on_file(desk: Desk, look: Reading, found: Iterable[UnderWay]) -> Iterator[OnFile]:
    people, today = list(found), desk.today()
    ids = [one.person for one in people]
    bases, plans = basis_statuses(look, ids), look.quality.plans(ids)
    asked = look.quality.needs_since(ids, today - NEEDS_EVERY)
    quiet_since = datetime.combine(today - QUIET_FOR, time(), LONDON)
    tried, counted = look.quality.contacts_since(ids, quiet_since), look.quality.counted(ids)
    unowned = Counter(one.person_id for one in look.actions.without_owner(today))
    for one in people:
        yield OnFile(
            person=one.person,
            reference=one.reference,
            basis=detail_allowed(bases.get(one.person)),
            lead=_leads(one, desk),
            plan=one.person in plans,
            what_matters=bool(plans.get(one.person, "").strip()),
            needs_asked=one.person in asked,
            contact=one.person in tried,
            birth=one.born_on is not None or one.estimated_age is not None,
            children=one.children is not None,
            demand=one.person in counted,
            review_on=one.review_on,
            unowned=unowned[one.person],
        )


def _leads(one: UnderWay, desk: Desk) -> bool:
    return one.lead is not None and (one.left_on is None or one.left_on > desk.today())


def _rows(desk: Desk, some: Iterable[tuple[UnderWay, OnFile]]) -> Iterator[QualityRow]:
    by_lead: dict[UUID | None, list[tuple[UnderWay, OnFile]]] = {}
    for one, known in some:
        by_lead.setdefault(one.lead if known.lead else None, []).append((one, known))
    for lead, theirs in by_lead.items():
        first, _known = theirs[0]
        missing = missing_of((known for _one, known in theirs), desk.today())
        name, agency = (first.name or "", first.agency or "") if lead else ("", "")
        yield QualityRow(lead, name, agency, len(theirs), missing)
