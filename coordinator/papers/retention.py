"""The certificate of an erased record, and the list two people sign, read and put into words."""

from coordinator.casework.desk import Desk
from coordinator.casework.packs.paper_reads import read_panel_face
from coordinator.casework.retention.reading import read_disposal, read_retention
from coordinator.domain.errors import GuardError, MissingRecordError
from coordinator.domain.lists.sharing import DisposalWay
from coordinator.domain.papers.imprint import Fact
from coordinator.domain.papers.retention import (
    DisposalLine,
    DisposalList,
    KeptBackup,
    RetentionCertificate,
)
from coordinator.domain.person.case_sheets import WHOLE_PANEL
from coordinator.domain.retention import DisposalRow
from coordinator.domain.states import DisposalStatus
from coordinator.papers import lines
from coordinator.wording import dates
from coordinator.wording.retention import backup_words, remains_words, since_words, whose
from coordinator.wording.translation import _


def certificate_model(desk: Desk, reference: str) -> RetentionCertificate:
    """Read the certificate of a record that was erased.

    Raises:
        GuardError: `not-erased`: it was not erased yet.
        MissingRecordError: It was never proposed.
        NotPermittedError: The role neither decides about it nor checks it.
    """
    row = read_disposal(desk, reference)
    if row.status is not DisposalStatus.DONE or row.done_at is None:
        raise GuardError("not-erased")
    today = desk.today()
    done_on = row.done_at.astimezone(dates.HOME).date()
    title = _("Retention certificate")
    return RetentionCertificate(
        imprint=lines.imprint(read_panel_face(desk), WHOLE_PANEL, title, today),
        reference=row.reference,
        rule=row.rule,
        facts=(
            Fact(_("Record"), row.reference),
            Fact(_("Time was over"), dates.long_day(row.due_on) if row.due_on else ""),
            Fact(_("Erased"), dates.long_day(done_on)),
        ),
        steps=_steps(row),
        counts=(
            Fact(_("Rows removed"), f"{row.rows:,}"),
            Fact(_("Entries of the journal emptied"), f"{row.journal_entries:,}"),
            Fact(_("Backups that still hold it"), str(len(row.kept.backups))),
        ),
        backups=tuple(
            KeptBackup(dates.long_day(made), backup_words(why), dates.long_day(until))
            for made, why, until in row.kept.backups
        ),
        remains=remains_words(row.kept),
    )


def disposal_list_model(desk: Desk) -> DisposalList:
    """Read the list of what is proposed and waits, for two people to sign.

    Raises:
        MissingRecordError: Nothing is proposed.
        NotPermittedError: The role neither decides about it nor checks it.
    """
    page = read_retention(desk)
    rows = {one.reference: one for one in page.rows}
    waiting = [one for one in page.waiting if one.status is DisposalStatus.PROPOSED]
    if not waiting:
        raise MissingRecordError(what="disposal", key="")
    return DisposalList(
        imprint=lines.imprint(
            read_panel_face(desk), WHOLE_PANEL, _("Records to be erased"), page.today
        ),
        lines=tuple(
            DisposalLine(
                reference=one.reference,
                initials=whose(row) if (row := rows.get(one.reference)) else one.reference,
                rule=one.rule,
                ended=since_words(row.time) if row else "",
                due=dates.plain_day(one.due_on) if one.due_on else "",
                proposed=_("{day}, {who}", day=dates.plain_day(one.proposed_on), who=one.proposer),
            )
            for one in reversed(waiting)
        ),
    )


def _steps(row: DisposalRow) -> tuple[tuple[str, str, str], ...]:
    steps = [(_("Proposed"), dates.long_day(row.proposed_on), row.proposer)]
    if row.confirmed_on is not None:
        is_list = row.way is DisposalWay.SIGNED_LIST
        what = _("Agreed by a signed list") if is_list else _("Agreed by a second person")
        who = row.signed_by if is_list else row.confirmer
        steps.append((what, dates.long_day(row.confirmed_on), who))
    return tuple(steps)
