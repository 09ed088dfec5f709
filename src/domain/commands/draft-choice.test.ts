import { expect, it } from 'vitest'
import { type KeptDraft, chooseDraft, isSameContent, latestFirst } from './draft-choice'

const draft = (tabId: string | undefined, target: string, changedAtMs: number): KeptDraft => ({
  content: { command: 'HOLD', payload: '', target },
  tabId,
  changedAtMs,
})
const emptied: KeptDraft = {
  content: { command: '', payload: '', target: '' },
  tabId: 'third',
  changedAtMs: 30,
}
const [first, second] = [draft('first', 'INV1', 10), draft('second', 'INV2', 20)]

it('restores the tab’s own draft, even when another tab wrote later', () => {
  expect(chooseDraft([second, first], 'first')).toEqual({ content: first.content, isOwn: true })
})

it('restores a form that the tab itself emptied', () => {
  expect(chooseDraft([first, emptied], 'third')).toEqual({ content: emptied.content, isOwn: true })
})

it.each([undefined, 'new'])('offers the latest of other tabs to a tab without one: %s', (tabId) => {
  expect(chooseDraft([first, second], tabId)).toEqual({ content: second.content, isOwn: false })
})

it('never takes a draft without a tab for the tab’s own', () => {
  expect(chooseDraft([draft(undefined, 'INV1', 0)], undefined)?.isOwn).toBe(false)
})

it('offers nothing after the latest draft was emptied, and nothing where there is none', () => {
  expect(chooseDraft([first, emptied], 'new')).toBeUndefined()
  expect(chooseDraft([], 'new')).toBeUndefined()
})

it('sorts by the last change, latest first', () => {
  expect(latestFirst([first, emptied, second])).toEqual([emptied, second, first])
})

it('compares contents as the form shows them', () => {
  expect(isSameContent({ command: 'HOLD' }, { command: 'HOLD', payload: '', target: '' })).toBe(
    true,
  )
  expect(isSameContent(first.content, second.content)).toBe(false)
})
