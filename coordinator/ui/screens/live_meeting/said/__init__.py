"""What is said about the open line: by agencies, by the person, and what stays restricted."""
