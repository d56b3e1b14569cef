"""What we claim about speed, as ratios against the raw limit measured in the same run."""
