"""Rules and articles of a small newsroom."""

RULE = """\
rule: desk/{name}
title: A part is no more than the whole
severity: {severity}
bind:
  part: count
  whole: count
match:
  - "{verb} {{part}} of the {{whole}}"
assert: part <= whole
message: "{{part}} is more than {{whole}}"
examples:
  fires:
    - text: "They {verb} [[15]] of the [[12]] ships."
      says: "15 is more than 12"
  quiet:
    - text: "They {verb} 5 of the 12 ships."
"""
RULES = {"lost": "error", "sold": "warning", "sent": "note"}

GOOD = "A calm day\n\nThe fleet lost 5 of the 12 ships. It sold 3 of the 9 boats.\n"
BAD = "A rough day\n\nThe fleet lost 15 of the 12 ships. Later it lost 5 of the 7 boats.\n"
