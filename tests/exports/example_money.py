"""An invented money ledger, with every section filled."""

from datetime import timedelta

from coordinator.domain.charts import Length, LengthChart
from coordinator.domain.money.book import Amounts
from coordinator.domain.papers.imprint import Fact
from coordinator.domain.papers.money import FundLine, MoneyLine, MoneyPaper
from tests.exports.example_basics import DAY, imprint


def money(lines: int = 8) -> MoneyPaper:
    """Give a ledger of so many movements."""
    return MoneyPaper(
        imprint=imprint("money"),
        scope="Fri 21 August 2026 to Thu 19 November 2026",
        facts=(Fact("Asked for", "£1,234.50"), Fact("Spent", "£99")),
        funds=(
            FundLine(
                "Personal budget", "1 April 2026 to 31 March 2027", 1_200_000, 5, 34_050, 1, 9
            ),
            FundLine("Donated fund: Make it Count", "Nothing is written down as given", spent=1),
        ),
        chart=LengthChart("Spent, by fund", (Length("Personal budget", 34_050, "£340.50"),)),
        lines=tuple(_line(at) for at in range(lines)),
        others=Amounts(100, 99, 98, 1),
        whole=Amounts(123_456_789, 200, 300, 400),
        method=("Both ends of the period are included.",),
    )


def _line(at: int) -> MoneyLine:
    amounts = (Amounts(asked=32_000), Amounts(agreed=32_001), Amounts(spent=7), Amounts())
    return MoneyLine(
        on=DAY - timedelta(days=at),
        what="Spent" if at % 2 else "Agreed in part",
        reference=f"SC-{at:04d}",
        purpose="A bed & a mattress <b>",
        goal="A place of my own" if at % 2 else "",
        fund="Personal budget",
        by="Kasia Dębska",
        amounts=amounts[at % 4],
        receipt="Receipt folder, page 3" if at % 2 else "",
        note="The mattress was dearer than thought.",
    )
