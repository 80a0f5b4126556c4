"""Entry point of the program."""

import sys


def main() -> int:
    """Runs the program; returns its exit code."""
    from vi_events import __version__

    sys.stderr.write(f"VI Events {__version__}: the journal and the ticket codes; the window is not built yet.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
