"""Working with the records of a form as a whole."""
