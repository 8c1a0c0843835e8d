"""Money as it is typed: pounds in, whole pence out, nothing rounded."""

import re

_AMOUNT = re.compile(
    r"(?P<minus>[-\u2212]£?|£[-\u2212]|£?)(?P<pounds>\d{1,3}(?:,\d{3})+|\d{1,9})"
    r"(?:\.(?P<pence>\d{1,2}))?"
)
_PENCE = 100


def read_pounds(text: str) -> int | None:
    """Read an amount: *£1,234.50*, *1234.5*, *12*; none for nothing.

    Raises:
        ValueError: It is no amount, or says less than a penny.
    """
    said = "".join(text.split())
    if not said:
        return None
    found = _AMOUNT.fullmatch(said)
    if found is None:
        raise ValueError
    pence = int(found["pounds"].replace(",", "")) * _PENCE
    pence += int((found["pence"] or "").ljust(2, "0"))
    return -pence if found["minus"].strip("£") else pence
