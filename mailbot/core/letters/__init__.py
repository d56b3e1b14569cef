"""Letters: what is said to whom, in both languages, and whether both halves say the same."""
