"""The text an agency copies into its own system: short lines, no name of anybody on file."""

from collections.abc import Iterable, Iterator
from datetime import date

from coordinator.domain.action_rows import ActionRow
from coordinator.wording import dates
from coordinator.wording.translation import _


def block_text(
    *, panel: str, agency: str, on: date, who: str, decision: str, actions: Iterable[ActionRow]
) -> str:
    """Write the block: agency, date, about whom, what was agreed, and who does what by when."""
    agreed = list(_lines(actions))
    head = (
        _("For: {agency}", agency=agency),
        _("From: {panel}, {day}", panel=panel, day=dates.long_day(on)),
        _("About: {who}", who=who),
    )
    told = [_("Decided: {decision}", decision=" ".join(decision.split()))] if decision else []
    done = [_("Agreed:"), *agreed] if agreed else [_("Agreed: no action is open.")]
    return "\n".join((*head, *told, *done))


def _lines(actions: Iterable[ActionRow]) -> Iterator[str]:
    for row in actions:
        owner = ", ".join(filter(None, (row.owner.name, row.owner.agency)))
        yield _(
            "- {number}: {what} ({owner}; due {day})",
            number=row.number,
            what=" ".join(row.text.split()).rstrip("."),
            owner=owner or _("owner to agree"),
            day=dates.day(row.due_on),
        )
