"""The CloudFormation template: `infra/*.yaml` and what `infra/wiring.yaml` implies, merged into what Chalice makes."""
