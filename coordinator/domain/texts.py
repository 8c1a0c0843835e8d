"""Whether text says anything at all."""


def is_blank(text: str) -> bool:
    """Whether nothing of a text can be read: empty, spaces, control or unseen characters alone."""
    return not any(one.isprintable() and not one.isspace() for one in text)
