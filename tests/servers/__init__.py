"""Throw-away servers on loopback for the tests and benchmarks."""
