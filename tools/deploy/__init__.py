"""From the working tree to a CloudFormation stack: package, upload, change set. One way for AWS and the local cloud."""
