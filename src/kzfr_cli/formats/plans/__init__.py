"""Anniversaries as documents: a table for each month, with the day, the number and the event."""
