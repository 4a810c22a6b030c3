" AKS Trusted Access in Vim with ALE: see the README beside.
if exists('g:loaded_trusted_access')
  finish
endif
let g:loaded_trusted_access = 1
let g:trusted_access_program = get(g:, 'trusted_access_program', 'trusted-access-server')

" The folder of the nearest settings or repository above a buffer's file, else the file's own.
function! TrustedAccessRoot(buffer) abort
  let l:settings = ale#path#FindNearestFile(a:buffer, '.trusted-access.json')
  let l:repository = ale#path#FindNearestDirectory(a:buffer, '.git')
  if !empty(l:settings)
    return fnamemodify(l:settings, ':p:h')
  elseif !empty(l:repository)
    return fnamemodify(l:repository, ':p:h:h')
  endif
  return fnamemodify(bufname(a:buffer), ':p:h')
endfunction

" Vim's file types, with LSP's identifiers of their languages.
let s:languages = {
  \ 'sh': 'shellscript', 'zsh': 'shellscript', 'ps1': 'powershell', 'dosbatch': 'bat', 'yaml': 'yaml',
  \ 'json': 'json', 'jsonc': 'jsonc', 'bicep': 'bicep', 'terraform': 'terraform', 'hcl': 'terraform',
  \ 'markdown': 'markdown',
  \ }
for [s:filetype, s:language] in items(s:languages)
  call ale#linter#Define(s:filetype, {
    \ 'name': 'trusted-access',
    \ 'lsp': 'stdio',
    \ 'executable': {-> g:trusted_access_program},
    \ 'command': '%e',
    \ 'project_root': function('TrustedAccessRoot'),
    \ 'language': s:language,
    \ })
endfor
