"""Names, codes and lists that hold figures or are announced by them."""
