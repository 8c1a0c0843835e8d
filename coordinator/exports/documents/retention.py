"""The certificate of an erased record, and the list of records two people sign."""

from coordinator.domain.papers.retention import DisposalList, RetentionCertificate
from coordinator.exports.documents.opening import (
    facts,
    labelled,
    listed,
    opening,
    section,
    started,
)
from coordinator.exports.layout.blocks import Block
from coordinator.exports.layout.panels import Facts
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.press import Paper
from coordinator.exports.layout.tables import Cell, Column, Table, fitted
from coordinator.exports.layout.tokens import TYPE, Style
from coordinator.wording.dates import long_day
from coordinator.wording.translation import _

_COUNT = Style(19, 23, bold=True)
_TYPE = TYPE.scaled(0.93)
_PEN = Style(11, 40)  # a line as high as a signature
_SIGNERS = 2


def certificate_paper(model: RetentionCertificate) -> Paper:
    """Compose the certificate."""
    title = _("Retention certificate")
    steps = [(what, when, started(who)) for what, when, who in model.steps]
    columns = [Column(_("What"), share=1.2), Column(_("When"), share=1), Column(_("Who"), share=1)]
    blocks: list[Block] = [
        *opening(model.imprint, title, model.reference),
        Text(
            _("The record with this reference was erased. This paper names nobody it was about."),
            TYPE.body,
        ),
        facts(model.facts),
        *labelled(_("By the rule:"), model.rule, TYPE.body),
        section(_("Who agreed"), key="agreed", level=1),
        Table(columns, steps, TYPE),
        section(_("What went"), key="went", level=1),
        *_counts(model),
        section(_("What still holds something of it"), key="remains", level=1),
        *_backups(model),
        *listed(model.remains, TYPE.body),
    ]
    name = _("{panel}: retention certificate of {reference}", panel=model.imprint.panel,
             reference=model.reference)  # fmt: skip
    return Paper(name, model.imprint, blocks)


def disposal_list_paper(model: DisposalList) -> Paper:
    """Compose the list."""
    day = long_day(model.imprint.issued_on)
    blocks: list[Block] = [
        *opening(model.imprint, _("Records to be erased"), day),
        Text(
            _(
                "The time for which these records are kept is over, and nothing keeps them longer."
                " By signing, two people agree that each of them is erased for good."
            ),
            TYPE.body,
        ),
        *_lines(model),
        section(_("Signatures"), key="signatures", level=1),
        Text(_("Cross out a record that is not to go, and sign beside it."), TYPE.small),
        _signatures(),
    ]
    name = _("{panel}: records to be erased, {day}", panel=model.imprint.panel, day=day)
    return Paper(name, model.imprint, blocks)


def _counts(model: RetentionCertificate) -> list[Block]:
    return [Facts(model.counts, len(model.counts), TYPE, _COUNT)] if model.counts else []


def _backups(model: RetentionCertificate) -> list[Block]:
    if not model.backups:
        return [Text(_("No backup in the store's folder holds it."), TYPE.body)]
    columns = [
        Column(_("Backup made"), share=1),
        Column(_("What for"), share=1.2),
        Column(_("Gone at the latest"), share=1),
    ]
    rows = [(one.made, one.why, one.until) for one in model.backups]
    return [Table(columns, rows, TYPE)]


def _lines(model: DisposalList) -> list[Block]:
    if not model.lines:
        return [Text(_("Nothing is proposed."), TYPE.body)]
    columns = [
        fitted(_("Record"), [one.initials or one.reference for one in model.lines], _TYPE),
        Column(_("Rule"), share=1.3),
        Column(_("Since"), share=1.2),
        Column(_("Time over"), width=84),
        Column(_("Proposed"), share=1),
    ]
    rows = [
        (one.initials or one.reference, one.rule, one.ended, one.due, one.proposed)
        for one in model.lines
    ]
    return [Table(columns, rows, _TYPE)]


def _signatures() -> Table:
    columns = [
        Column(_("Name"), share=1.2),
        Column(_("Role"), share=1),
        Column(_("Signature"), share=1.4),
        Column(_("Date"), width=84),
    ]
    rows: list[tuple[Cell, ...]] = [
        ([Text(f"{at}.", _PEN, kind="")], "", "", "") for at in range(1, _SIGNERS + 1)
    ]
    return Table(columns, rows, TYPE)
