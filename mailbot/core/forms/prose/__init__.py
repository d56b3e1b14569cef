"""What sentences tell: proposals to be asked about, and confirmations of the whole."""
