"""How a date of a text is read, agrees with an event, or is held against it."""
