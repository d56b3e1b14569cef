"""The group's report to a meeting: records and period → facts → blocks of a document."""
