"""The pages of the desk: each function answers one kind of request."""
