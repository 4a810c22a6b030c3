"""Holds what a recorder has recorded against the rules of LSP 3.17 and of protocol-spec/lsp.md.

The rules are put here by hand, from the specification's words, as far as they can be seen from outside: who may send
what and when, one response a request, what a client has not offered, versions, and places within their documents.
"""
import pathlib
import re

from texts import Text

ROOT = pathlib.Path(__file__).resolve().parents[3]
ROW = re.compile(
    r"^\| `([^`]+)` \| (client|server|both) \| (request|notification) \| (yes|no) \| [^|]+ \|$", re.MULTILINE)
TABLE = {(name, sender): (kind, state == "yes")
         for name, senders, kind, state in ROW.findall((ROOT / "protocol-spec/lsp.md").read_text(encoding="utf-8"))
         for sender in (("client", "server") if senders == "both" else (senders,))}
METHOD_NOT_FOUND = -32601
BEFORE_INITIALIZED = {"window/showMessage", "window/showMessageRequest", "window/logMessage", "telemetry/event"}
"""What a server may send before its response to `initialize`."""


def violations(records, is_killed=False):
    """What a record holds against the rules, as texts; none of them for a session that is in order.

    The end is not looked at if the client kills the recorder.
    """
    judge = Judge()
    for record in records:
        judge.take(record)
    if not is_killed:
        judge.finish()
    return judge.violations


def offered(capabilities, path):
    for name in path.split("."):
        capabilities = (capabilities or {}).get(name)
    return capabilities


class Document:
    def __init__(self, version, text):
        self.version = version
        self.texts = {version: text}

    @property
    def text(self):
        return self.texts[self.version]


class Request:
    def __init__(self, message, text):
        self.method = message["method"]
        self.params = message.get("params") or {}
        self.text = text
        self.is_answered = False


