"""Tests, by how much of the world is real."""
