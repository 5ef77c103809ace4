"""What a number counts, where its noun follows at once and is no verb."""

from __future__ import annotations

import re

from ...numbers.mention import Mention
from ..prose.view import View

_VERB = re.compile(
    r"^ (?:are|were|is|was|be|have|had|has|will|would|could|may|can|did|do|does|remain\w*|still|includ\w+|gives?|gave|died?|"
    r"went|came|said|voted|stayed|left|made|makes|took|escaped|survived|lost|won|got|hold|holds|held)(?!\w)")


def counts_unsaid(view: View, m: Mention) -> bool:
    """Whether no noun goes with it: a verb comes next, or none was read."""
    return m.head is None or _VERB.match(view.words(m.end, m.end + 16)) is not None
