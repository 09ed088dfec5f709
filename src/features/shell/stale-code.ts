import { keepText, readText } from '@/lib/browser-storage'

const reloadedKey = 'plantdeck.reloaded-at'
const pauseMs = 60_000

/**
 * After a deploy the code that an open page still asks for may be gone: reload once to get the new one,
 * but never while offline, over something typed or shown once, or again and again. Where nothing is reloaded, whoever
 * asked for the code says that it is missing.
 */
export function reloadWhenCodeIsGone(): void {
  addEventListener('vite:preloadError', () => {
    const lastMs = Number(readText('sessionStorage', reloadedKey) ?? 0)
    const isDirty = document.querySelector('[data-dirty]') !== null
    if (!navigator.onLine || isDirty || Date.now() - lastMs < pauseMs) return
    keepText('sessionStorage', reloadedKey, String(Date.now()))
    location.reload()
  })
}
