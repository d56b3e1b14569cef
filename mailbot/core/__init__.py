"""Values in, values out: no clock, disk, network, SQL, templates or log."""
