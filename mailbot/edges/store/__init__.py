"""Tables, ledger, outbox and migration of the database."""
