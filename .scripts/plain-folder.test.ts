import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { absolute, isPlain } from './plain-folder.mjs'

test.each(['/home/me/plantdeck', '/home/Jörg Ž/my plants (1)', 'C:\\plants & more'])(
  'works in %s itself',
  (path) => {
    expect(isPlain(path)).toBe(true)
  },
)

test.each(['/home/c#/plantdeck', '/srv/100%/plantdeck', '/srv/what?'])('leaves %s', (path) => {
  expect(isPlain(path)).toBe(false)
})

test('hands on folders and files of the caller, and leaves all other arguments', () => {
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
