/**
 * `no-store` does not keep a page out of Chromium's back/forward cache, so a page that was left is
 * hidden before it goes there, and starts afresh (with the session checked) when it comes back.
 */
export function leaveNothingBehind(): void {
  addEventListener('pagehide', ({ persisted }) => {
    if (persisted) document.documentElement.hidden = true
  })
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload()
  })
}
