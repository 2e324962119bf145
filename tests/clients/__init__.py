"""What kzfr writes, read by the programs of others."""
