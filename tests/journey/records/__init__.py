"""The parts of the chapter about working with records."""
