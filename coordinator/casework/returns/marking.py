"""The code that tells whose returns sheet one is, when it comes back."""

from coordinator.casework.desk import Desk
from coordinator.domain.errors import MissingRecordError
from coordinator.domain.person.case_sheets import Audience
from coordinator.domain.returns.codes import SheetCode, token
from coordinator.domain.roles import Right


def sheet_code(desk: Desk, audience: Audience) -> SheetCode:
    """Give the code of a sheet for an agency that is made now.

    Raises:
        MissingRecordError: It is for no agency.
    """
    if audience.agency is None:
        raise MissingRecordError(what="agency", key="")
    with desk.read(Right.EXPORT_PANEL) as look:
        number, _hash = look.history.head()
        return SheetCode(token(look.info.panel_id), token(audience.agency), number)
