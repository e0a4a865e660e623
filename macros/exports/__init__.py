"""The Bank in other forms, for machines."""
