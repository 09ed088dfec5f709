// One line per step and one line for a failure, for people and CI logs alike.
import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isPlain, runFromCopy } from './plain-folder.mjs'

/** The project folder, in which every step runs, wherever npm was called. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** The folder that data is kept in: the original project's, even when a copy is running. */
export const home = process.env.PLANTDECK_PROJECT ?? root

/** A step failed, and the reason has already been printed. */
export class StepFailed extends Error {}

/** @param {string} text */
export function say(text) {
  process.stdout.write(`> ${text}\n`)
}

/**
 * Runs a program in the current terminal; resolves to its exit code, or 1 if it could not run.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean, timeoutMs?: number }} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...options.env },
      shell: options.shell ?? false,
      timeout: options.timeoutMs,
    })
    child.on('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`)
      resolve(1)
    })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/**
 * Runs a Node program of the project or of one of its dependencies.
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 */
export function runNode(args, options) {
  return run(process.execPath, args, options)
}

/**
 * Announces and runs a step, and stops the script if it fails.
 * @param {string} name
 * @param {() => Promise<number>} action
 */
export async function step(name, action) {
  say(name)
  const code = await action()
  if (code !== 0) throw new StepFailed(`Stopped: "${name}" failed (exit code ${code}).`)
}

/**
 * Runs a script's main function; a failure becomes one line and a non-zero exit code.
 * @param {() => Promise<void>} main
 */
export async function runScript(main) {
  try {
    requireNode()
    if (isPlain(root)) await main()
    else runFromCopy(root)
  } catch (error) {
    process.stderr.write(`${error instanceof StepFailed ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const isSupported = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22
  if (isSupported) return
  throw new StepFailed(
    `Plantdeck needs Node 20.19+, 22.12+ or newer (not 21). This is Node ${process.versions.node}.`,
  )
}
