"""A language model's answer, each sentence examined before it is shown."""
