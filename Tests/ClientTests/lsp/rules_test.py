#!/usr/bin/env python3
"""Plants one fault after the other in a session that is in order, and sees that the rules and recorder find each."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import rules  # noqa: E402
from texts import Text  # noqa: E402

URI = "file:///a.sh"


def span(line, start, end):
    return {"start": {"line": line, "character": start}, "end": {"line": line, "character": end}}


def client(method, params=None, identifier=None):
    return call("client", method, params, identifier)


def server(method, params=None, identifier=None):
    return call("server", method, params, identifier)


def call(sender, method, params, identifier):
    message = {"jsonrpc": "2.0", "method": method, "params": params or {}}
    return {"from": sender, "message": message if identifier is None else {**message, "id": identifier}}


def answer(identifier, result):
    return {"from": "server", "message": {"jsonrpc": "2.0", "id": identifier, "result": result}}


def refusal(identifier, code):
    error = {"code": code, "message": "No."}
    return {"from": "server", "message": {"jsonrpc": "2.0", "id": identifier, "error": error}}


def published(version, start, end, **members):
    diagnostic = {"range": span(0, start, end), "severity": 1, "code": "a", "message": "A.", **members}
    return server("textDocument/publishDiagnostics", {"uri": URI, "version": version, "diagnostics": [diagnostic]})


PLACE = {"textDocument": {"uri": URI}, "position": {"line": 0, "character": 2}}
ITEM = {"label": "ab", "textEdit": {"range": span(0, 0, 2), "newText": "abc"}}
ACTION = {"title": "Use", "kind": "quickfix", "edit": {"changes": {URI: [
    {"range": span(0, 0, 1), "newText": "x"}, {"range": span(0, 1, 4), "newText": "y"}]}}}
SESSION = [
    client("initialize", {"capabilities": {"textDocument": {
        "hover": {"contentFormat": ["markdown"]}, "codeAction": {"codeActionLiteralSupport": {}}}}}, 1),
    answer(1, {"capabilities": {}}),
    client("initialized"),
    client("textDocument/didOpen", {"textDocument": {"uri": URI, "languageId": "sh", "version": 1, "text": "ab🏁"}}),
    published(1, 0, 4),
    client("textDocument/completion", PLACE, 2),
    answer(2, {"isIncomplete": False, "items": [ITEM]}),
    client("textDocument/hover", PLACE, "three"),
    answer("three", {"contents": {"kind": "markdown", "value": "A."}, "range": span(0, 0, 2)}),
    client("textDocument/codeAction", {"textDocument": {"uri": URI}, "range": span(0, 0, 1),
                                       "context": {"diagnostics": [], "only": ["quickfix"]}}, 4),
    answer(4, [ACTION]),
    client("textDocument/didChange", {"textDocument": {"uri": URI, "version": 2},
                                      "contentChanges": [{"range": span(0, 2, 4), "text": "cde"}]}),
    published(2, 0, 5),
    client("textDocument/rename", PLACE, 5),
    refusal(5, -32601),
    client("textDocument/didClose", {"textDocument": {"uri": URI}}),
    client("shutdown", None, 6),
    answer(6, None),
    client("exit"),
    {"exit": 0},
]
INITIALIZED, OPENED, COMPLETED, HOVERED, ACTED = 1, 3, 6, 8, 10
CHANGED, REFUSED, CLOSED, SHUT, ENDED = 12, 14, 15, 17, 19


def changed(value, path, new):
    """A copy with another value at a path."""
    value = json.loads(json.dumps(value))
    inner = value
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = new
    return value


class Rules(unittest.TestCase):
    def test_a_session_in_order_has_no_violations(self):
        self.assertEqual(rules.violations(SESSION), [])

    def test_each_planted_fault_is_found(self):
        result = ("message", "result")
        item = (*result, "items", 0)
        edit = (*result, 0, "edit", "changes", URI, 0, "range")
        diagnostic = ("message", "params", "diagnostics", 0)
        changes = [
            (INITIALIZED, ("message", "jsonrpc"), "1.0"),
            (INITIALIZED, (*result, "capabilities", "positionEncoding"), "utf-8"),
            (COMPLETED, ("message", "id"), "2"),
            (COMPLETED, ("message", "error"), {"code": 1, "message": "No."}),
            (COMPLETED, (*item, "label"), ""),
            (COMPLETED, (*item, "insertTextFormat"), 2),
            (COMPLETED, (*item, "textEdit", "range"), span(0, 3, 3)),
            (COMPLETED, (*item, "textEdit", "range"), span(0, 0, 1)),
            (COMPLETED, (*item, "textEdit", "range", "end", "line"), 1),
            (COMPLETED, (*item, "documentation"), {"kind": "html", "value": "A."}),
            (COMPLETED, (*result, "itemDefaults"), {"data": 1}),
            (HOVERED, (*result, "range"), span(0, 0, 1)),
            (HOVERED, (*result, "contents", "kind"), "html"),
            (ACTED, edit, span(0, 0, 2)),
            (ACTED, edit, span(0, 0, 9)),
            (ACTED, (*result, 0, "kind"), "source"),
            (ACTED, (*result, 0, "isPreferred"), True),
            (ACTED, (*result, 0, "edit", "documentChanges"), []),
            (CHANGED, (*diagnostic, "range"), span(0, 0, 6)),
            (CHANGED, (*diagnostic, "range"), span(0, 2, 1)),
            (CHANGED, (*diagnostic, "severity"), 0),
            (CHANGED, (*diagnostic, "message"), ""),
            (CHANGED, (*diagnostic, "data"), {}),
            (CHANGED, (*diagnostic, "tags"), [1]),
            (CHANGED, ("message", "params", "version"), 3),
            (CHANGED - 1, ("message", "params", "textDocument", "version"), 1),
            (REFUSED, ("message", "error", "code"), -32602),
            (SHUT, result, {}),
            (ENDED, ("exit",), 1),
        ]
        for place, path, new in changes:
            with self.subTest(place=place, path=path, new=new):
                session = SESSION[:place] + [changed(SESSION[place], path, new)] + SESSION[place + 1:]
                self.assertNotEqual(rules.violations(session), [])

    def test_markdown_is_for_those_who_do_not_offer_other_text_alone(self):
        capabilities = ("message", "params", "capabilities", "textDocument", "hover", "contentFormat")
        plain = changed(SESSION[0], capabilities, ["plaintext"])
        self.assertNotEqual(rules.violations([plain, *SESSION[1:]]), [])

    def test_what_is_too_much_is_found(self):
        for place, record in [
            (INITIALIZED, server("window/logMessage", {"type": 3, "message": "A."})),
            (INITIALIZED, published(1, 0, 1)),
            (OPENED + 1, SESSION[OPENED]),
            (COMPLETED, published(1, 3, 4)),
            (COMPLETED, server("textDocument/unknown")),
            (COMPLETED, server("client/registerCapability", {"registrations": []}, 9)),
            (COMPLETED + 1, SESSION[COMPLETED]),
            (COMPLETED + 1, answer(9, None)),
            (COMPLETED + 1, {"from": "server", "fault": "not JSON"}),
            (CLOSED + 1, published(2, 0, 1)),
            (SHUT + 1, published(2, 0, 1)),
        ]:
            with self.subTest(place=place, record=record):
                self.assertNotEqual(rules.violations(SESSION[:place] + [record] + SESSION[place:]), [])

    def test_what_is_missing_is_found(self):
        for place in (COMPLETED, HOVERED, SHUT, ENDED, OPENED):
            with self.subTest(place=place):
                self.assertNotEqual(rules.violations(SESSION[:place] + SESSION[place + 1:]), [])

    def test_who_asks_for_diagnostics_is_sent_none(self):
        asked = changed(SESSION[0], ("message", "params", "capabilities", "textDocument", "diagnostic"), {})
        self.assertEqual(rules.violations([asked, *SESSION[1:]]), [])
        offers = changed(SESSION[1], ("message", "result", "capabilities", "diagnosticProvider"), {})
        self.assertEqual(rules.violations([SESSION[0], offers, *SESSION[2:]]), [])
        self.assertNotEqual(rules.violations([asked, offers, *SESSION[2:]]), [])


class Texts(unittest.TestCase):
    def test_positions_count_in_the_units_of_their_encoding(self):
        starts = {"utf-8": [0, 2, 6], "utf-16": [0, 1, 3], "utf-32": [0, 1, 2]}
        for encoding in starts:
            text = Text("x\r\nž🏁\ry", encoding)
            self.assertEqual(text.lines(), ["x", "ž🏁", "y"])
            places = [text.fault({"line": 1, "character": character}) is None for character in range(8)]
            self.assertEqual([index for index, is_one in enumerate(places) if is_one], starts[encoding])
            self.assertIsNone(text.fault({"line": 2, "character": 1}))
            self.assertIsNotNone(text.fault({"line": 3, "character": 0}))

    def test_edits_are_made_at_once(self):
        text = Text("ab\ncd\n", "utf-16")
        self.assertEqual(text.replaced([(span(0, 1, 2), "X"), (span(1, 0, 1), "")]), "aX\nd\n")
        everything_behind = {"start": {"line": 0, "character": 9}, "end": {"line": 9, "character": 0}}
        self.assertEqual(text.replaced([(everything_behind, "")]), "ab")


class Recorder(unittest.TestCase):
    def record_of(self, command, said):
        with tempfile.TemporaryDirectory(prefix="recorder-test-") as folder:
            path = os.path.join(folder, "record")
            recorded = [sys.executable, str(HERE / "recorder.py"), path, *command]
            process = subprocess.run(recorded, input=said, capture_output=True, timeout=20)
            with open(path, encoding="utf-8") as file:
                return process, [json.loads(line) for line in file]

    @staticmethod
    def framed(message):
        body = json.dumps(message).encode("utf-8")
        return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)

    def test_bytes_go_through_and_messages_are_recorded(self):
        said = self.framed({"a": "🏁"}) + self.framed([])
        process, records = self.record_of(["cat"], said)
        self.assertEqual((process.stdout, process.returncode), (said, 0))
        for sender in ("client", "server"):
            self.assertEqual([one["message"] for one in records if one.get("from") == sender], [{"a": "🏁"}, []])
        self.assertEqual(records[-1], {"exit": 0})

    def test_what_is_no_message_is_recorded(self):
        for header, body in [
            ("hello", ""), ("Content-Length: 2", "{"), ("Content-Length: 1", "{"), ("Content-Length: x", "{}"),
        ]:
            said = "%s\r\n\r\n%s" % (header, body)
            process, records = self.record_of(["printf", "%s", said], b"")
            self.assertEqual(process.stdout, said.encode())
            self.assertEqual([sorted(one) for one in records], [["fault", "from"], ["exit"]])
        self.assertEqual(self.record_of(["sh", "-c", "exit 3"], b"")[0].returncode, 3)


if __name__ == "__main__":
    unittest.main()
