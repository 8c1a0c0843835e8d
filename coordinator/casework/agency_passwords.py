"""The passwords agencies' papers are locked with: made here, told by another way, never sent.

They stay in this store: no log, no journal, no paper and no pack holds one.
"""

from collections.abc import Collection, Mapping
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.db.models import Agency, AgencyPassword
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another when read aloud
_GROUPS, _IN_A_GROUP = 5, 4  # 20 letters of 31: 99 bits


def ensure_agency_passwords(desk: Desk, agencies: Collection[UUID]) -> Done[Mapping[UUID, str]]:
    """Give the password of each of these agencies; those that have none get a strong one.

    Raises:
        NotPermittedError: The role may not send anything out.
        MissingRecordError: No such agency.
    """
    with desk.act(Right.EXPORT) as tx:
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
    with desk.read(Right.EXPORT) as look:
        found = {one.agency_id: one.password for one in look.local.agency_passwords()}
        return {one: found[one] for one in agencies if one in found}


def _made(desk: Desk) -> str:
    """Make a password that can be read out: `k7mq-2hxw-...`; every letter as likely as another."""
    wanted, letters = _GROUPS * _IN_A_GROUP, ""
    most = 256 - 256 % len(_LETTERS)
    while len(letters) < wanted:
        letters += "".join(_LETTERS[one % len(_LETTERS)] for one in desk.random(32) if one < most)
    cut = [letters[at : at + _IN_A_GROUP] for at in range(0, wanted, _IN_A_GROUP)]
    return "-".join(cut)
