"""What holds for every response, whatever a transcript expects of it."""
import re

PROTOCOL_ERRORS = {-32700, -32600, -32601, -32602, -32603, -32002, -32800}
"""The errors of JSON-RPC and LSP that any request may be answered with."""

OF_LSP = re.compile(r"initialize|shutdown|(textDocument|completionItem|codeAction|workspace)/\w+")
"""The requests of LSP, which the OpenRPC document does not describe."""


def shape_fault(response):
    """What is wrong with a response by JSON-RPC 2.0 §5, in a sentence; None if nothing is."""
    if not isinstance(response, dict):
        return "a response is no object"
    if response.get("jsonrpc") != "2.0":
        return "a response lacks \"jsonrpc\": \"2.0\""
    if ("result" in response) == ("error" in response):
        return "a response has not just one of 'result' and 'error'"
    if set(response) - {"jsonrpc", "id", "result", "error"} or "id" not in response:
        return "a response has the members %s" % ", ".join(sorted(response))
    if isinstance(response["id"], (dict, list, bool)):
        return "a response's id is no string, number or null"
    if "error" in response:
        error = response["error"]
        if not isinstance(error, dict):
            return "an error is no object"
        if type(error.get("code")) is not int or not isinstance(error.get("message"), str):
            return "an error lacks a whole number as 'code' or a text as 'message'"
    return None


class Document:
    """The OpenRPC document that results, errors and parameters are held to."""

    TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)\Z")
    UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z\Z")

    def __init__(self, document):
        import jsonschema

        components = document["components"]

        def validator(schema, time=self.UTC):
            formats = jsonschema.FormatChecker(formats=())
            formats.checks("date-time")(lambda text: not isinstance(text, str) or bool(time.match(text)))
            return jsonschema.Draft7Validator(
                {"components": components, "allOf": [schema]}, format_checker=formats)

        self.methods = {method["name"]: method for method in document["methods"]}
        self.codes = {name: error["code"] for name, error in components["errors"].items()}
        self._results = {
            name: validator(method["result"]["schema"]) for name, method in self.methods.items()}
        self._parameters = {
            name: validator({
                "type": "object", "additionalProperties": False,
                "required": [one["name"] for one in method["params"] if one["required"]],
                "properties": {one["name"]: one["schema"] for one in method["params"]}}, self.TIME)
            for name, method in self.methods.items()}
        self._data = validator({"$ref": "#/components/schemas/FaultData"})

    def fault(self, request, response):
        """How a response to `request` breaks the document, in a sentence; None if it does not."""
        method = request["method"]
        if "result" in response:
            if OF_LSP.fullmatch(method):
                return None
            if method not in self.methods:
                return "%s is not in the document, and has a result" % method
            return (first_fault("params", self._parameters[method], self._named(request))
                    or first_fault("result", self._results[method], response["result"]))
        error = response["error"]
        declared = self.codes_of(method)
        if error["code"] not in PROTOCOL_ERRORS | declared:
            return "%s does not declare the error %d" % (method, error["code"])
        if error["code"] in declared or "data" in error:
            return first_fault("error.data", self._data, error.get("data"))
        return None

    def codes_of(self, method):
        """The codes of the faults that a method declares."""
        faults = self.methods.get(method, {}).get("errors", [])
        return {self.codes[fault["$ref"].rpartition("/")[2]] for fault in faults}

    def _named(self, request):
        """The parameters of a request by name, without those that are null, which count as left out."""
        params = request.get("params") or {}
        if isinstance(params, list):
            params = dict(zip((one["name"] for one in self.methods[request["method"]]["params"]), params))
        return {name: value for name, value in params.items() if value is not None}


def first_fault(place, validator, value):
    for error in validator.iter_errors(value):
        return "%s: %s" % (".".join([place, *map(str, error.absolute_path)]), error.message[:400])
    return None
