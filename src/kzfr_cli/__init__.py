"""A sourced knowledge base and timeline of France–Kazakhstan relations."""

__version__ = "0.1.0"
__released__ = "2026-11-22"
"""The day of this version: what is exported from the packaged data is dated by it, and not by the
clock.
"""

__all__ = ["Database", "KzfrError", "__version__", "open_database"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kzfr_cli.database import Database, open_database
    from kzfr_cli.errors import KzfrError


def __getattr__(name: str) -> object:
    """Load the Python interface when it is first asked for: the program itself does without."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(
        import_module("kzfr_cli.errors" if name == "KzfrError" else "kzfr_cli.database"),
        name,
    )
