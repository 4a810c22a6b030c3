;;; trusted-access.el --- AKS Trusted Access in Eglot  -*- lexical-binding: t -*-

;;; Commentary:
;; `trusted-access-server' for Eglot 1.9 and later, which Emacs 29 brings along.
;; Load this file, then say M-x eglot in a buffer, or add `eglot-ensure' to a mode's hook.

;;; Code:
(require 'eglot)

(defvar trusted-access-program '("trusted-access-server")
  "The program that serves, with its arguments.")

(defvar trusted-access-modes
  '(sh-mode bash-ts-mode powershell-mode bat-mode markdown-mode gfm-mode yaml-mode
    (yaml-ts-mode :language-id "yaml")
    json-mode jsonc-mode (js-json-mode :language-id "json") (json-ts-mode :language-id "json")
    bicep-mode (bicep-ts-mode :language-id "bicep") terraform-mode hcl-mode)
  "The major modes whose buffers may hold bindings.")

;; Eglot has one server for a buffer: that of the first entry that names the buffer's mode.
(add-to-list 'eglot-server-programs (cons trusted-access-modes trusted-access-program))

(provide 'trusted-access)
;;; trusted-access.el ends here
