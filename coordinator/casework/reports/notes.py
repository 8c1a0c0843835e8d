"""Words beside the figures of a period: what counts alone cannot say, about nobody in particular.

Nobody is named in them: they leave the panel with the report.
"""

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.naming import refuse_names
from coordinator.db.models import ReportNote
from coordinator.domain.accountability import Period, check_period
from coordinator.domain.errors import InvalidFieldsError, StaleRecordError
from coordinator.domain.lists.reports import ReportPart
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right


def say_beside_figures(
    desk: Desk,
    period: Period,
    part: ReportPart,
    text: str,
    *,
    seen: int = 0,
    nobody_is_meant: bool = False,
) -> Done[int]:
    """Say something beside one part of a period's report, or say it otherwise.

    Args:
        desk: Where and by whom.
        period: Exactly these days: the report of others has words of its own.
        part: Which figures it stands beside.
        text: Empty takes back what was said.
        seen: The revision the form was filled from; 0 where nothing was said yet.
        nobody_is_meant: Single words that are somebody's name as well are none here.

    Returns:
        The revision.

    Raises:
        InvalidFieldsError: `text`: `required`, `names-somebody`, `may-name-somebody`; `until_on`:
            see `check_period`.
        StaleRecordError: Somebody else said something there meanwhile.
    """
    check_period(period, desk.today())
    words = text.strip()
    with desk.act(Right.DECIDE) as tx:
        refuse_names(desk, tx, {"text": words}, nobody_is_meant=nobody_is_meant)
        said = [one for one in tx.reports.notes(period) if one.section == part.value]
        if said:
            *others, note = said
            _check_seen(note, seen, words)
            put(tx, note, seen=seen, fields={"text": words})
            for one in others:  # said in two stores: the form showed them as one
                one.text = ""
        elif words:
            note = tx.add(_new(desk, period, part, words))
            tx.session.flush()
        else:
            raise InvalidFieldsError({"text": "required"})
        tx.journal("report.said", record=note.id)
    return Done(note.revision, tx.changes)


def _check_seen(note: ReportNote, seen: int, words: str) -> None:
    """Refuse to begin anew over what somebody else said meanwhile."""
    if not seen and note.text and note.text != words:
        theirs = {"text": note.text}
        raise StaleRecordError(record=note.id, seen=seen, found=note.revision, theirs=theirs)


def _new(desk: Desk, period: Period, part: ReportPart, words: str) -> ReportNote:
    return ReportNote(
        id=desk.new_id(),
        from_on=period.from_on,
        to_on=period.until_on,
        section=part.value,
        text=words,
    )
