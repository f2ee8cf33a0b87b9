"""Text to findings. Pure: no database, no network, no clock."""
