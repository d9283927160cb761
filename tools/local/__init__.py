"""Banli whole on one machine: the local cloud (ministack), the front that stands in for CloudFront, demo data."""
