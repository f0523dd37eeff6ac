"""The commands of `tearsheet`, each imported by `service.cli` only when it is called."""
