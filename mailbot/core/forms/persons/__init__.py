"""Persons and offices known by their look: proposals to be asked about, never values."""
