"""Activities without the labels of the form: a code or a title, and what is said of it."""
