"""A document's text under LSP's edits, in any position encoding: slow, and plain enough to be right."""
import re

UNITS = {"utf-8": lambda text: len(text.encode("utf-8")), "utf-16": lambda text: len(text.encode("utf-16-le")) // 2,
         "utf-32": len}
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


class Text:
    def __init__(self, text, encoding):
        self.text = text
        self.width = UNITS[encoding]

    def lines(self):
        """The lines without their ends; the last may be empty."""
        return [line.rstrip("\r\n") for line in LINE.findall(self.text)][:self.line_count()]

    def line_count(self):
        return len(re.findall(r"\r\n|\r|\n", self.text)) + 1

    def fault(self, position):
        """Why a position is none of the text; None if it is one."""
        lines = self.lines()
        line, character = position["line"], position["character"]
        if not 0 <= line < len(lines):
            return "line %s of %d" % (line, len(lines))
        if not 0 <= character <= self.width(lines[line]):
            return "character %s of line %d, which has %d" % (character, line, self.width(lines[line]))
        if self.offset_in_line(lines[line], character) is None:
            return "character %s of line %d, which is within one" % (character, line)
        return None

    def offset_in_line(self, line, character):
        taken = 0
        for index, scalar in enumerate(line + "\n"):
            if taken >= character:
                return index if taken == character else None
            taken += self.width(scalar)
        return None

    def offset(self, position):
        """The offset in the text; a position behind a line's end counts as its end."""
        line, character = position["line"], position["character"]
        starts = [0] + [found.end() for found in re.finditer(r"\r\n|\r|\n", self.text)]
        if line >= len(starts):
            return len(self.text)
        content = self.lines()[line]
        within = self.offset_in_line(content, min(character, self.width(content)))
        return starts[line] + (len(content) if within is None else within)

    def replaced(self, spans):
        """The text with edits made at once, given as (range, new text)."""
        cuts = [(self.offset(span["start"]), self.offset(span["end"]), new) for span, new in spans]
        cuts.sort(reverse=True)
        text = self.text
        for start, end, new in cuts:
            text = text[:start] + new + text[end:]
        return text
