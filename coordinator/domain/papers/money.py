"""What the money ledger prints: each movement by reference, amounts in whole pence."""

from dataclasses import dataclass
from datetime import date

from coordinator.domain.charts import LengthChart
from coordinator.domain.money.book import NO_AMOUNTS, Amounts
from coordinator.domain.papers.imprint import Fact, Imprint, NotSettled


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """One movement; `reference` is of whom it is for, `by` who asked, decided or noted it."""

    on: date
    what: str
    reference: str = ""
    purpose: str = ""
    goal: str = ""
    fund: str = ""
    by: str = ""
    amounts: Amounts = NO_AMOUNTS
    receipt: str = ""
    note: str = ""
    unsettled: tuple[NotSettled, ...] = ()


@dataclass(frozen=True, slots=True)
class FundLine:
    """A fund at both ends of the period; `opening` is nothing where nothing was given."""

    fund: str
    days: str = ""
    opening: int | None = None
    given: int = 0
    spent: int = 0
    returned: int = 0
    closing: int | None = None


@dataclass(frozen=True, slots=True)
class MoneyPaper:
    """The money of a period, for the panel's own office.

    Attributes:
        scope: The period, in words.
        others: What stands behind requests that are not shown; nothing where all are.
        whole: Of all, the others too.
    """

    imprint: Imprint
    scope: str
    facts: tuple[Fact, ...] = ()
    funds: tuple[FundLine, ...] = ()
    chart: LengthChart | None = None
    lines: tuple[MoneyLine, ...] = ()
    others: Amounts | None = None
    whole: Amounts = NO_AMOUNTS
    method: tuple[str, ...] = ()
