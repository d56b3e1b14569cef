"""What was said of one contact or activity, and one value of it."""
