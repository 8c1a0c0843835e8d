"""Addresses of e-mail as they can stand in a header."""

_NEVER_IN_AN_ADDRESS = ' ,;<>"\\'


def mail_parts(text: str) -> tuple[str, str] | None:
    """Give what stands before and behind the @; nothing where no e-mail can be addressed so."""
    plain = text.strip()
    name, at, host = plain.rpartition("@")
    if not (name and at and host) or not (plain.isascii() and plain.isprintable()):
        return None
    if any(letter in plain for letter in _NEVER_IN_AN_ADDRESS):
        return None
    return name, host
