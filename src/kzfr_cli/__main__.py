"""Run the program with `python -m kzfr_cli`."""

from kzfr_cli.cli import main

if __name__ == "__main__":
    main()
