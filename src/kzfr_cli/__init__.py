"""A sourced knowledge base and timeline of France–Kazakhstan relations."""

__version__ = "0.1.0"
__released__ = "2026-11-22"
"""The day of this version: what is exported from the packaged data is dated by it, and not by the clock."""
