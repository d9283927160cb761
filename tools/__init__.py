"""Commands of this repository: the local cloud, packaging, deployment, checks. None of it travels to Lambda."""
