"""The desk: a case in the browser, served to this machine alone."""
