"""The passwords agencies' papers are locked with: made here, told by another way, never sent.

They stay in this store: no log, no journal, no paper and no pack holds one.
"""

from collections.abc import Collection, Mapping
from datetime import date, datetime, time
from uuid import UUID

from coordinator.casework.desk import LONDON, Desk
from coordinator.db.models import Agency, AgencyPassword
from coordinator.db.transaction import Transaction
from coordinator.domain.disclosing.packs import check_told
from coordinator.domain.errors import MissingRecordError
from coordinator.domain.outcomes import Done
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another when read aloud
_NOON = time(12)
_GROUPS, _IN_A_GROUP = 5, 4  # 20 letters of 31: 99 bits


def ensure_agency_passwords(desk: Desk, agencies: Collection[UUID]) -> Done[Mapping[UUID, str]]:
    """Give the password of each of these agencies; those that have none get a strong one.

    Raises:
        NotPermittedError: The role may not send anything out.
        MissingRecordError: No such agency.
    """
    with desk.act(Right.EXPORT_PANEL) as tx:
        known = {one.agency_id: one.password for one in tx.local.agency_passwords()}
        lacking = [one for one in sorted(set(agencies)) if one not in known]
        for agency in lacking:
            tx.get(Agency, agency)
            known[agency] = _made(desk)
            tx.session.add(
                AgencyPassword(agency_id=agency, password=known[agency], made_at=desk.now())
            )
        tx.is_local()
        if lacking:
            tx.journal("agency_password.made")
    return Done({one: known[one] for one in agencies}, tx.changes)


def read_agency_passwords(desk: Desk, agencies: Collection[UUID]) -> Mapping[UUID, str]:
    """Give the passwords these agencies have, to be told by another way than the papers."""
    with desk.read(Right.EXPORT_PANEL) as look:
        found = {one.agency_id: one.password for one in look.local.agency_passwords()}
        return {one: found[one] for one in agencies if one in found}


def replace_agency_password(desk: Desk, agency_id: UUID, *, reason: str) -> Done[str]:
    """Make an agency another password; the old one is gone, what it locks stays locked with it.

    The agency counts as not told until somebody notes that it was.

    Raises:
        ReasonNeededError: `password-replaced`: nobody said why.
        MissingRecordError: No such agency, or it has no password yet.
        NotPermittedError: The role may not send anything out.
    """
    need_reason(reason, "password-replaced")
    with desk.act(Right.EXPORT_PANEL) as tx:
        row = _standing(tx, agency_id)
        row.password, row.made_at = _made(desk), desk.now()
        row.told_at, row.told_how = None, ""
        tx.is_local()
        tx.journal("agency_password.replaced", record=agency_id, reason=reason)
        return Done(row.password, tx.changes)


def note_password_told(
    desk: Desk, agency_id: UUID, *, told_on: date | None = None, how: str
) -> Done[None]:
    """Note that an agency was told its password.

    Args:
        desk: Who told them.
        agency_id: Whom.
        told_on: The day; today when nothing is said.
        how: By telephone, in person; never by the way the papers go.

    Raises:
        InvalidFieldsError: `how` `required`; `told_on` `in-the-future`, `before-made`.
        MissingRecordError: No such agency, or it has no password.
        NotPermittedError: The role may not send anything out.
    """
    with desk.act(Right.EXPORT_PANEL) as tx:
        row = _standing(tx, agency_id)
        made_on = row.made_at.astimezone(LONDON).date()
        check_told(how, told_on or desk.today(), made_on, desk.today())
        past = told_on if told_on and told_on < desk.today() else None
        row.told_at = datetime.combine(past, _NOON, LONDON) if past else desk.now()
        row.told_how = how.strip()
        tx.is_local()
        tx.journal("agency_password.told", record=agency_id)
    return Done(None, tx.changes)


def _standing(tx: Transaction, agency_id: UUID) -> AgencyPassword:
    tx.get(Agency, agency_id)
    row = tx.local.agency_password(agency_id)
    if row is None:
        raise MissingRecordError(what="password", key=str(agency_id))
    return row


def _made(desk: Desk) -> str:
    """Make a password that can be read out: `k7mq-2hxw-...`; every letter as likely as another."""
    wanted, letters = _GROUPS * _IN_A_GROUP, ""
    most = 256 - 256 % len(_LETTERS)
    while len(letters) < wanted:
        letters += "".join(_LETTERS[one % len(_LETTERS)] for one in desk.random(32) if one < most)
    cut = [letters[at : at + _IN_A_GROUP] for at in range(0, wanted, _IN_A_GROUP)]
    return "-".join(cut)
