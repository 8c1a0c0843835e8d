"""What a sheet that came back says, line by line, before anything is noted. No Qt."""

from collections.abc import Iterator, Sequence

from coordinator.domain.meetings.information_views import ReturnedLine, ReturnedReplies
from coordinator.ui.screens.requests.columns import about
from coordinator.wording.labels import label
from coordinator.wording.translation import _, ngettext


def returned_words(returned: ReturnedReplies) -> Iterator[str]:
    """Tell what would be noted, what stands already, and what nobody can read."""
    new = [line for line in returned.lines if line.is_new]
    if not new:
        yield _("It says nothing that is not noted already.")
    for line in new:
        yield _said(line)
    same = len(returned.lines) - len(new)
    if same and new:
        yield ngettext("{count} reply is noted already.", "{count} are noted already.", same)
    if returned.unread:
        rows = _rows(returned.unread)
        yield _("No clear answer, or too long a line; left out: {rows}.", rows=rows)
    if returned.strange:
        rows = _rows(returned.strange)
        yield _("About nobody this agency was asked about, left out: {rows}.", rows=rows)
    if returned.missing:
        yield ngettext(
            "No reply about {count} person.", "No reply about {count} people.", returned.missing
        )


def _said(line: ReturnedLine) -> str:
    words = _("{who}: {answer}", who=about(line.person), answer=label(line.answer))
    if line.stood.answer is not None and line.stood.answer is not line.answer:
        words = _("{words} (before: {answer})", words=words, answer=label(line.stood.answer))
    return _("{words}. {note}", words=words, note=line.note) if line.note else words


def _rows(rows: Sequence[int]) -> str:
    numbers = ", ".join(str(row) for row in rows)
    return ngettext("row {numbers}", "rows {numbers}", len(rows), numbers=numbers)
