"""Where proofs leave their figures, one file a test, until `make prove` makes docs/proof.md of them."""

from tools.template.source import ROOT

FOLDER = ROOT / ".local" / "proof"
