"""What the page of away and back says of people, packs and what came back."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from uuid import UUID

from coordinator.domain.exchange.away_pages import (
    AwayPerson,
    Going,
    HeldEntry,
    HeldLine,
    Holder,
    OwnAway,
    Return,
    ReturnRow,
    SheetGoing,
    Spoken,
)
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.merging.changes import REMOVED, RESTRICTED, ROW, Value
from coordinator.domain.merging.receiving import HoldReason
from coordinator.domain.need_to_know.sharing import ListedName
from coordinator.wording.away import held_words
from coordinator.wording.dates import day, moment
from coordinator.wording.moves import column_words, kind_words, value_words
from coordinator.wording.moving import UNTOLD
from coordinator.wording.names import NameParts, chosen_name, initials
from coordinator.wording.refusals.notices import left_lines
from coordinator.wording.translation import N_, _, ngettext
from coordinator.wording.update_sheets import not_read

_WHOLE = frozenset({REMOVED, ROW, RESTRICTED})


def person_words(reference: str, name: ListedName | None) -> str:
    """Name somebody by reference and as a list may: *K-0012 Kezia Trelawny*."""
    if name is None:
        return reference
    parts = NameParts(reference, name.name.given, name.name.family, name.name.preferred)
    said = initials(parts) if name.initials_only else chosen_name(parts)
    return " ".join(dict.fromkeys(filter(None, (reference, said))))


def about_words(person: UUID | None, spoken: Spoken) -> str:
    """Say whom something is about."""
    if person is None:
        return _("The panel")
    return person_words(spoken.said.get(person.hex, ""), spoken.people.get(person))


_GIVEN: Mapping[PackKind, str] = {
    PackKind.TAKE_AWAY: N_("Their own people, as their lead professional"),
    PackKind.AGENCY_ACTIONS: N_("The actions of their agency, as its representative"),
    PackKind.MEETING_COPY: N_("A copy for a meeting, as its chair"),
    PackKind.WHOLE_PANEL: N_("The whole panel, as a second coordinator"),
}
_FEW = 20  # people named one by one of a pack that is not made of them


def given_words(kind: PackKind) -> str:
    """Say what somebody is given, and as whom."""
    return _(_GIVEN[kind])


def meeting_words(reference: str, on: date) -> str:
    """Name a meeting to come."""
    return _("{reference}, {day}", reference=reference, day=day(on))


def going_lines(going: Going) -> Iterator[str]:
    """Say who goes along, and how much of each goes and stays."""
    if going.kind is not PackKind.TAKE_AWAY:
        yield _("{what}: {changes}.", what=given_words(going.kind), changes=entries(going.changes))
    if not going.people:
        yield _("Nobody goes along: only the panel's own lists would.")
    named = [one for one in going.people if one.kept or one.lacks]
    few = len(going.people) <= _FEW or going.kind is PackKind.TAKE_AWAY
    if not few:
        yield many_words(len(going.people))
    for one in going.people if few else named:
        person = person_words(one.reference, one.name)
        if one.lacks:
            yield _cannot_go(person)
            continue
        yield _(
            "{person}: {goes}{stays}",
            person=person,
            goes=entries(one.changes),
            stays=_("; {count} stay here", count=one.kept) if one.kept else "",
        )
    if any(one.kept and not one.lacks for one in going.people):
        yield _("What stays names somebody they are not to know of.")


def _cannot_go(person: str) -> str:
    return _(
        "{person}: cannot go, their information basis is not complete or was withdrawn",
        person=person,
    )


def sheet_lines(going: SheetGoing) -> Iterator[str]:
    """Say who stands on a sheet, how much stays, and that anybody can read it."""
    yield _("Anybody who has this file can read it: it is not sealed. A pack would be.")
    for one in going.people:
        person = person_words(one.reference, one.name)
        if one.lacks:
            yield _cannot_go(person)
            continue
        stays = _("; {count} stay here", count=one.kept) if one.kept else ""
        yield f"{person}{stays}"
    if any(one.kept and not one.lacks for one in going.people):
        yield _("What stays names somebody they are not to know of.")
    yield _("On the sheet people stand by their initials and reference.")


def entries(count: int) -> str:
    """Count changes as people do."""
    return ngettext("{count} change", "{count} changes", count).format(count=count)


def since_words(one: AwayPerson, today: date) -> str:
    """Name somebody who is away, and since when."""
    who = person_words(one.reference, one.name)
    if one.since is None:
        return who
    return _("{who}, since {day}", who=who, day=day(one.since.date(), today))


def holder_lines(one: Holder, today: date) -> Iterator[str]:
    """Say what was sent to somebody, by when it is wanted back, and what came back."""
    made = day(one.sent.date(), today)
    if one.kind is PackKind.UPDATE_SHEET:
        yield _("Update sheet {number}, made {day}", number=one.number, day=made)
    else:
        if one.kind is not PackKind.TAKE_AWAY:
            yield given_words(one.kind)
        yield _("Pack {number}, made {day}", number=one.number, day=made)
    if one.due is not None:
        yield _("Due back {day}", day=day(one.due, today))
    if one.brought is None:
        yield _("Nothing came back yet.")
        return
    yield _(
        "Last came back {day}: {accepted} brought in, {held} kept aside",
        day=day(one.brought.date(), today),
        accepted=one.accepted,
        held=one.held,
    )


def many_words(count: int) -> str:
    """Say how many people somebody has who has everybody."""
    return ngettext("{count} person", "{count} people", count).format(count=count)


def own_lines(page: OwnAway) -> Iterator[str]:
    """Say what somebody took away, and what of their work is not home."""
    if page.taken is None:
        yield _("Nothing was taken away yet. Bring in the pack the panel sent you.")
        return
    today = page.now.date()
    yield _("{panel}. Taken away {day}.", panel=page.panel, day=day(page.taken.date(), today))
    if page.due is not None:
        yield _("Wanted back by {day}.", day=day(page.due, today))
    if page.handed is not None:
        yield _("Last handed back {moment}.", moment=moment(page.handed))
    if page.elsewhere:
        yield _(
            "{changes} about the panel, or about people who are no longer yours.",
            changes=entries(page.elsewhere),
        )
    yield (
        _("Not with the panel yet: {changes}.", changes=entries(page.changes))
        if page.changes
        else _("The panel has everything you wrote.")
    )


def return_lines(found: Return) -> Iterator[str]:
    """Count what a hand-back brings as `applied_words` does, and what waits afterwards."""
    told = [
        ngettext("{count} change to bring in", "{count} changes to bring in", found.accepted),
        ngettext("{count} kept aside", "{count} kept aside", found.aside),
        ngettext("{count} here already", "{count} here already", found.known),
    ]
    counts = (found.accepted, found.aside, found.known)
    said = [words.format(count=count) for words, count in zip(told, counts, strict=True) if count]
    yield _("{counts}.", counts=", ".join(said)) if said else _("It holds nothing new.")
    if found.disagreements:
        yield ngettext(
            "{count} field will say two things, and waits for somebody to choose.",
            "{count} fields will say two things, and wait for somebody to choose.",
            found.disagreements,
        ).format(count=found.disagreements)


def warnings(found: Return) -> Iterator[str]:
    """Say what somebody should know before they take it over."""
    if found.is_revoked:
        yield revoked_words(found)
    if found.is_store_older:
        yield _(
            "This store is older than the one {name} last saw: it came from a backup. Look for a"
            " newer backup first.",
            name=found.sender,
        )
    if found.forks:
        yield _two_copies(found)
    if found.unread:
        yield not_read(found.unread)
    yield from left_lines(found.left)
    if found.is_late:
        yield _("A newer pack of theirs was brought in before; nothing of this one is lost.")


def _two_copies(found: Return) -> str:
    if any(line.reason == HoldReason.FORKED for one in found.held for line in one.lines):
        return _(
            "Two copies of {name}'s store are in use. Ask which of them is theirs; what the other"
            " wrote is kept aside.",
            name=found.sender,
        )
    return _(
        "Two copies of {name}'s store are in use. Ask which of them is theirs.", name=found.sender
    )


def revoked_words(found: Return) -> str:
    """Say what it means that a sender was revoked since."""
    return _(
        "Somebody else may have had {name}'s keys. Ask them about every line before you take it"
        " over.",
        name=found.sender,
    )


def entry_words(kind: str, record: UUID, person: UUID | None, spoken: Spoken) -> str:
    """Name an entry: *Action, K-26-014*; what is of the person themselves is called that."""
    if record == person:
        return _("Themselves")
    return ", ".join(filter(None, (kind_words(kind), spoken.said.get(record.hex, ""))))


def is_told(row: ReturnRow) -> bool:
    """Whether a field says anything to people; of a new entry what is empty does not."""
    is_empty = row.is_new and not value_words(row.kind, row.column, row.after, {})
    return row.column not in UNTOLD and not is_empty


def field_words(kind: str, column: str) -> str:
    """Name a field; nothing where the entry is said as a whole."""
    return "" if column in _WHOLE else column_words(kind, column)


def before_words(row: ReturnRow, spoken: Spoken) -> str:
    """Say what stands now."""
    if row.removes:
        return _("Still there")
    return _(" or ").join(said(row.kind, row.column, one, spoken) for one in row.before)


def after_words(row: ReturnRow, spoken: Spoken) -> str:
    """Say what was written away."""
    return _("Taken off") if row.removes else said(row.kind, row.column, row.after, spoken)


def said(kind: str, column: str, value: Value, spoken: Spoken) -> str:
    """Write a value; one that says nothing is said to be empty."""
    return value_words(kind, column, value, spoken.said) or _("(nothing)")


def held_lines(entry: HeldEntry, spoken: Spoken) -> Iterator[str]:
    """Say field by field what is kept aside."""
    for one in entry.lines:
        if one.column not in UNTOLD:
            yield _held_line(entry, one, spoken)


def held_reasons(entry: HeldEntry) -> str:
    """Say why it is kept aside."""
    why = "; ".join(dict.fromkeys(_whys(entry.lines)))
    return why[:1].upper() + why[1:]


def _whys(lines: Iterable[HeldLine]) -> Iterator[str]:
    return (held_words(one.reason) for one in lines)


def _held_line(entry: HeldEntry, one: HeldLine, spoken: Spoken) -> str:
    if one.column == REMOVED:
        return _("Taken off")
    words = said(entry.kind, one.column, one.value, spoken)
    name = field_words(entry.kind, one.column)
    return _("{field}: {now}", field=name, now=words) if name else words


def stayed_words() -> str:
    """Say that something about somebody did not go along; never what, or how much."""
    return _("Some of what the panel holds about this person stayed there.")


def aside_lines(
    held: Iterable[HeldEntry], spoken: Spoken, *, named: bool = False
) -> Iterator[str]:
    """Say beside an entry what of it was written away and did not come to stand.

    Args:
        held: What is kept aside of it.
        spoken: What ids stand for.
        named: Whether it is said who wrote it.
    """
    for one in held:
        said = "; ".join(held_lines(one, spoken))
        if named and one.by:
            yield _("Kept aside, {name}: {said}", name=one.by, said=said)
        else:
            yield _("Kept aside: {said}", said=said)
        yield held_reasons(one)
