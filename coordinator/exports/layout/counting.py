"""How many pages a finished file has, for the record of what left."""

import io

import pikepdf


def page_count(content: bytes, password: str = "") -> int:
    """Count the pages of a file this program made."""
    with pikepdf.open(io.BytesIO(content), password=password) as pdf:
        return len(pdf.pages)
