"""Proof-read texts: read them, find their claims, link and judge each."""
