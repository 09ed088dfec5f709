import { describe, expect, it } from 'vitest'
import {
  actionLabel,
  endWord,
  haltTitle,
  pauseWords,
  phaseTones,
  phaseWords,
  problemsTitle,
  refusedSentence,
  runTitle,
  runStateMeanings,
} from './run-words'
import { testDocument, testRunPlant } from './test-runs'

const meanings = Object.values(runStateMeanings)

describe('states', () => {
  it('have a label of their own each, and a hint in sentences', () => {
    const labels = meanings.map(({ label }) => label)
    expect(new Set(labels).size).toBe(labels.length)
    for (const { label, hint } of meanings) {
      expect(label).toMatch(/^[A-Z][^.]*$/)
      expect(hint).toMatch(/^[A-Z].*\.$/)
    }
  })

  it('are green only when the plant itself answered OK', () => {
    const green = Object.entries(runStateMeanings).filter(([, { tone }]) => tone === 'ok')
    expect(green.map(([state]) => state)).toEqual(['ok'])
  })
})

const haltReasons = ['canary', 'advance', 'brake'] as const
const halts = haltReasons.map((reason) => haltTitle(reason, 2))

describe('phases, pauses and halts', () => {
  it('have words of their own each', () => {
    for (const table of [phaseWords, pauseWords, halts]) {
      const words = Object.values(table)
      expect(new Set(words).size).toBe(words.length)
    }
    expect(Object.keys(phaseTones)).toEqual(Object.keys(phaseWords))
  })

  it.each([...Object.values(pauseWords), ...halts])('are plain: %s', (words) => {
    expect(words).toMatch(/^[A-Z].*\.$/)
    expect(words).not.toMatch(/'|\b(canary|brake|drift|wave 0)\b/i)
  })

  it('warn of every pause that the user has to end', () => {
    expect(phaseTones).toMatchObject({ paused: 'warn', halted: 'danger' })
  })
})

it('calls an action by its command, or by the change', () => {
  const { action } = testDocument([testRunPlant('p')])
  expect(actionLabel(action)).toBe('GET_INFO')
  expect(actionLabel({ kind: 'suspend' })).toBe('Suspend')
  expect(actionLabel({ kind: 'reactivate' })).toBe('Reactivate')
})

it.each([
  [{ kind: 'suspend' }, 4, 'Suspend 4 plants'],
  [{ kind: 'reactivate' }, 1, 'Reactivate 1 plant'],
  [testDocument([testRunPlant('p')]).action, 1_200, 'GET_INFO to 1,200 plants'],
] as const)('titles a run (%#)', (action, plants, title) => {
  expect(runTitle(action, plants)).toBe(title)
})

it('speaks of the number of plants that were first', () => {
  expect(haltTitle('canary', 1)).toBe('The run stopped after its first plant.')
  expect(haltTitle('canary', 3)).toBe('The run stopped after its first plants.')
  expect(problemsTitle(1)).toBe('Problems found after watching the first plant')
  expect(problemsTitle(3)).toBe('Problems found after watching the first plants')
})

it.each([
  ['command', 'The server refused: Unknown action', 'command to P: Unknown action.'],
  ['suspend', 'The server refused: No.', 'suspension of P: No.'],
  ['reactivate', 'The server refused', 'reactivation of P.'],
  ['command', 'Too many requests: Wait!', 'command to P: Too many requests: Wait!'],
  ['command', '', 'command to P.'],
] as const)('says what the server refused (%#)', (kind, refusal, words) => {
  expect(refusedSentence(kind, 'P', refusal)).toBe(`The server refused the ${words}`)
})

it('says of a run that was stopped when it stopped, not that all of it ended then', () => {
  expect(endWord('stopped')).toBe('stopped')
  expect(endWord('halted')).toBe('stopped')
  expect(endWord('finished')).toBe('finished')
})
