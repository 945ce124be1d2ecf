"""What other programs are given: the same as people, in JSON, by the web, as tools of assistants, and in LangChain."""
