"""How likeness of propositions is fitted, and on what."""
