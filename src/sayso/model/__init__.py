"""What exists: documents, what was found in them, and what people decided. Frozen dataclasses, no I/O."""
