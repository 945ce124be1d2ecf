"""What a page shows: texts with their marks, exchanges of the chat, drawings, and the addresses that lead to them."""
