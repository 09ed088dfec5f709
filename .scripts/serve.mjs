import { spawn } from 'node:child_process'
import { endTogether } from './children.mjs'
import { root } from './step.mjs'

/** `node --import tsx`: TypeScript in one process, so that signals and exit codes are the sandbox's own. */
export const sandboxArgs = ['--import', 'tsx', 'sandbox/main.ts']

/**
 * Runs Node programs side by side until one exits; stops the others and exits with its code.
 * @param {readonly (readonly string[])[]} programs
 */
export function serve(programs) {
  endTogether(
    programs.map((args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })),
  )
}
