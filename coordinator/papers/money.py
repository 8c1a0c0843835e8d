"""The money ledger of a period, put into words: people by reference, amounts to the penny.

It is the panel's own, for whoever answers for the money: no agency has a copy.
"""

from collections.abc import Iterable
from dataclasses import replace

from coordinator.casework.desk import Desk
from coordinator.casework.money.book import read_ledger
from coordinator.casework.packs.paper_reads import read_panel_face
from coordinator.casework.panel.in_use import check_in_use
from coordinator.domain.accountability import Period
from coordinator.domain.charts import Length, LengthChart
from coordinator.domain.lists.panel import Feature
from coordinator.domain.money.book import Amounts, FundFlow, LedgerMove
from coordinator.domain.papers.imprint import Fact
from coordinator.domain.papers.money import FundLine, MoneyLine, MoneyPaper
from coordinator.domain.person.case_sheets import Audience
from coordinator.papers import lines
from coordinator.wording.accountability import period_words
from coordinator.wording.ledger import fund_words
from coordinator.wording.money import pounds
from coordinator.wording.money_book import days_words, event_words, method
from coordinator.wording.translation import _


def money_model(desk: Desk, audience: Audience, period: Period | None = None) -> MoneyPaper:
    """Read the ledger of a period: a rolling quarter unless another is asked for.

    Raises:
        NotPermittedError: The role may not see the panel's figures.
        InvalidFieldsError: `until_on`: see `check_period`.
        GuardError: `money-off`, with nothing on file.
    """
    ledger = read_ledger(desk, period)
    check_in_use(desk, Feature.MONEY)
    face, name = read_panel_face(desk), _("Money ledger")
    others = ledger.others
    return MoneyPaper(
        imprint=replace(
            lines.imprint(face, audience, name, desk.today()),
            handling=_("For whoever answers for the money"),
        ),
        scope=period_words(ledger.period),
        facts=_facts(ledger.whole),
        funds=tuple(map(_fund, ledger.funds)),
        chart=_chart(ledger.funds),
        lines=tuple(map(_line, ledger.moves)),
        others=others if others.is_anything else None,
        whole=ledger.whole,
        method=tuple(method(has_others=others.is_anything)),
    )


def _facts(whole: Amounts) -> tuple[Fact, ...]:
    return (
        Fact(_("Asked for"), pounds(whole.asked)),
        Fact(_("Agreed"), pounds(whole.agreed)),
        Fact(_("Spent"), pounds(whole.spent)),
        Fact(_("Given back"), pounds(whole.returned)),
    )


def _fund(flow: FundFlow) -> FundLine:
    return FundLine(
        fund=fund_words(flow.funding, flow.own_funding),
        days=days_words(flow),
        opening=flow.opening,
        given=flow.given,
        spent=flow.spent,
        returned=flow.returned,
        closing=flow.closing,
    )


def _chart(funds: Iterable[FundFlow]) -> LengthChart | None:
    bars = tuple(Length(_named(one), one.spent, pounds(one.spent)) for one in funds if one.spent)
    return LengthChart(_("Spent in the period, by fund"), bars) if bars else None


def _named(flow: FundFlow) -> str:
    fund = fund_words(flow.funding, flow.own_funding)
    return _("{fund}, {days}", fund=fund, days=days_words(flow)) if flow.from_on else fund


def _line(move: LedgerMove) -> MoneyLine:
    return MoneyLine(
        on=move.on,
        what=event_words(move),
        reference=move.reference,
        purpose=move.purpose,
        goal=move.goal,
        fund=fund_words(move.funding, move.own_funding),
        by=move.by,
        amounts=move.amounts,
        receipt=move.receipt,
        note=move.note,
    )
