"""Small lists of words, written as people read them."""


def listed(words: str) -> frozenset[str]:
    """Make a list of words that are written with spaces between."""
    return frozenset(words.split())
