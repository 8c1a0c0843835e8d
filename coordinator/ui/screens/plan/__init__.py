"""Plan editing: one person's live plan, written, put forward, agreed, and its versions."""
