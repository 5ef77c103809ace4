"""What the words around numbers say: who, what, which way, when."""
