"""The register of gaps, read as it may leave the panel and put into words."""

from datetime import date, timedelta

from coordinator.casework.desk import Desk
from coordinator.casework.packs.paper_reads import read_panel_face
from coordinator.casework.stuck.gap_reads import read_gap_register
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.papers.gaps import GapChange, GapLine, GapRegister
from coordinator.domain.papers.imprint import Fact, Label, Tone
from coordinator.domain.person.case_sheets import Audience
from coordinator.domain.states import GapStatus
from coordinator.domain.stuck.gaps import UNDECIDED, GapRow, Register
from coordinator.papers import lines
from coordinator.wording.gaps import age_words, commissioner_words, decision_words
from coordinator.wording.labels import inline, label
from coordinator.wording.small_numbers import number_words
from coordinator.wording.translation import _

A_QUARTER = timedelta(days=91)
"""How far the register looks back unless somebody says a day."""
_TONES = {GapStatus.DECIDED: Tone.GOOD, GapStatus.CLOSED: Tone.PLAIN}


def gap_register_model(desk: Desk, audience: Audience, since: date | None = None) -> GapRegister:
    """Read the register; people are counted in it and never named, whoever it is for.

    Args:
        desk: Who makes it.
        audience: Whose copy it is.
        since: What changed is told from this day on; a quarter back when empty.

    Raises:
        InvalidFieldsError: `since` has not come yet.
    """
    if since is not None and since > desk.today():
        raise InvalidFieldsError({"since": "in-the-future"})
    register = read_gap_register(desk, since or desk.today() - A_QUARTER)
    gaps = tuple(_line(row) for row in register.rows)
    return GapRegister(
        imprint=lines.imprint(read_panel_face(desk), audience, _("Gaps"), desk.today()),
        since=register.since,
        gaps=gaps,
        changes=tuple(_changes(register)),
        workarounds=tuple(
            line
            for row, line in zip(register.rows, gaps, strict=True)
            if row.reusable and row.workaround.strip()
        ),
        totals=_totals(register),
    )


def _line(row: GapRow) -> GapLine:
    age = age_words(row.months)
    return GapLine(
        number=row.number,
        title=row.title,
        theme=label(row.theme),
        first_raised=row.first_raised_on,
        age=_("{age}, ageing", age=age) if row.is_ageing else age,
        people=number_words(row.affected),
        evidence=row.evidence,
        cost=row.cost,
        commissioner=commissioner_words(row),
        status=Label(label(row.status), _TONES.get(row.status, Tone.WARN)),
        decision=decision_words(row),
        workaround=row.workaround,
    )


def _changes(register: Register) -> list[GapChange]:
    told = []
    for row in register.rows:
        if news := register.news.get(row.id):
            first, *others = news
            what = "; ".join([label(first), *map(inline, others)])
            told.append(GapChange(row.number, row.title, what))
    return told


def _totals(register: Register) -> tuple[Fact, ...]:
    rows = register.rows
    return (
        Fact(_("Nobody has decided"), str(sum(row.status in UNDECIDED for row in rows))),
        Fact(_("Ageing"), str(sum(row.is_ageing for row in rows))),
        Fact(_("Decided"), str(sum(row.status is GapStatus.DECIDED for row in rows))),
        Fact(_("Closed lately"), str(sum(row.status is GapStatus.CLOSED for row in rows))),
    )
