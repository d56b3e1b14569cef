"""A year of the group, simulated: eleven States, a programme, and everything that happens to mail."""
