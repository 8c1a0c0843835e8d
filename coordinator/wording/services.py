"""How to refer somebody to a service, as text to copy; and how fresh what is written of it is."""

from datetime import date

from coordinator.domain.directory.services import ServiceRow
from coordinator.wording import dates
from coordinator.wording.translation import _


def how_to_refer(row: ServiceRow) -> str:
    """Write a service down for somebody else: plain lines, nothing about anybody."""
    lines = [
        ", ".join(filter(None, (row.name, row.area))),
        _("Open: {hours}", hours=row.hours) if row.hours else "",
        _("For: {who}", who=row.who_for) if row.who_for else "",
        _("How to refer: {how}", how=row.how_to_refer) if row.how_to_refer else "",
        _("Telephone: {number}", number=row.phone) if row.phone else "",
        _("Where: {place}", place=row.address) if row.address else "",
    ]
    return "\n".join(one for one in lines if one)


def checked_words(row: ServiceRow, today: date) -> str:
    """Say when all of it was last asked for."""
    if row.ended_on is not None:
        return _("No more since {day}.", day=dates.day(row.ended_on, today))
    if row.checked_on is None:
        return _("Nobody has checked this: ring before you send somebody.")
    on = dates.day(row.checked_on, today)
    if row.needs_check:
        return _("Last checked {day}: ring before you send somebody.", day=on)
    return _("Checked {day}.", day=on)
