import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { quoted } from './shell-word'

describe('quoted', () => {
  it.each([
    'plain/topic-1',
    '-leading',
    '',
    'two words',
    "it's",
    '$(touch /tmp/x) `id` ; rm -rf ~ & | > < * ? !',
    'a\nb\tc\u001b[31m',
    "\u202Eevil' \\ \u0000".replace('\u0000', ''),
    'Ž\u2028\u{E0001}',
  ])('passes exactly %j to a shell', (text) => {
    const line = `printf %s ${quoted(text)}`
    const env = { ...process.env, LC_ALL: 'C.UTF-8' }
    expect(execFileSync('bash', ['-c', line], { env, encoding: 'utf8' })).toBe(text)
    expect(quoted(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u)
  })
})
