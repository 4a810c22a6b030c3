"""Transcripts: what they hold, and when a message is the expected one."""
import json
import re


class Transcript:
    """A file of protocol-spec/transcripts; replay.py describes the format."""

    MEMBERS = {"about", "requirements", "framing", "arguments", "files", "pipelined", "status", "stderr"}
    STEPS = {"send", "sendText", "sendHex", "closeInput", "expect", "expectText", "differ"}

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.head, *self.steps = [json.loads(line) for line in file if line.strip()]
        self.path = path
        unknown = set(self.head) - self.MEMBERS
        if unknown or not self.head.get("about"):
            raise ValueError("%s: the first line has unknown members or lacks 'about'" % path)
        for step in self.steps:
            if len(set(step) & self.STEPS) != 1 or set(step) - self.STEPS - {"times"}:
                raise ValueError("%s: no line of a transcript: %s" % (path, shown(step)))

    @property
    def framing(self):
        return self.head.get("framing", "lines")


class Variables:
    """The values that expected messages have bound to "$name"; they stand for themselves from then on."""

    NAME = re.compile(r"\$[a-z][A-Za-z0-9]*\Z")

    def __init__(self):
        self.values = {}

    def fill(self, value):
        """`value` with each variable replaced by what it is bound to."""
        if isinstance(value, dict):
            return {name: self.fill(member) for name, member in value.items()}
        if isinstance(value, list):
            return [self.fill(element) for element in value]
        return self.values.get(value, value) if isinstance(value, str) else value

    def mismatch(self, expected, actual, place="message"):
        """Where `actual` is not as expected, in a sentence; None if it is. Binds the variables that it meets."""
        if isinstance(expected, str):
            return self._text_mismatch(expected, actual, place)
        if isinstance(expected, dict):
            return self._object_mismatch(expected, actual, place)
        if isinstance(expected, list):
            return self._array_mismatch(expected, actual, place)
        if type(expected) is type(actual) and expected == actual:
            return None
        return wrong(place, expected, actual)

    def _text_mismatch(self, expected, actual, place):
        if expected == "*":
            return None
        if self.NAME.match(expected):
            bound = self.values.setdefault(expected, actual)
            return None if bound == actual else wrong(place, bound, actual)
        return None if isinstance(actual, str) and fits(expected, actual) else wrong(place, expected, actual)

    def _object_mismatch(self, expected, actual, place):
        if not isinstance(actual, dict):
            return wrong(place, expected, actual)
        for name, value in expected.items():
            if value == "<absent>":
                if name in actual:
                    return "%s.%s: expected to be absent, got %s" % (place, name, shown(actual[name]))
            elif name not in actual:
                return "%s.%s: expected %s, is absent" % (place, name, shown(value))
            else:
                fault = self.mismatch(value, actual[name], "%s.%s" % (place, name))
                if fault:
                    return fault
        return None

    def _array_mismatch(self, expected, actual, place):
        if not isinstance(actual, list):
            return wrong(place, expected, actual)
        is_open = expected[-1:] == ["..."]
        wanted = expected[:-1] if is_open else expected
        if len(actual) < len(wanted) or len(actual) > len(wanted) and not is_open:
            return "%s: expected %d elements%s, got %d: %s" % (
                place, len(wanted), " or more" if is_open else "", len(actual), shown(actual))
        for index, value in enumerate(wanted):
            fault = self.mismatch(value, actual[index], "%s[%d]" % (place, index))
            if fault:
                return fault
        return None


def fits(pattern, text):
    """Whether a text is as a pattern says, in which "*" stands for any characters."""
    return re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), text, re.DOTALL) is not None


def wrong(place, expected, actual):
    return "%s: expected %s, got %s" % (place, shown(expected), shown(actual))


def shown(value):
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 400 else text[:400] + "…"
