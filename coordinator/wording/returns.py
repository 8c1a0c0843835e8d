"""Words of returns sheets: what stands on them, and what is said of a row that came back."""

from collections.abc import Iterable, Mapping

from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.returns.rules import Fate, Planned, Said, Steps
from coordinator.domain.states import ActionStatus
from coordinator.wording.dates import day
from coordinator.wording.labels import inline, label
from coordinator.wording.refusals.notices import notice_for
from coordinator.wording.translation import N_, _

HEADINGS: Mapping[str, str] = {
    "number": N_("No."),
    "person": N_("Person"),
    "text": N_("Action"),
    "owner": N_("Owner"),
    "due_on": N_("Due"),
    "stood": N_("Where it stands"),
    "outcome": N_("What happened"),
    "barrier": N_("What stopped it"),
    "done_on": N_("Done on"),
    "new_date": N_("New date proposed"),
    "line": N_("A line about it"),
    "code": N_("Code"),
}
"""The columns of a sheet in their order: field to heading."""

FATES: Mapping[Fate, str] = {
    Fate.APPLIED: N_("Will be taken in"),
    Fate.CHANGED: N_("Changed here since the sheet was made"),
    Fate.SAME: N_("On file already"),
    Fate.NOTHING: N_("Nothing filled in"),
    Fate.CLOSED: N_("Ended here already"),
    Fate.NOT_THEIRS: N_("Another agency's action"),
    Fate.TWICE: N_("On the sheet twice, with different answers"),
    Fate.UNKNOWN: N_("No action of this number"),
    Fate.REFUSED: N_("Cannot be taken in"),
}


def fate_words(fate: Fate) -> str:
    """Say in a few words what comes of a row."""
    return _(FATES[fate])


def fate_sentence(planned: Planned, row: ActionRow | None) -> str:
    """Say what comes of a row, and why or what to do."""
    match planned.fate:
        case Fate.APPLIED:
            return _takes(planned)
        case Fate.CHANGED:
            what = _("This was changed here since: ours stays unless you take theirs.")
            return f"{what} {_takes(planned)}"
        case Fate.CLOSED if row is not None:
            return _(
                "It came to its outcome here: {status}. Open it again first if they are right.",
                status=inline(row.status),
            )
        case Fate.NOT_THEIRS if row is not None:
            return _(
                "This is an action of {agency}.", agency=row.owner.agency or _("another agency")
            )
        case Fate.REFUSED:
            return _refusal(planned)
        case _:
            return _(_SENTENCES[planned.fate])


_SENTENCES: Mapping[Fate, str] = {
    Fate.SAME: N_("Everything this row says is on file."),
    Fate.NOTHING: N_("The agency has not answered; nothing changes."),
    Fate.CLOSED: N_("It came to its outcome here."),
    Fate.NOT_THEIRS: N_("This is an action of another agency."),
    Fate.TWICE: N_("Ask which of the rows holds; none is taken in."),
    Fate.UNKNOWN: N_("Look the action up by its words and say there what became of it."),
}


_ODD = N_("cannot be read")
_UNREAD: Mapping[str, str] = {
    "not-a-date": N_("is not a date"),
    "date-impossible": N_("names a day that does not exist (day comes before month)"),
    "year-only": N_("gives only a year"),
    "not-in-list": N_("is not one of the words on the list"),
    "too-long": N_("is too long to be kept"),
    "another-action": N_("is not that of the action this row was made for"),
}


def _takes(planned: Planned) -> str:
    then = " ".join(_effects(planned.said, planned.steps))
    return _("If it is taken in: {then}", then=then)


def _effects(said: Said, steps: Steps) -> Iterable[str]:
    outcome = steps.outcome
    if outcome is not None and outcome.status is ActionStatus.DONE:
        yield _("Done on {day}.", day=day(outcome.done_on))
        if said.done_on is None:
            yield _("They give no day: today's is taken.")
    elif outcome is not None:
        yield f"{label(outcome.status)}."
    if steps.move_to is not None:
        yield _("The date moves to {day}.", day=day(steps.move_to))
    if steps.report:
        yield _("Their line is kept as a report.")


def _refusal(planned: Planned) -> str:
    if planned.said.unread:
        lines = (
            _("'{field}' {fault}.", field=_(HEADINGS[name]), fault=_(_UNREAD.get(rule, _ODD)))
            for name, rule in planned.said.unread
        )
        return " ".join((*lines, _(_ASK)))
    if planned.error is None:
        return _(_ASK)
    notice = notice_for(planned.error)
    return " ".join((*(notice.details or (notice.what,)), _(_ASK)))


_ASK = N_("Ask the agency, or say it yourself in Actions.")


def ours(row: ActionRow) -> str:
    """Say how an action stands here: *In progress, due Thu 19 Nov*."""
    if row.done_on is not None:
        return _("Done on {day}", day=day(row.done_on))
    told = [label(row.status)]
    if row.barrier_category is not None:
        told.append(label(row.barrier_category))
    return ", ".join((*told, _("due {day}", day=day(row.due_on))))


def theirs(said: Said) -> str:
    """Say what a row says: *Could not be done, transport; new date Thu 3 Dec. No bus.*."""
    parts = list(filter(None, (_outcome_of(said), _barrier_of(said))))
    if said.done_on is not None and said.outcome is ActionStatus.DONE:
        parts = [_("Done on {day}", day=day(said.done_on))]
    elif said.done_on is not None:
        parts.append(_("done on {day}", day=day(said.done_on)))
    if said.new_date is not None:
        parts.append(_("new date {day}", day=day(said.new_date)))
    told = ", ".join(parts)
    if not said.line:
        return told
    return f"{told}. {said.line}" if told else said.line


def _outcome_of(said: Said) -> str:
    return label(said.outcome) if said.outcome else said.written


def _barrier_of(said: Said) -> str:
    return label(said.barrier) if said.barrier else said.barrier_words


def move_reason(agency: str, line: str) -> str:
    """Say why a date moves that an agency proposed on its sheet."""
    if not line:
        return _("Proposed by {agency} on its returns sheet.", agency=agency)
    return _("Proposed by {agency} on its returns sheet: {line}", agency=agency, line=line)
