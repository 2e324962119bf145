"""A sourced knowledge base and timeline of France–Kazakhstan relations."""

__version__ = "0.1.0"
