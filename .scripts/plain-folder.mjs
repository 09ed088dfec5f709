// Vite, Vitest and tsx interpret `#`, `?` and `%` in a path as URL syntax. A project in such a folder is run from a
// copy in the temporary folder, which has its own dependencies; its output is copied back.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, statSync, watch } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { endTogether } from './children.mjs'
import { mirror } from './mirror.mjs'

/** Top-level names that mirroring leaves alone, both in the project and in the copy. */
const kept = ['.data', '.git', 'dist', 'node_modules', 'test-results']
const results = ['dist', 'test-results']
const watched = ['public', 'sandbox', 'src']

/** @param {string} path */
export function isPlain(path) {
  return !/[#?%]/.test(path)
}

/**
 * Runs the current script in a copy of the project.
 * @param {string} project
 */
export function runFromCopy(project) {
  const copy = copyFolder(project)
  process.stdout.write(`> The path of this folder has one of # ? %: working in ${copy}\n`)
  const update = () => mirror(project, copy, kept)
  update()
  const [, script = '', ...args] = process.argv
  const child = spawn(
    process.execPath,
    [join(copy, '.scripts', basename(script)), ...absolute(args, copy)],
    { cwd: copy, stdio: 'inherit', env: { ...process.env, PLANTDECK_PROJECT: project } },
  )
  const watchers =
    basename(script) === 'dev.mjs'
      ? watched.map((name) => watch(join(project, name), { recursive: true }, update))
      : []
  endTogether([child])
  child.on('exit', () => {
    for (const watcher of watchers) watcher.close()
    for (const name of results) {
      if (existsSync(join(copy, name))) mirror(join(copy, name), join(project, name))
    }
  })
}

/**
 * Makes paths absolute that refer to the caller's files, such as data folders, which are not in the copy.
 * @param {readonly string[]} args
 * @param {string} copy
 */
export function absolute(args, copy) {
  return args.map((arg, index) => {
    if (/^--(data|dist)$/.test(args[index - 1] ?? '')) return resolve(arg)
    if (existsSync(arg) && !existsSync(join(copy, arg))) return resolve(arg)
    const [, flag, path] = /^(--(?:data|dist)=)(.+)$/s.exec(arg) ?? []
    return flag === undefined || path === undefined ? arg : flag + resolve(path)
  })
}

/** @param {string} project */
function copyFolder(project) {
  const name = createHash('sha256').update(project).digest('hex').slice(0, 12)
  const folder = join(tmpdir(), `plantdeck-${name}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // Any user can create a folder of this name in the temporary folder.
  if (process.getuid !== undefined && statSync(folder).uid !== process.getuid()) {
    throw new Error(`${folder} belongs to another user.`)
  }
  return folder
}
