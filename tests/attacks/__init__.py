"""Attacks through the whole road: README.md lists what each must end in."""
