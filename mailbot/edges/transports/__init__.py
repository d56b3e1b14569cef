"""Where letters leave: SMTP or Maildir."""
