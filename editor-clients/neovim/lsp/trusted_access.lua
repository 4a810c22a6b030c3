-- The server for vim.lsp.enable('trusted_access'), Neovim 0.11 and later.
return {
  cmd = { 'trusted-access-server' },
  filetypes = {
    'bicep', 'bicep-params', 'dosbatch', 'hcl', 'json', 'jsonc', 'markdown', 'ps1', 'sh', 'bash', 'zsh', 'terraform',
    'terraform-vars', 'tf', 'yaml',
  },
  root_markers = { '.trusted-access.json', '.git' },
}
