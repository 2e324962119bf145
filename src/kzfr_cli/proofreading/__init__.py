"""Proof-read a text: find what it claims, link each claim to an event or a figure, judge it."""
