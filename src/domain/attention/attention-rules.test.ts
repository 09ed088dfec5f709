import { describe, expect, it } from 'vitest'
import { attentionOrder, attentionRules, severityRank } from './attention-rules'
import { severities } from './attention-severity'
import { furtherAttention } from './further-attention'
import { problemAttention } from './problem-attention'
import { problemRules } from '@/domain/problems/problem-rules'
import { keysOf } from '@/lib/keyed-record'

describe('attentionRules', () => {
  it('have every problem that the list names, in its order', () => {
    const listed = problemRules.filter(({ rowWords }) => rowWords !== null)
    expect(keysOf(problemAttention)).toEqual(listed.map(({ key }) => key))
  })

  it('are never more severe for a problem that the list finds less urgent', () => {
    const ranks = keysOf(problemAttention).map(severityRank)
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
  })

  it('have keys of their own', () => {
    const keys = [...keysOf(problemAttention), ...keysOf(furtherAttention)]
    expect(new Set(keys).size).toBe(keys.length)
    expect(attentionOrder.toSorted()).toEqual(keys.toSorted())
  })

  it('state in plain sentences why they are so severe', () => {
    for (const { why, words } of Object.values(attentionRules)) {
      expect(why).toMatch(/^[A-Z].*\.$/)
      expect(words[0]).not.toBe(words[1])
    }
  })
})

it('orders the queue by severity, the platform first', () => {
  const inOrder = attentionOrder.map((key) => severities.indexOf(attentionRules[key].severity))
  expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b))
  expect(attentionOrder[0]).toBe('outage')
})
