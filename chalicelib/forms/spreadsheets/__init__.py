"""Spreadsheets: what people have in them, as rows of cells, and workbooks made for them."""
