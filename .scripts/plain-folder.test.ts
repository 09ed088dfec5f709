import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { absolute, isPlain } from './plain-folder.mjs'

test.each(['/home/me/plantdeck', '/home/Jörg Ž/my plants (1)', 'C:\\plants & more'])(
  'runs directly in %s',
  (path) => {
    expect(isPlain(path)).toBe(true)
  },
)

test.each(['/home/c#/plantdeck', '/srv/100%/plantdeck', '/srv/what?'])(
  'needs a copy for %s',
  (path) => {
    expect(isPlain(path)).toBe(false)
  },
)

test("passes on the caller's folders and files, and leaves all other arguments unchanged", () => {
  const copy = mkdtempSync(join(tmpdir(), 'plantdeck-copy-'))
  onTestFinished(() => rmSync(copy, { recursive: true }))
  const args = ['--data', 'new', '--dist=built', '--port', '4500', 'package.json', '-g', 'a test']
  expect(absolute(args, copy)).toEqual([
    '--data',
    resolve('new'),
    `--dist=${resolve('built')}`,
    '--port',
    '4500',
    resolve('package.json'),
    '-g',
    'a test',
  ])
  expect(absolute(['package.json'], process.cwd())).toEqual(['package.json'])
})
