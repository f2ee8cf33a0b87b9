"""The documentation, and what generates part of it."""
