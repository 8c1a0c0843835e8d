"""Meetings from the calendar to approved minutes, and their agendas."""
