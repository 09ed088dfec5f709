import react from '@vitejs/plugin-react'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Builds the dashboard if dist is out of date, as `npm start` does; returns the folder. */
export function buildDashboard(): string {
  const { status } = spawnSync(process.execPath, ['.scripts/build.mjs', '--if-needed'], {
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('The dashboard did not build.')
  return 'dist'
}

/** Builds the floor into a temporary folder, which is removed when this process exits; returns the folder. */
export async function buildFloor(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'plantdeck-floor-'))
  process.on('exit', () => rmSync(outDir, { recursive: true, force: true }))
  await build({
    configFile: false,
    root: fileURLToPath(new URL('floor', import.meta.url)),
    plugins: [react()],
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  })
  return outDir
}

/**
 * Copies a built dashboard with other settings in its config.json, and removes the copy when this process exits.
 * Settings put in by intercepting the request would switch the browser's cache off.
 */
export function withSettings(folder: string, settings: object): string {
  const copy = mkdtempSync(join(tmpdir(), 'plantdeck-build-'))
  process.on('exit', () => rmSync(copy, { recursive: true, force: true }))
  cpSync(folder, copy, { recursive: true })
  const file = join(copy, 'config.json')
  const config: object = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...config, ...settings }))
  return copy
}
