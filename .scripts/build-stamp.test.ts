import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { apiDocumentFile, apiDocumentStamp, buildStamp } from './build-stamp.mjs'

/** Creates a built project of three files; `write` changes one of them. */
function builtProject() {
  const folder = mkdtempSync(join(tmpdir(), 'plantdeck-stamp-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  write('src/main.tsx', 'one')
  write('dist/index.html', 'page')
  write('dist/assets/main.js', 'code')
  return { folder, write, before: buildStamp(folder) }
}

test('stays the same while sources and build are unchanged', () => {
  const { folder, write, before } = builtProject()
  write('src/main.test.tsx', 'a test is no source')
  write('README.md', 'nor is this')
  expect(buildStamp(folder)).toBe(before)
})

test.each(['src/main.tsx', 'dist/index.html', 'dist/assets/main.js'])(
  'changes when %s changes',
  (path) => {
    const { folder, write, before } = builtProject()
    write(path, 'changed')
    expect(buildStamp(folder)).not.toBe(before)
  },
)

test.each(['dist', 'dist/assets', 'dist/index.html'])('changes when %s is deleted', (path) => {
  const { folder, before } = builtProject()
  rmSync(join(folder, path), { recursive: true })
  expect(buildStamp(folder)).not.toBe(before)
})

test('the stamp of the API’s document changes with the platform and the document', () => {
  const { folder, write } = builtProject()
  write('sandbox/platform/operations.ts', 'one')
  const without = apiDocumentStamp(folder)
  write(apiDocumentFile, '{}')
  const before = apiDocumentStamp(folder)
  write('src/main.tsx', 'the page is no source of it')
  expect(apiDocumentStamp(folder)).toBe(before)
  write('sandbox/platform/operations.ts', 'two')
  const other = apiDocumentStamp(folder)
  write(apiDocumentFile, '{"changed":true}')
  expect(new Set([without, before, other, apiDocumentStamp(folder)]).size).toBe(4)
})
