"""The parts of the chapter `linked`: one module for each capability of linked, computed and guarded data."""
