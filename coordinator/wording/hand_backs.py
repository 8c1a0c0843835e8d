"""What a hand-back would change, line by line, as a shell prints what the page of it shows."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from coordinator.domain.exchange.away_pages import HeldEntry, Return, ReturnRow
from coordinator.wording.away_pages import (
    about_words,
    after_words,
    before_words,
    entry_words,
    field_words,
    held_lines,
    held_reasons,
    is_told,
    revoked_words,
)
from coordinator.wording.dates import moment
from coordinator.wording.translation import _

_IN = "  "


def return_words(found: Return) -> Iterator[str]:
    """Say field by field what would change, by person and entry; then what would be kept aside."""
    if found.is_revoked:
        yield revoked_words(found)
    for person, entries in groupby(found.entries, key=lambda rows: rows[0].person):
        yield about_words(person, found.spoken)
        for rows in entries:
            yield from _entry(rows, found)
    if found.held:
        yield _("Would be kept aside")
    for one in found.held:
        yield from _aside(one, found)


def _entry(rows: Sequence[ReturnRow], found: Return) -> Iterator[str]:
    first, at = rows[0], moment(max(row.made for row in rows))
    what = entry_words(first.kind, first.record, first.person, found.spoken)
    words = _("{what} (new)", what=what) if first.is_new else what
    by = _("{name}, {moment}", name=found.sender, moment=at)
    yield from _set_in(1, f"{words} | {by}")
    for row in rows:
        if is_told(row):
            yield from _field(row, found)


def _field(row: ReturnRow, found: Return) -> Iterator[str]:
    name, after = field_words(row.kind, row.column), after_words(row, found.spoken)
    if row.is_new:
        yield from _set_in(2, _("{field}: {now}", field=name, now=after) if name else after)
        return
    before = before_words(row, found.spoken)
    yield from _set_in(2, name)
    yield from _set_in(3, _("{field}: {now}", field=_("Here now"), now=before))
    yield from _set_in(3, _("{field}: {now}", field=_("As it comes back"), now=after))
    if row.disagrees:
        yield from _set_in(3, _("Will say two things"))


def _aside(one: HeldEntry, found: Return) -> Iterator[str]:
    about = about_words(one.person, found.spoken) if one.person else ""
    what = entry_words(one.kind, one.record, one.person, found.spoken)
    yield from _set_in(1, ": ".join(filter(None, (about, what))))
    for words in held_lines(one, found.spoken):
        yield from _set_in(2, words)
    yield from _set_in(2, held_reasons(one))


def _set_in(depth: int, words: str) -> Iterator[str]:
    """Set a text in, what follows its first line deeper: it must not look like a line of ours."""
    for place, line in enumerate(words.splitlines()):
        yield _IN * (depth + min(place, 1)) + line
