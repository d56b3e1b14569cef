"""Where messages come from: IMAP or Maildir."""
