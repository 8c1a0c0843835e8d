"""Money in words. It is kept in whole pence; pounds are only ever written."""

from coordinator.wording.translation import _

_PENCE = 100


def pounds(pence: int) -> str:
    """Write an amount: *£1,234.50*, and *£1,234* where there are no pence."""
    whole, rest = divmod(abs(pence), _PENCE)
    amount = f"£{whole:,}.{rest:02d}" if rest else f"£{whole:,}"
    return _("\u2212{amount}", amount=amount) if pence < 0 else amount
