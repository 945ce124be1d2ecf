"""What a turn says and may mean: a text and the topic in, the reading that wins out."""
