"""Needs, and what follows from past harm, put into the lines papers print."""

from collections.abc import Iterable, Iterator
from datetime import date

from coordinator.domain.needs.enquiries import EnquiryRow
from coordinator.domain.needs.views import Needs
from coordinator.domain.papers.plan import NeedsLines
from coordinator.wording.needs import (
    changes_words,
    complexity_words,
    enquiry_words,
    needs_chart,
    present_words,
    table_of,
)


def needs_line(needs: Needs) -> str:
    """Say in one line how many needs there are, and which."""
    return ". ".join((complexity_words(needs.complexity), *present_words(needs))) + "."


def needs_lines(needs: Needs) -> NeedsLines:
    """Give what a plan prints of needs: the line, what changed last, the table and the chart."""
    if not needs.days:
        return NeedsLines(needs_line(needs), complexity_words(needs.complexity))
    heads, rows = table_of(needs)
    has_before = len(needs.days) > 1
    return NeedsLines(
        line=needs_line(needs),
        count=complexity_words(needs.complexity),
        changed=changes_words(needs.days[0].changes) if has_before else "",
        heads=heads,
        rows=rows,
        chart=needs_chart(needs.days) if has_before else None,
    )


def enquiry_lines(rows: Iterable[EnquiryRow], today: date) -> Iterator[str]:
    """Say of each enquiry that counts what came of it, and what it means for how we work."""
    return (enquiry_words(one, today) for one in rows if one.ended_on is None)
