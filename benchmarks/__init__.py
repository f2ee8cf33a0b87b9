"""Quality and speed, measured: `python -m benchmarks.NAME` prints a table and writes it to docs/measured/NAME.md."""
