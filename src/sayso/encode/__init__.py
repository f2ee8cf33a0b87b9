"""Text to vectors and scores: model files with their hashes, sessions of the inference library, batching."""

from sayso.encode.attributor import Attributor, Reading

__all__ = ["Attributor", "Reading"]
