"""Bytes that must not be printed, pickled or kept longer than needed."""

from typing import NoReturn


class Secret:
    """Holds a key while a store is open.

    `wipe` overwrites these bytes; copies that Python or a library made are out of reach, so it is
    a courtesy and no promise. Two secrets are never equal: nothing compares them by accident.
    """

    __slots__ = ("_bytes",)

    def __init__(self, content: bytes) -> None:
        self._bytes = bytearray(content)

    def reveal(self) -> bytes:
        """Give the bytes.

        Raises:
            ValueError: They were wiped.
        """
        if not self._bytes:
            raise ValueError("this secret was wiped")
        return bytes(self._bytes)

    def wipe(self) -> None:
        """Overwrite and forget the bytes."""
        self._bytes[:] = bytes(len(self._bytes))
        self._bytes = bytearray()

    def __repr__(self) -> str:
        return "Secret(hidden)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret stays in its process")
