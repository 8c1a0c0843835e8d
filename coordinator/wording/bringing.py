"""Words for bringing people and actions in: what will happen, and what did."""

from collections.abc import Mapping, Sequence

from coordinator.domain.returns.imports import Counts, ImportRow, NewOwner
from coordinator.wording.dates import moment
from coordinator.wording.translation import N_, _, ngettext

_ARRIVING: Mapping[str, tuple[str, str]] = {
    "people": (N_("{count} person will come in."), N_("{count} people will come in.")),
    "actions": (N_("{count} action will come in."), N_("{count} actions will come in.")),
    "demand": (
        N_("{count} row of counts will come in."),
        N_("{count} rows of counts will come in."),
    ),
}
_BRING: Mapping[str, tuple[str, str]] = {
    "people": (N_("Bring in {count} person"), N_("Bring in {count} people")),
    "actions": (N_("Bring in {count} action"), N_("Bring in {count} actions")),
    "demand": (N_("Bring in {count} row of counts"), N_("Bring in {count} rows of counts")),
}
_BROUGHT: Mapping[str, tuple[str, str]] = {
    "people": (N_("{count} person came in."), N_("{count} people came in.")),
    "actions": (N_("{count} action came in."), N_("{count} actions came in.")),
    "demand": (N_("{count} row of counts came in."), N_("{count} rows of counts came in.")),
}


def arriving_line(count: int, what: str) -> str:
    """Say how many will arrive: *12 people will come in.*.

    Args:
        count: How many.
        what: `people`, `actions` or `demand`, here and below.
    """
    if not count:
        return _("Nothing new will come in.")
    return ngettext(*_ARRIVING[what], count)


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


def bring_words(count: int, what: str) -> str:
    """Write what the button does: *Bring in 12 people*."""
    return ngettext(*_BRING[what], count) if count else _("Bring in")


def brought_line(counts: Counts, what: str) -> str:
    """Say what came in: *12 people came in. 1 row was refused.*."""
    lines = [ngettext(*_BROUGHT[what], counts.arrived)]
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
    kinds = {"people.imported": _("people"), "demand.imported": _("counts of demand")}
    what = kinds.get(row.name, _("actions"))
    if not row.source:
        return _("{when}: {what}", when=moment(row.at), what=what)
    return _("{when}: {what} from {source}", when=moment(row.at), what=what, source=row.source)
