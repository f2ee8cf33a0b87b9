"""Quality and speed, measured: `python -m benchmarks.NAME` prints a table and writes it to docs/measured/NAME.md."""

import os

# One core, as in a worker process; read when NumPy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
