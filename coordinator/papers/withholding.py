"""What is typed about one person may name another: every copy that leaves is read for it."""

from typing import TypeVar

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.withholding import find_withheld, without_kept
from coordinator.domain.papers.withheld import texts_of, written_anew
from coordinator.domain.person.case_sheets import Audience

M = TypeVar("M")


def without_withheld(desk: Desk, model: M, audience: Audience) -> M:
    """Write a paper so that nobody its reader may not know of is named in any text of it.

    The panel's own copy stays as it is, but for those who must be kept from whoever makes it.
    """
    if audience.reader is None:
        return without_kept(desk, model)
    withheld = find_withheld(desk, texts_of(model), audience.reader)
    return written_anew(model, withheld.hide) if withheld else model
