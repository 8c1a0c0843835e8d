"""How long ago somebody was seen, one way wherever it stands: in a sentence, or under a title."""

from datetime import date

from coordinator.domain.people.contacts import UNSEEN_DAYS, SinceSeen
from coordinator.wording import dates
from coordinator.wording.translation import _


def seen_words(on: date | None, today: date) -> str:
    """Say it in a sentence: *Seen 12 days ago*, *Not seen since 3 Nov, 17 days*, *Never seen*."""
    if on is None:
        return _("Never seen")
    if on > today:
        return _("Day last seen is to be checked")
    passed = (today - on).days
    if passed <= UNSEEN_DAYS:
        return _("Seen {when}", when=dates.ago(on, today))
    day = dates.short_day(on) if on.year == today.year else dates.plain_day(on)
    return _("Not seen since {day}, {time}", day=day, time=dates.span(passed))


def seen_briefly(on: date | None, today: date) -> str:
    """Say the same where there is little room: *Seen 8 months ago*."""
    if on is None or on > today:
        return seen_words(on, today)
    return _("Seen {when}", when=dates.ago(on, today))


def seen_ago(on: date | None, today: date) -> str:
    """Say the same below the title *Last seen*: *12 days ago*, *Today*, *Never seen*."""
    return seen_before(None if on is None else (today - on).days)


def seen_before(days: int | None) -> str:
    """Say the same of a number of days; nothing when never."""
    if days is None:
        return _("Never seen")
    if days < 0:
        return _("Date to check")  # a clock was set wrong when the contact was written down
    if days == 0:
        return _("Today")
    return _("Yesterday") if days == 1 else _("{time} ago", time=dates.span(days))


def told_seen(seen: SinceSeen | None, today: date) -> str:
    """Say it in a sentence of somebody on a list; nothing where nothing is to be said."""
    return seen_words(seen.on, today) if seen is not None else ""
