"""How the models in the package were made; not shipped in the wheel."""
