"""What stops somebody, room by room: one sentence that says what, and what next."""
