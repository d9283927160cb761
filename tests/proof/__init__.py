"""The promises of docs/promises.md, proved by number. Every proof has two sizes: `make test` runs the short one, with a
fixed seed; `make prove` the long one, with a seed of its own that it prints, and keeps the figures in docs/proof.md.
"""
