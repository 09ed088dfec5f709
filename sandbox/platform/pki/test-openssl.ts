import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** True if the `openssl` program is installed, for a second opinion. */
export const hasOpenssl = spawnSync('openssl', ['version']).status === 0

export function folderForThisTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plantdeck-pki-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** Runs `openssl verify` on a certificate for a given time; returns `OK` or the error lines. */
export function opensslVerify(
  certificatePem: string,
  { authority, at, purpose = 'sslclient', revocationList, others, isStrict = true }: VerifyOptions,
): string {
  const folder = folderForThisTest()
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const list = revocationList ? ['-crl_check', '-CRLfile', file('crl', revocationList)] : []
  const chain = others ? ['-untrusted', file('others', others)] : []
  const seconds = String(Math.floor(at.getTime() / 1000))
  const { status, stderr } = spawnSync(
    'openssl',
    [
      'verify',
      ...(isStrict ? ['-x509_strict'] : []),
      '-purpose',
      purpose,
      '-attime',
      seconds,
      ...list,
      ...chain,
    ].concat(['-CAfile', file('ca', authority), file('leaf', certificatePem)]),
    { encoding: 'utf8' },
  )
  return status === 0 ? 'OK' : stderr
}

interface VerifyOptions {
  authority: string
  at: Date
  purpose?: 'sslclient' | 'sslserver'
  revocationList?: string
  /** Certificates that the client sends in addition to its own. */
  others?: string
  /** False checks like brokers, which are not strict. */
  isStrict?: boolean
}
