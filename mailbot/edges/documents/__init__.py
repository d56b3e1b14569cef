"""Files attached to letters and exports."""
