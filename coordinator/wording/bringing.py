"""Words for bringing people and actions in: what will happen, and what did."""

from collections.abc import Sequence

from coordinator.domain.returns.imports import Counts, ImportRow, NewOwner
from coordinator.wording.dates import moment
from coordinator.wording.translation import _, ngettext


def arriving_line(count: int, *, of_people: bool) -> str:
    """Say how many will arrive: *12 people will come in.*."""
    if not count:
        return _("Nothing new will come in.")
    if of_people:
        return ngettext("{count} person will come in.", "{count} people will come in.", count)
    return ngettext("{count} action will come in.", "{count} actions will come in.", count)


def rest_lines(counts: Counts, left_out: int) -> list[str]:
    """Say what becomes of the other rows, in whole sentences."""
    lines = []
    if repeated := counts.repeated:
        lines.append(
            ngettext(
                "{count} row is on file already or stands twice.",
                "{count} rows are on file already or stand twice.",
                repeated,
            )
        )
    if counts.filled:
        lines.append(
            ngettext(
                "{count} of them fills gaps on file.",
                "{count} of them fill gaps on file.",
                counts.filled,
            )
        )
    if left_out:
        lines.append(
            ngettext("You leave {count} row out.", "You leave {count} rows out.", left_out)
        )
    if counts.refused:
        lines.append(
            ngettext(
                "{count} row cannot come in; the list below says why.",
                "{count} rows cannot come in; the list below says why.",
                counts.refused,
            )
        )
    return lines


def bring_words(count: int, *, of_people: bool) -> str:
    """Write what the button does: *Bring in 12 people*."""
    if not count:
        return _("Bring in")
    if of_people:
        return ngettext("Bring in {count} person", "Bring in {count} people", count)
    return ngettext("Bring in {count} action", "Bring in {count} actions", count)


def brought_line(counts: Counts, *, of_people: bool) -> str:
    """Say what came in: *12 people came in. 1 row was refused.*."""
    if of_people:
        told = ngettext("{count} person came in.", "{count} people came in.", counts.arrived)
    else:
        told = ngettext("{count} action came in.", "{count} actions came in.", counts.arrived)
    lines = [told]
    if counts.filled:
        lines.append(
            ngettext(
                "Gaps were filled for {count} person.",
                "Gaps were filled for {count} people.",
                counts.filled,
            )
        )
    if rest := counts.refused + counts.repeated - counts.filled:
        lines.append(ngettext("{count} row did not.", "{count} rows did not.", rest))
    return " ".join(lines)


_MOST_OWNERS = 8


def owners_line(owners: Sequence[NewOwner]) -> str:
    """Name owners who are not in the directory: *Not in the directory yet: Jo Patel (Health).*."""
    names = "; ".join(_owner(one) for one in owners[:_MOST_OWNERS])
    if len(owners) > _MOST_OWNERS:
        more = len(owners) - _MOST_OWNERS
        return _("Not in the directory yet: {names}; and {count} more.", names=names, count=more)
    return _("Not in the directory yet: {names}.", names=names)


def _owner(one: NewOwner) -> str:
    agency = one.agency or _("agency not said")
    return _("{name} ({agency})", name=one.name, agency=agency)


def past_line(row: ImportRow) -> str:
    """Describe an import done before: *Fri 20 Nov 2026 at 14:03: people from Street team*."""
    what = _("people") if row.name == "people.imported" else _("actions")
    if not row.source:
        return _("{when}: {what}", when=moment(row.at), what=what)
    return _("{when}: {what} from {source}", when=moment(row.at), what=what, source=row.source)
