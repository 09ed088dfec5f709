import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { mirror } from './mirror.mjs'

function startFolders() {
  const folder = mkdtempSync(join(tmpdir(), 'plantdeck-mirror #%41?-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const update = () => mirror(join(folder, 'from'), join(folder, 'to'), ['node_modules'])
  const files = () =>
    readdirSync(join(folder, 'to'), { recursive: true, encoding: 'utf8' }).toSorted()
  return { folder, write, update, files }
}

test('copies files and folders, and follows every change', () => {
  const { folder, write, update, files } = startFolders()
  write('from/a', 'one')
  write('from/b/c', 'two')
  update()
  expect(files()).toEqual(['a', 'b', 'b/c'])
  write('from/a', 'three')
  rmSync(join(folder, 'from/b'), { recursive: true })
  write('from/b', 'a file now')
  update()
  expect(files()).toEqual(['a', 'b'])
  expect(readFileSync(join(folder, 'to/a'), 'utf8')).toBe('three')
})

test('leaves excluded names alone in both folders', () => {
  const { write, update, files } = startFolders()
  write('from/node_modules/x', 'not copied')
  write('to/node_modules/y', 'not deleted')
  update()
  expect(files()).toEqual(['node_modules', 'node_modules/y'])
})

test('does not touch an identical file', () => {
  const { folder, write, update } = startFolders()
  write('from/a', 'one')
  update()
  const before = statSync(join(folder, 'to/a')).ctimeMs
  update()
  expect(statSync(join(folder, 'to/a')).ctimeMs).toBe(before)
})

test("skips files that vanish after they were listed, such as an editor's temporary file", () => {
  const { folder, write, update, files } = startFolders()
  write('from/a', 'one')
  symlinkSync(join(folder, 'vanished'), join(folder, 'from', 'b'))
  update()
  expect(files()).toEqual(['a'])
})
