"""What a company's directory allows: pure decisions over one `Org` snapshot."""
