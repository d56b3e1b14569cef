"""What names a field: labels and the words beside them, before anybody asks what these mean."""
