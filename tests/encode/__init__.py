"""What the encoder is given, and what is made of its answers."""
