"""The time of the open item against its plan, and of the meeting against its end."""