class Judge:
    def __init__(self):
        self.violations = []
        self.requests = {"client": {}, "server": {}}
        self.capabilities = None
        self.encoding = "utf-16"
        self.is_initialized = False
        self.is_asked_for_diagnostics = False
        self.is_shut_down = False
        self.documents = {}
        self.exit = None
        self.said_exit = False

    def claim(self, is_so, *text):
        if not is_so:
            self.violations.append(" ".join(map(str, text)))

    # Messages

    def take(self, record):
        if "exit" in record:
            self.exit = record["exit"]
            return
        sender = record["from"]
        if "fault" in record:
            self.claim(False, sender, "sent", record["fault"])
            return
        message = record["message"]
        self.claim(isinstance(message, dict) and message.get("jsonrpc") == "2.0", sender, "sent", message)
        if not isinstance(message, dict):
            return
        if "method" in message:
            self.take_call(sender, message)
        else:
            self.take_response(sender, message)

    def take_call(self, sender, message):
        method, params = message["method"], message.get("params")
        kind, is_handled = TABLE.get((method, sender), (None, None))
        if not method.startswith("trustedAccess/"):
            self.claim(kind is not None, sender, "sent", method, "which LSP has not")
        self.claim(params is None or isinstance(params, (dict, list)), method, "has params", params)
        if sender == "server":
            self.claim(is_handled, "the server sent", method, "which the table says it does not")
            self.claim(self.is_initialized or method in BEFORE_INITIALIZED, method, "before the response to initialize")
            self.claim(not self.is_shut_down, method, "after shutdown")
        if "id" in message:
            identifier = message["id"]
            self.claim(kind in ("request", None), method, "with an id is no notification")
            self.claim(type(identifier) in (int, str), method, "has the id", identifier)
            known = self.requests[sender]
            key = repr(identifier)
            self.claim(key not in known or known[key].is_answered, sender, "has two requests", identifier, "under way")
            known[key] = Request(message, self.text_of(params))
        else:
            self.claim(kind in ("notification", None), method, "without an id is no request")
            if sender == "client":
                self.take_clients_notification(method, params or {})
            elif method == "textDocument/publishDiagnostics":
                self.take_diagnostics(params)
        if method == "initialize" and sender == "client":
            self.capabilities = params["capabilities"]

    def take_response(self, sender, message):
        other = "client" if sender == "server" else "server"
        request = self.requests[other].get(repr(message.get("id")))
        self.claim(request is not None, sender, "answers", message.get("id"), "which nobody asked")
        self.claim(("result" in message) != ("error" in message), "a response with", sorted(message))
        if request is None:
            return
        self.claim(not request.is_answered, request.method, message["id"], "is answered twice")
        request.is_answered = True
        if "error" in message:
            error = message["error"]
            self.claim(type(error.get("code")) is int and isinstance(error.get("message"), str), "the error", error)
        if sender == "server":
            self.take_servers_response(request, message)

    def take_servers_response(self, request, message):
        _, is_handled = TABLE.get((request.method, "client"), (None, None))
        if is_handled is not None:
            error = message.get("error", {})
            is_unknown = error.get("code") == METHOD_NOT_FOUND
            self.claim(is_unknown != is_handled or self.is_shut_down, request.method, "is answered", error)
        if "error" in message:
            return
        result = message["result"]
        judge = {
            "initialize": self.judge_initialize,
            "shutdown": self.judge_shutdown,
            "textDocument/hover": self.judge_hover,
            "textDocument/completion": self.judge_completion,
            "textDocument/codeAction": self.judge_actions,
            "textDocument/diagnostic": self.judge_report,
        }.get(request.method)
        if judge:
            judge(request, result)

    def finish(self):
        for sender, requests in self.requests.items():
            for request in requests.values():
                self.claim(request.is_answered or self.exit != 0, request.method, "of the", sender, "has no response")
        self.claim(self.exit is not None, "the server has not ended")
        if self.said_exit:
            self.claim(self.exit == (0 if self.is_shut_down else 1), "the server ended with", self.exit)

    # Documents

    def text_of(self, params):
        document = self.documents.get(((params or {}).get("textDocument") or {}).get("uri")) \
            if isinstance(params, dict) else None
        return document.text if document else None

    def take_clients_notification(self, method, params):
        if method == "textDocument/didOpen":
            item = params["textDocument"]
            self.claim(item["uri"] not in self.documents, item["uri"], "is opened twice")
            self.documents[item["uri"]] = Document(item["version"], Text(item["text"], self.encoding))
        elif method == "textDocument/didChange":
            uri, version = params["textDocument"]["uri"], params["textDocument"]["version"]
            document = self.documents.get(uri)
            self.claim(document is not None, uri, "is changed and not open")
            if document is None:
                return
            self.claim(version > document.version, uri, "has the version", version, "after", document.version)
            text = document.text
            for change in params["contentChanges"]:
                if "range" in change:
                    text = Text(text.replaced([(change["range"], change["text"])]), self.encoding)
                else:
                    text = Text(change["text"], self.encoding)
            document.version = version
            document.texts[version] = text
        elif method == "textDocument/didClose":
            uri = params["textDocument"]["uri"]
            self.claim(self.documents.pop(uri, None) is not None, uri, "is closed and not open")
        elif method == "exit":
            self.said_exit = True

    def place(self, text, span, what):
        """Holds a range to be one of a text."""
        for end in ("start", "end"):
            fault = text.fault(span[end]) if text else None
            self.claim(fault is None, what, "is at", fault)
        start, end = ((span[end]["line"], span[end]["character"]) for end in ("start", "end"))
        self.claim(start <= end, what, "ends before it starts:", span)

    # Results

    def judge_initialize(self, request, result):
        self.is_initialized = True
        encodings = offered(self.capabilities, "general.positionEncodings") or ["utf-16"]
        self.encoding = result["capabilities"].get("positionEncoding", "utf-16")
        self.is_asked_for_diagnostics = (
            "diagnosticProvider" in result["capabilities"]
            and offered(self.capabilities, "textDocument.diagnostic") is not None)
        self.claim(self.encoding in encodings + ["utf-16"], "the position encoding", self.encoding, "is not offered")

    def judge_shutdown(self, request, result):
        self.is_shut_down = True
        self.claim(result is None, "shutdown has the result", result)

    def judge_markup(self, contents, formats, what):
        kind = contents.get("kind") if isinstance(contents, dict) else None
        self.claim(kind in ("markdown", "plaintext"), what, "has", contents)
        self.claim(formats is None or kind == "plaintext" or kind in formats, what, "is", kind, "and", formats, "is offered")

    def judge_hover(self, request, result):
        if result is None:
            return
        formats = offered(self.capabilities, "textDocument.hover.contentFormat")
        self.judge_markup(result["contents"], formats, "a hover")
        if "range" in result:
            self.place(request.text, result["range"], "a hover")
            span, position = result["range"], request.params["position"]
            places = [(place["line"], place["character"]) for place in (span["start"], position, span["end"])]
            self.claim(places == sorted(places), "a hover of", position, "is about", span)

    def judge_completion(self, request, result):
        if result is None:
            return
        items = result["items"] if isinstance(result, dict) else result
        client = offered(self.capabilities, "textDocument.completion") or {}
        item_client = client.get("completionItem") or {}
        defaults = result.get("itemDefaults", {}) if isinstance(result, dict) else {}
        for name in defaults:
            self.claim(name in (offered(client, "completionList.itemDefaults") or []), "itemDefaults", name)
        position = request.params["position"]
        for item in items:
            label = item.get("label")
            self.claim(isinstance(label, str) and label, "a completion has the label", label)
            self.claim(item.get("insertTextFormat", 1) == 1 or item_client.get("snippetSupport"), label, "is a snippet")
            self.claim("tags" not in item or item_client.get("tagSupport"), label, "has tags")
            self.claim("labelDetails" not in item or item_client.get("labelDetailsSupport"), label, "has labelDetails")
            if isinstance(item.get("documentation"), dict):
                self.judge_markup(item["documentation"], item_client.get("documentationFormat"), label)
            edit = item.get("textEdit")
            if edit is None:
                continue
            self.claim("range" in edit or item_client.get("insertReplaceSupport"), label, "inserts or replaces")
            for span in [edit["range"]] if "range" in edit else [edit["insert"], edit["replace"]]:
                self.place(request.text, span, label)
                self.claim(span["start"]["line"] == span["end"]["line"] == position["line"], label, "replaces", span)
                self.claim(span["start"]["character"] <= position["character"] <= span["end"]["character"],
                           label, "is for", position, "and replaces", span)

    def judge_actions(self, request, result):
        client = offered(self.capabilities, "textDocument.codeAction") or {}
        only = offered(request.params, "context.only")
        for action in result or []:
            title = action.get("title")
            self.claim(isinstance(title, str) and title, "an action has the title", title)
            if isinstance(action.get("command"), str):
                continue
            self.claim("codeActionLiteralSupport" in client, title, "is an action and no command")
            kind = action.get("kind", "")
            self.claim(not only or any(kind == one or kind.startswith(one + ".") or not one for one in only),
                       title, "is", kind, "and asked for is", only)
            for name, path in (("isPreferred", "isPreferredSupport"), ("data", "dataSupport"),
                               ("disabled", "disabledSupport")):
                self.claim(name not in action or client.get(path), title, "has", name)
            for diagnostic in action.get("diagnostics", []):
                self.judge_diagnostic(diagnostic, request.text)
            if "edit" in action:
                self.judge_edit(action["edit"], request, title)

    def judge_edit(self, edit, request, title):
        is_offered = offered(self.capabilities, "workspace.workspaceEdit.documentChanges")
        self.claim("documentChanges" not in edit or is_offered, title, "has documentChanges")
        changes = [(uri, None, edits) for uri, edits in edit.get("changes", {}).items()]
        changes += [(change["textDocument"]["uri"], change["textDocument"]["version"], change["edits"])
                    for change in edit.get("documentChanges", []) if "edits" in change]
        for uri, version, edits in changes:
            document = self.documents.get(uri)
            if document is None:
                continue
            self.claim(version is None or version in document.texts, title, "edits the version", version)
            is_asked_about = offered(request.params, "textDocument.uri") == uri
            text = document.texts.get(version, request.text if is_asked_about else document.text)
            spans = []
            for one in edits:
                self.place(text, one["range"], title)
                spans.append([(one["range"][end]["line"], one["range"][end]["character"]) for end in ("start", "end")])
            spans.sort()
            self.claim(all(before[1] <= after[0] for before, after in zip(spans, spans[1:])), title, "overlaps itself")

    # Diagnostics

    def diagnostics_offer(self):
        pushed = offered(self.capabilities, "textDocument.publishDiagnostics") or {}
        pulled = offered(self.capabilities, "textDocument.diagnostic") or {}
        return {**pushed, **pulled}

    def take_diagnostics(self, params):
        uri, version = params["uri"], params.get("version")
        self.claim(not self.is_asked_for_diagnostics, "diagnostics are pushed to who pulls")
        document = self.documents.get(uri)
        if params["diagnostics"]:
            self.claim(document is not None, uri, "is not open and has diagnostics")
        if document is None:
            return
        self.claim(version is None or version in document.texts, uri, "has diagnostics of the version", version)
        for diagnostic in params["diagnostics"]:
            self.judge_diagnostic(diagnostic, document.texts.get(version, document.text))

    def judge_report(self, request, result):
        self.claim(result.get("kind") in ("full", "unchanged"), "a report is", result.get("kind"))
        if result.get("kind") == "unchanged":
            self.claim(result.get("resultId") == request.params.get("previousResultId"), "unchanged since", result)
        for diagnostic in result.get("items", []):
            self.judge_diagnostic(diagnostic, request.text)

    def judge_diagnostic(self, diagnostic, text):
        what = diagnostic.get("code")
        client = self.diagnostics_offer()
        self.claim(isinstance(what, str) and what, "a diagnostic has the code", what)
        self.place(text, diagnostic["range"], what)
        self.claim(diagnostic.get("severity") in (1, 2, 3, 4), what, "has the severity", diagnostic.get("severity"))
        self.claim(isinstance(diagnostic.get("message"), str) and diagnostic["message"], what, "says nothing")
        known_tags = offered(client, "tagSupport.valueSet") or []
        self.claim(all(tag in known_tags for tag in diagnostic.get("tags", [])), what, "has tags that are not offered")
        for name, path in (("relatedInformation", "relatedInformation"), ("codeDescription", "codeDescriptionSupport"),
                           ("data", "dataSupport")):
            self.claim(name not in diagnostic or client.get(path), what, "has", name)
        if "codeDescription" in diagnostic:
            href = diagnostic["codeDescription"].get("href", "")
            self.claim(re.match(r"[a-z]+://", href), what, "is described at", href)
