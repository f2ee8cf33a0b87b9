"""4 statements and events -> claims: the same claim, whose word it is, how many origins it has."""
