"""Completion: what may stand at the cursor, how shells ask for it, and where it is installed."""
