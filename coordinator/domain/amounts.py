"""Money as it is typed: pounds in, whole pence out, nothing rounded."""

import re

_AMOUNT = re.compile(r"(-?)£?(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,2}))?")
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
    pence = int(found[2].replace(",", "")) * _PENCE + int((found[3] or "").ljust(2, "0"))
    return -pence if found[1] else pence
