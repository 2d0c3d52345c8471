"""Training of the neural models of newsgraph: the parser and what it shares with the names model."""
