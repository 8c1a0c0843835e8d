"""The text an agency copies into its own system: short lines, no name of anybody on file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from coordinator.domain.actions.rows import ActionRow
from coordinator.wording import dates
from coordinator.wording.labels import label
from coordinator.wording.translation import _


@dataclass(frozen=True, slots=True)
class Heading:
    """What a block says first: for which agency, from which panel, when, about whom."""

    panel: str
    agency: str
    on: date
    who: str = field(repr=False)


def block_text(heading: Heading, decisions: Iterable[str], actions: Iterable[ActionRow]) -> str:
    """Write the block: its heading, what was agreed, and who does what by when."""
    agreed = list(map(_line, actions))
    done = [_("Agreed:"), *agreed] if agreed else [_("Agreed: no action is open.")]
    return "\n".join((*_head(heading), *_decided(decisions), *done))


def agreed_block(heading: Heading, decisions: Iterable[str], actions: Iterable[ActionRow]) -> str:
    """Write what one meeting decided and agreed; nothing is said of what it did not."""
    agreed = list(map(_line, actions))
    done = [_("Agreed:"), *agreed] if agreed else []
    return "\n".join((*_head(heading), *_decided(decisions), *done))


def action_block(heading: Heading, action: ActionRow) -> str:
    """Write one action: what it is, how it stands, what was last reported of it."""
    told = [_("Status: {status}", status=label(action.status))]
    if action.last is not None:
        said = ": ".join(filter(None, (label(action.last.status), _flat(action.last.text))))
        told.append(_("Update {day}: {said}", day=dates.day(action.last.on), said=said))
    return "\n".join((*_head(heading), _line(action), *told))


def _head(heading: Heading) -> tuple[str, ...]:
    return (
        _("For: {agency}", agency=heading.agency),
        _("From: {panel}, {day}", panel=heading.panel, day=dates.long_day(heading.on)),
        _("About: {who}", who=heading.who),
    )


def _decided(decisions: Iterable[str]) -> Iterator[str]:
    for one in filter(None, map(_flat, decisions)):
        yield _("Decided: {decision}", decision=one)


def _line(row: ActionRow) -> str:
    who = row.owner.asked or _("owner to agree")
    owner = ", ".join(filter(None, (who, row.owner.agency)))
    return _(
        "- {number}: {what} ({owner}; due {day})",
        number=row.number,
        what=_flat(row.text).rstrip("."),
        owner=owner,
        day=dates.day(row.due_on),
    )


def _flat(text: str) -> str:
    return " ".join(text.split())
