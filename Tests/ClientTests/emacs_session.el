;;; emacs_session.el --- What a user does in Emacs  -*- lexical-binding: t -*-

;;; Commentary:
;; Run in batch mode with the file of `editor-clients/emacs' loaded; prints what is seen, a line each.

;;; Code:
(setq eglot-sync-connect 20 eglot-autoshutdown nil make-backup-files nil create-lockfiles nil eldoc-idle-delay 0)

(defun say (what text) (princ (format "%s: %s\n" what text)))

(defun until (see)
  "Wait until SEE sees something, and return that; nil after some time."
  (let ((tries 400) seen)
    (while (and (not (setq seen (funcall see))) (> tries 0))
      (accept-process-output nil 0.05)
      (setq tries (1- tries)))
    seen))

(defun tell-of-edits ()
  "Do what idle timers do, which do not run in batch mode."
  (eglot--signal-textDocument/didChange))

(defun shown (diagnostic)
  (format "line %d, %s, %s"
          (line-number-at-pos (flymake-diagnostic-beg diagnostic))
          (flymake-diagnostic-type diagnostic)
          (buffer-substring-no-properties (flymake-diagnostic-beg diagnostic) (flymake-diagnostic-end diagnostic))))

(find-file (getenv "FILE"))
(apply #'eglot (eglot--guess-contact))
(flymake-start)

(let ((found (until #'flymake-diagnostics)))
  (say "diagnostics" (mapconcat #'shown found "; "))
  (say "message" (flymake-diagnostic-text (car found)))
  (goto-char (flymake-diagnostic-beg (car found))))

(let ((before (buffer-string)))
  (cl-letf (((symbol-function 'completing-read) (lambda (_ actions &rest _) (caar actions))))
    (eglot-code-actions (point) (point) "quickfix" t))
  (until (lambda () (not (equal (buffer-string) before)))))
(tell-of-edits)
(until (lambda () (not (flymake-diagnostics))))
(say "mended" (buffer-substring-no-properties (line-beginning-position) (line-end-position)))
(say "diagnostics" (mapconcat #'shown (flymake-diagnostics) "; "))

(let (explained)
  (eglot-hover-eldoc-function (lambda (text &rest _) (setq explained text)))
  (say "hover" (car (split-string (or (until (lambda () explained)) "") "\n"))))

(goto-char (point-max))
(insert "az aks trustedaccess rolebinding update -g rg --cluster-name aks -n c --roles Microsoft.DataP")
(tell-of-edits)
(completion-at-point)
(say "completed" (buffer-substring-no-properties (line-beginning-position) (line-end-position)))

(eglot-shutdown (eglot-current-server))
(set-buffer-modified-p nil)
;;; emacs_session.el ends here
