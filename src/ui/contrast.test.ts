import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

// Colours tend to change one at a time; this test checks the whole palette against WCAG 2.2 AA in both themes.
const css = readFileSync(new URL('../styles.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--color-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map((match) => [
    match[1],
    [match[2] ?? '', match[3] ?? ''] as const,
  ]),
)

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(foreground: string, background: string, theme: 0 | 1): number {
  const [a, b] = [foreground, background].map((name) => {
    const pair = tokens.get(name)
    if (!pair) throw new Error(`no token ${name}`)
    return luminance(pair[theme])
  })
  const [light = 0, dark = 0] = [a ?? 0, b ?? 0].toSorted((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const surfaces = ['canvas', 'surface', 'raised', 'hover', 'selected']
const tones = ['ok', 'info', 'warn', 'danger', 'neutral']
const series = ['produced', 'imported', 'exported', 'used']
const texts = ['ink', 'muted', 'faint', 'accent-text', ...tones]

const pairs: [foreground: string, background: string, least: number][] = [
  ...surfaces.flatMap((on) => texts.map((text): [string, string, number] => [text, on, 4.5])),
  ...tones.flatMap((tone): [string, string, number][] => [
    [tone, `${tone}-soft`, 4.5],
    ['ink', `${tone}-soft`, 4.5],
    ['muted', `${tone}-soft`, 4.5],
  ]),
  ...['accent', 'accent-hover', 'danger-fill', 'danger-fill-hover'].map(
    (fill): [string, string, number] => ['on-accent', fill, 4.5],
  ),
  ...surfaces.flatMap((on): [string, string, number][] => [
    ['focus', on, 3],
    ['line-strong', on, 3],
    ['accent', on, 3],
  ]),
  ...series.flatMap((name) =>
    ['canvas', 'surface', 'raised'].map((on): [string, string, number] => [name, on, 3]),
  ),
]

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('%s theme', (_, theme) => {
  it.each(pairs)('%s on %s reaches %d:1', (foreground, background, least) => {
    expect(contrast(foreground, background, theme)).toBeGreaterThanOrEqual(least)
  })
})
