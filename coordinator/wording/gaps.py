"""Gaps in words: how old, how many people, with whom, what was found in a text that names one."""

from collections.abc import Mapping, Sequence

from coordinator.domain.need_to_know.hiding import Telling
from coordinator.domain.small_numbers import Told
from coordinator.domain.stuck.gaps import GapRow
from coordinator.wording.dates import plain_day
from coordinator.wording.small_numbers import number_words
from coordinator.wording.translation import _, ngettext

_MONTHS_A_YEAR, _MOST_NAMED = 12, 3


def age_words(months: int) -> str:
    """Write how old a gap is: *14 months*, *3 years*."""
    if not months:
        return _("Less than a month")
    years, rest = divmod(months, _MONTHS_A_YEAR)
    if rest:
        return ngettext("{count} month", "{count} months", months)
    return ngettext("{count} year", "{count} years", years)


def age_inline(months: int) -> str:
    """Write how old a gap is inside a sentence."""
    return age_words(months) if months else _("less than a month")


def people_affected(count: Told) -> str:
    """Write how many people are affected, in a sentence of its own."""
    if isinstance(count, int):
        return ngettext("{count} person affected", "{count} people affected", count)
    return _("People affected: {count}", count=number_words(count))


def commissioner_words(row: GapRow) -> str:
    """Say with whom it is, and what they are."""
    return ", ".join(filter(None, (row.commissioner, row.commissioner_role)))


def decision_words(row: GapRow) -> str:
    """Say what was decided, by whom and when; empty while nobody has."""
    if not row.decision or row.decided_on is None:
        return ""
    on = plain_day(row.decided_on)
    return _("{by}, {day}: {what}", by=row.decided_by, day=on, what=row.decision)


def warnings(found: Mapping[str, Sequence[Telling]]) -> dict[str, str]:
    """Say under each text what in it tells of somebody, while it is typed."""
    return {field: _warning(tellings) for field, tellings in found.items()}


def _warning(tellings: Sequence[Telling]) -> str:
    words = dict.fromkeys(one.words for one in tellings)
    named = ", ".join(f"“{one}”" for one in list(words)[:_MOST_NAMED])
    if any(one.beyond_doubt for one in tellings):
        return _("{words} tells who somebody is. Nobody is named here.", words=named)
    return _(
        "{words}: the name of somebody on file. Take it out, or tick below that nobody is meant.",
        words=named,
    )
