"""Money in the room: a request that waits is decided here, and the minutes tell it."""
