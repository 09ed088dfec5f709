import { toast } from '@/ui/toast'

const reloadedKey = 'plantdeck.reloaded-at'
const pauseMs = 60_000

/**
 * After a deploy the code that an open page still asks for may be gone: reload once to get the new one,
 * but never while offline, over something typed, or again and again.
 */
export function reloadWhenCodeIsGone(): void {
  addEventListener('vite:preloadError', () => {
    const lastMs = Number(sessionStorage.getItem(reloadedKey) ?? 0)
    const isTyped = document.querySelector('form[data-dirty]') !== null
    if (navigator.onLine && !isTyped && Date.now() - lastMs > pauseMs) {
      sessionStorage.setItem(reloadedKey, String(Date.now()))
      location.reload()
      return
    }
    toast.show({
      tone: 'warn',
      title: 'A part of Plantdeck could not be loaded',
      detail:
        'There may be a newer version, or no connection. Reload the page when nothing is unsaved.',
    })
  })
}
