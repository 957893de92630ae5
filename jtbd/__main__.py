"""Run the program as `python -m jtbd`."""

import sys

from jtbd.cli import main

sys.exit(main())
