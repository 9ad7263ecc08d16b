"""``python -m bot``: see :mod:`bot.cli`."""

import sys

from bot.cli import main

# worker processes import this module again, under another name
if __name__ == "__main__":
    sys.exit(main())
