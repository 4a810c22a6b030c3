"""A real Neovim with a user's configuration, driven over its own RPC: keys go in, buffer and screen come out."""
import json
import os
import pathlib
import re
import shutil
import stat
import sys
import time

import pynvim

ROOT = pathlib.Path(__file__).resolve().parents[2]
RECORDER = ROOT / "Tests/ClientTests/lsp/recorder.py"
PATIENCE = 20
"""Seconds after which something that has not come is said never to come."""


def code_in(page, heading):
    """The first Lua fence under a heading: what a user would copy."""
    text = page.read_text(encoding="utf-8").split("\n## %s\n" % heading)[1]
    return re.search(r"```lua\n(.*?)```", text, re.DOTALL).group(1)


def until(look, wanted):
    """Looks until it sees what is wanted, and returns what it has seen last."""
    end = time.monotonic() + PATIENCE
    while True:
        seen = look()
        if wanted(seen) or time.monotonic() > end:
            return seen
        time.sleep(0.02)


class Neovim:
    """A session in a folder of its own, with `editor-clients/neovim` installed as its README says.

    The server stands on the PATH behind the recorder, whose record is in `record`.
    """

    def __init__(self, program, server, folder, heading):
        self.folder = pathlib.Path(folder)
        self.work = self.folder / "work"
        self.record = self.folder / "record.jsonl"
        self.log = self.folder / "state/nvim/lsp.log"
        self.work.mkdir(parents=True)
        package = self.folder / "data/nvim/site/pack/trusted-access/start/neovim"
        shutil.copytree(ROOT / "editor-clients/neovim", package)
        settings = self.folder / "config/nvim/init.lua"
        settings.parent.mkdir(parents=True)
        settings.write_text(code_in(package / "README.md", heading), encoding="utf-8")
        self.put_on_path(server)
        environment = ["%s=%s" % pair for pair in {
            "HOME": folder, "PATH": "%s:%s" % (self.folder / "bin", os.environ["PATH"]), "LANG": "C.UTF-8",
            "XDG_CONFIG_HOME": self.folder / "config", "XDG_DATA_HOME": self.folder / "data",
            "XDG_STATE_HOME": self.folder / "state", "XDG_CACHE_HOME": self.folder / "state",
            "NVIM_LOG_FILE": os.devnull,
        }.items()]
        self.rpc = pynvim.attach("child", argv=["env", "-i", *environment, str(program), "--embed", "-n", "-i", "NONE"])
        self.rpc.ui_attach(100, 30, rgb=True)
        self.rpc.command("cd %s" % self.work)

    def put_on_path(self, server):
        program = self.folder / "bin/trusted-access-server"
        program.parent.mkdir()
        program.write_text(
            '#!/bin/sh\necho $$ >>"%s"\nexec "%s" "%s" "%s" "%s" "$@"\n'
            % (self.folder / "started", sys.executable, RECORDER, self.record, server), encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)

    # What a user does

    def open(self, name, text=None):
        if text is not None:
            (self.work / name).write_text(text, encoding="utf-8", newline="")
        self.rpc.command("edit %s" % name)
        until(lambda: self.lua("""
            local clients = (vim.lsp.get_clients or vim.lsp.buf_get_clients)(vim.lsp.get_clients and { bufnr = 0 } or 0)
            local client = select(2, next(clients))
            return client and client.initialized"""), bool)

    def type(self, keys):
        self.rpc.input(keys)

    def command(self, text):
        self.rpc.command(text)

    def go(self, line, column):
        """To a line, from 1, and a column, from 0 in bytes."""
        self.rpc.current.window.cursor = (line, column)

    def go_to(self, text, offset=0):
        """To the first place of a text."""
        for number, line in enumerate(self.lines(), 1):
            column = line.find(text)
            if column >= 0:
                return self.go(number, len(line[:column + offset].encode("utf-8")))
        raise AssertionError("no %r in the buffer" % text)

    # What a user sees

    def lua(self, code, *arguments):
        return self.rpc.exec_lua(code, *arguments)

    def lines(self):
        return list(self.rpc.current.buffer[:])

    def text(self):
        return "\n".join(self.lines())

    def diagnostics(self, name=None):
        """Those shown, as (line, column, severity, code, text in the buffer)."""
        return [tuple(one) for one in self.lua("""
            local buffer = ... ~= '' and vim.fn.bufnr(...) or 0
            local found = {}
            for _, one in ipairs(vim.diagnostic.get(buffer)) do
              local is_there, lines = pcall(
                vim.api.nvim_buf_get_text, buffer, one.lnum, one.col, one.end_lnum, one.end_col, {})
              local text = is_there and table.concat(lines, '\\n') or 'is not there yet, or no more'
              found[#found + 1] = { one.lnum + 1, one.col, one.severity, one.code or one.user_data.lsp.code, text }
            end
            table.sort(found, function(a, b) return a[1] < b[1] or a[1] == b[1] and a[2] < b[2] end)
            return found""", name or "")]

    def codes(self, name=None):
        return [(line, code, text) for line, _, _, code, text in self.diagnostics(name)]

    def float(self):
        """The text of the floating window; None if there is none."""
        return self.lua("""
            for _, window in ipairs(vim.api.nvim_list_wins()) do
              if vim.api.nvim_win_get_config(window).relative ~= '' then
                local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
                return table.concat(lines, '\\n')
              end
            end""")

    def menu(self):
        """The words of the menu of completion; empty if there is none."""
        shown = self.rpc.call("complete_info", ["items", "pum_visible"])
        return [item["word"] for item in shown["items"]] if shown["pum_visible"] else []

    def screen(self):
        self.command("redraw")
        rows, columns = self.rpc.options["lines"], self.rpc.options["columns"]
        return "\n".join(
            "".join(self.rpc.call("screenstring", row, column) for column in range(1, columns + 1)).rstrip()
            for row in range(1, rows + 1))

    # The end

    def processes(self):
        """The servers that were started and still run."""
        started = self.folder / "started"
        numbers = started.read_text(encoding="utf-8").split() if started.exists() else []
        return [number for number in numbers if os.path.exists("/proc/%s" % number)]

    def quit(self):
        try:
            self.rpc.command("qa!")
        except (OSError, EOFError):
            pass  # It is gone before it answers.
        self.rpc.close()

    def records(self):
        if not self.record.exists():
            return []
        return [json.loads(line) for line in self.record.read_text(encoding="utf-8").splitlines()]
