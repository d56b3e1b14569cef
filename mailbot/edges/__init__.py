"""The world: one module or folder per door; edges do not know each other."""
