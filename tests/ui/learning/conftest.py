"""An open store for a desk, as everywhere but in the tests of the window itself."""

from tests.stores import store

__all__ = ["store"]
