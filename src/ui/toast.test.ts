import { describe, expect, it, vi } from 'vitest'
import { createToastStore, staysUntilDismissed } from './toast'

describe('toast store', () => {
  it('keeps messages in order until they are dismissed', () => {
    const store = createToastStore()
    const first = store.show({ tone: 'ok', title: 'Saved' })
    store.show({ tone: 'danger', title: 'Refused', detail: 'code 7' })
    store.dismiss(first)
    expect(store.entries()).toMatchObject([{ tone: 'danger', title: 'Refused', detail: 'code 7' }])
    store.clear()
    expect(store.entries()).toEqual([])
  })

  it('counts a repeated message instead of stacking it', () => {
    const store = createToastStore()
    const key = store.show({ tone: 'danger', title: 'Offline' })
    expect(store.show({ tone: 'danger', title: 'Offline' })).toBe(key)
    store.show({ tone: 'danger', title: 'Offline', detail: 'other' })
    expect(store.entries().map((entry) => entry.count)).toEqual([2, 1])
  })

  it('notifies listeners only about changes, and returns a stable snapshot between them', () => {
    const store = createToastStore()
    const listener = vi.fn()
    const stop = store.subscribe(listener)
    store.dismiss(99)
    store.clear()
    expect(listener).not.toHaveBeenCalled()
    store.show({ tone: 'info', title: 'Hello' })
    expect(listener).toHaveBeenCalledOnce()
    expect(store.entries()).toBe(store.entries())
    stop()
    store.clear()
    expect(listener).toHaveBeenCalledOnce()
  })

  it('never dismisses errors automatically', () => {
    expect(
      (['ok', 'info', 'neutral', 'warn', 'danger'] as const).map((tone) =>
        staysUntilDismissed({ tone }),
      ),
    ).toEqual([false, false, false, true, true])
  })

  it('keeps a message with a link, and doesn’t count those of other links as the same', () => {
    const store = createToastStore()
    const message = (id: string) => ({
      tone: 'ok' as const,
      title: 'Connected',
      link: { label: 'Open', to: { to: '/plants/$plantId', params: { plantId: id } } as const },
    })
    expect(staysUntilDismissed(message('p1'))).toBe(true)
    for (const id of ['p1', 'p2', 'p1']) store.show(message(id))
    expect(store.entries().map(({ count }) => count)).toEqual([2, 1])
  })
})
