"""The story: one module per thing mailbot does, one transaction each."""
