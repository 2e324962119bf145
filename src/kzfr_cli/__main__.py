"""Run the program: `kzfr`, or `python -m kzfr_cli`.

The collector of cycles is switched off before anything else is loaded: it would run some thirty times
while Click is imported and find nothing, which takes a sixth of the time of a short command. What reads
whole databases switches it on again (`store.rebuilding`).
"""

import gc

gc.disable()

from kzfr_cli.cli import main  # noqa: E402 - after the line that it must come after

if __name__ == "__main__":
    main()
