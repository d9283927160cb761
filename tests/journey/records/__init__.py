"""Parts of the chapter on working with records."""
