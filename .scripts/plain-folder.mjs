// Vite, Vitest and tsx take `#`, `?` and `%` in a path for the syntax of a URL. A project in such a folder is run from
// a copy in the folder for temporary files, which has dependencies of its own; what is made there is brought back.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, statSync, watch } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { endTogether } from './children.mjs'
import { mirror } from './mirror.mjs'

/** What stays where it is, in the project and in the copy. */
const kept = ['.data', '.git', 'dist', 'node_modules', 'test-results']
const results = ['dist', 'test-results']
const watched = ['public', 'sandbox', 'src']

/** @param {string} path */
export function isPlain(path) {
  return !/[#?%]/.test(path)
}

/**
 * Runs the script that is running now in a copy of the project.
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
 * Makes paths absolute that name something of the caller's, which is not in the copy: folders for data, files.
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
  // Anyone may make a folder of this name in the folder for temporary files.
  if (process.getuid !== undefined && statSync(folder).uid !== process.getuid()) {
    throw new Error(`${folder} belongs to another user.`)
  }
  return folder
}
