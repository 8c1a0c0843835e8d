"""Who is in the room."""
