"""Bytes to text: one format a file, the map back to the page built while extracting."""
