"""Tables as files: what is written and read of workbooks and of text with commas. Knows cells, not records."""
