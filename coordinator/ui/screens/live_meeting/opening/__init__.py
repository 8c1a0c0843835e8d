"""Opening the meeting: what is read, agreed and said before the first person."""
