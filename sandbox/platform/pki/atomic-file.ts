import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** Permissions of a file that only the platform's own user may read. */
export const privateMode = 0o600

/** Writes a file so that after a crash it exists completely or not at all. */
export function writeAtomically(file: string, content: string | Uint8Array, mode: number): void {
  const aside = `${file}.new`
  const handle = openSync(aside, 'w', mode)
  try {
    // A file left by a crash keeps its mode, and the process's umask may have restricted a new one.
    fchmodSync(handle, mode)
    writeFileSync(handle, content)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(aside, file)
  syncFolder(dirname(file))
}

/** Returns a file's bytes, or null if it doesn't exist. Other errors must not look like a first start. */
export function readIfPresent(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Writes a file's content to the disk. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

// The rename is durable only once the folder is synced; Windows cannot open a folder and doesn't need this step.
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
