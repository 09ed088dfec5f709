// Provides nginx for the tests of the documented deployment. Without it they are skipped, except in CI.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { run, say } from './step.mjs'

/** Installs Debian's nginx package in CI. Elsewhere nothing is installed, because the package starts a server. */
export async function ensureNginx() {
  if (isInstalled()) return
  if (process.env.CI === undefined) {
    say('No nginx: the tests of the documented deployment are skipped')
    return
  }
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return
  say("Installing Debian's nginx package")
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  // With a stale source list the update fails, but the installation may still work.
  await run('apt-get', ['update', '-qq'], { env })
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'nginx'], { env })
}

function isInstalled() {
  return spawnSync('nginx', ['-v']).status === 0
}
