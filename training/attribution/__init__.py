"""The attribution model: from the corpus to the file in the package. `python -m training.attribution.train`."""
