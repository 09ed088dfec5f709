import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { privateMode, writeAtomically } from '#sandbox/platform/pki/atomic-file'
import { openVault } from '#sandbox/platform/pki/vault'
import type { IssuedPackage } from '#sandbox/platform/provisioning/issue-package'

const suffix = '.package'

/** Packages on the simulated plants' own disks. The folder has a separate key; its files are encrypted. */
export class PackageStore {
  private readonly folder: string
  private readonly vault: ReturnType<typeof openVault>

  constructor(dataFolder: string) {
    this.folder = join(dataFolder, 'field')
    mkdirSync(this.folder, { recursive: true, mode: 0o700 })
    const [plantId] = this.plantIds()
    const sample =
      plantId === undefined
        ? null
        : { sealed: readFileSync(this.fileOf(plantId), 'utf8'), context: plantId }
    this.vault = openVault(this.folder, sample)
  }

  plantIds(): string[] {
    const files = readdirSync(this.folder).filter((name) => name.endsWith(suffix))
    return files.map((name) => name.slice(0, -suffix.length))
  }

  read(plantId: string): IssuedPackage {
    const sealed = readFileSync(this.fileOf(plantId), 'utf8')
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- sealed by `write`
    return JSON.parse(this.vault.open(sealed, plantId)) as IssuedPackage
  }

  write(issued: IssuedPackage): void {
    const sealed = this.vault.seal(JSON.stringify(issued), issued.plantId)
    writeAtomically(this.fileOf(issued.plantId), sealed, privateMode)
  }

  forget(plantId: string): void {
    rmSync(this.fileOf(plantId), { force: true })
  }

  private fileOf(plantId: string): string {
    return join(this.folder, plantId + suffix)
  }
}
