"""Run the program: `kzfr`, or `python -m kzfr_cli`.

The collector of cycles is switched off before anything else is loaded: it would run some thirty
times while Click is imported and find nothing, which takes a sixth of the time of a short command.
What reads whole databases switches it on again (`store.rebuilding`).
"""

import gc
import os

gc.disable()

try:
    from kzfr_cli.main import main
except (KeyboardInterrupt, RuntimeError) as error:
    if isinstance(error, RuntimeError) and not isinstance(
        error.__cause__, KeyboardInterrupt
    ):
        raise
    os._exit(130)

if __name__ == "__main__":
    main()
