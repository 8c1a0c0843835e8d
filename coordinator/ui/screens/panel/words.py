"""One line of the panel's lists in words; no Qt."""

from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.panel import WORKING_DAYS, AgendaSection, TimeKey, Topic
from coordinator.domain.panel.settings import PanelLine
from coordinator.wording import dates
from coordinator.wording.barriers import category_words
from coordinator.wording.labels import label
from coordinator.wording.translation import ngettext

_MONTHS_A_YEAR = 12


def said(line: PanelLine) -> str:
    """Write a line in full, for what is below the list and for screen readers."""
    match line.topic:
        case Topic.AGENDA:
            return ". ".join(filter(None, (section_of(line), line.text)))
        case Topic.TIMES:
            return label(TimeKey(line.key))
        case Topic.LADDER:
            return ". ".join(filter(None, (line.text, fact(line, "aim"))))
        case Topic.REFERRAL_FORM:
            return " ".join(filter(None, (line.text, fact(line, "hint"))))
        case Topic.BARRIERS:
            return barrier_of(line)
        case _:
            return line.text


def section_of(line: PanelLine) -> str:
    """Name a part of the agenda."""
    section = AgendaSection(str(line.details["section"]))
    return fact(line, "title") if section is AgendaSection.OWN else label(section)


def barrier_of(line: PanelLine) -> str:
    """Name what may be in the way; a category without words of the panel has those shipped."""
    category = fact(line, "category")
    return category_words(BarrierCategory(category), line.text) if category else line.text


def days_said(line: PanelLine) -> str:
    """Write a deadline: *2 working days*."""
    key, count = TimeKey(line.key), number(line, "number")
    return dates.working_days(count) if key in WORKING_DAYS else dates.days(count)


def months_said(months: int) -> str:
    """Write a time of keeping: *18 months*, *6 years*."""
    years, rest = divmod(months, _MONTHS_A_YEAR)
    if rest:
        return ngettext("{count} month", "{count} months", months)
    return ngettext("{count} year", "{count} years", years)


def fact(line: PanelLine, name: str) -> str:
    """Give a fact of a line as text; empty when it has none."""
    return str(line.details.get(name) or "")


def number(line: PanelLine, name: str) -> int:
    """Give a fact of a line as a number; 0 when it has none."""
    return int(line.details.get(name) or 0)
