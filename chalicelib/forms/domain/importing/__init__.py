"""Rows of a spreadsheet on their way into records: settings, grouping of rows, and the values that cells mean."""
