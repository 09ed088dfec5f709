// Runs in the page under test, in every engine: finds elements by accessible role and name, and records errors.
import { computeAccessibleName, getRole, isInaccessible } from 'dom-accessibility-api'

/** Role and accessible name to find. The name is a prefix unless `exact` is true. */
export interface Query {
  role: string
  name: string
  exact?: boolean
}

/** First element that matches a query, and the number of matches. */
export interface Found {
  count: number
  /** Middle of the element after scrolling to it; null if another element covers it. */
  at: { x: number; y: number } | null
  isDisabled: boolean
  isFocused: boolean
  value: string
}

/** Focused element and the visibility of its focus ring. */
interface Focus {
  name: string
  hasRing: boolean
}

const problems: string[] = []

const storyKit = { find, choose, focus, text, takeProblems, overflowPx, state }

type StoryKit = typeof storyKit

declare global {
  // The story calls the page through this variable.
  var storyKit: StoryKit | undefined
}

globalThis.storyKit ??= storyKit
watch()

function find(query: Query): Found | null {
  const [first, ...others] = matches(query)
  if (first === undefined) return null
  first.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
  const isDisabled = first.matches(':disabled') || first.closest('[aria-disabled="true"]') === first
  return {
    count: others.length + 1,
    at: middle(first),
    isDisabled,
    isFocused: document.activeElement === first,
    value: 'value' in first ? String(first.value) : '',
  }
}

/** Selects an option of a native select, whose open list isn't in the page. */
function choose(query: Query, label: string): boolean {
  const select = matches(query).find((element) => element instanceof HTMLSelectElement)
  const option = [...(select?.options ?? [])].find((one) => tidy(one.label) === label)
  if (select === undefined || option === undefined) return false
  select.focus()
  // React overrides the setter on the element itself, so a change is noticed only through the prototype's setter.
  Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(
    select,
    option.value,
  )
  select.dispatchEvent(new Event('input', { bubbles: true }))
  select.dispatchEvent(new Event('change', { bubbles: true }))
  return true
}

function focus(): Focus {
  const element = document.activeElement ?? document.body
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
  const isOutlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0
  return {
    name: computeAccessibleName(element),
    hasRing: element.matches(':focus-visible') && (isOutlined || boxShadow !== 'none'),
  }
}

function text(): string {
  return tidy(document.body.innerText)
}

/** Returns the errors recorded since the last call. */
function takeProblems(): string[] {
  return problems.splice(0)
}

/** Returns a fingerprint of the page that changes while it is loading or rendering. */
function state(): string {
  const loaded = performance.getEntriesByType('resource').length
  const busy = document.querySelectorAll('[aria-busy="true"]').length
  return `${loaded} ${busy} ${document.body.innerHTML.length} ${document.fonts.status}`
}

/** Returns the distance in px that the page can be scrolled sideways. */
function overflowPx(): number {
  const { scrollWidth, clientWidth } = document.documentElement
  return scrollWidth - clientWidth
}

function matches({ role, name, exact = false }: Query): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('*')].filter((element) => {
    if (roleOf(element) !== role || !element.checkVisibility({ visibilityProperty: true })) {
      return false
    }
    const own = tidy(computeAccessibleName(element))
    return (exact ? own === name : own.startsWith(name)) && !isInaccessible(element)
  })
}

/** Returns an element's role, or `textbox` for a password field, which has none. */
function roleOf(element: HTMLElement): string | null {
  return element.matches('input[type="password"]') ? 'textbox' : getRole(element)
}

function middle(element: HTMLElement): { x: number; y: number } | null {
  // The bounding box of a link that wraps may have nothing in its middle, so the first line's box counts.
  const box = element.getClientRects()[0]
  if (box === undefined) return null
  const at = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) }
  const top = document.elementFromPoint(at.x, at.y)
  return top !== null && (element.contains(top) || top.contains(element)) ? at : null
}

function tidy(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim()
}

function watch(): void {
  addEventListener('error', ({ error, message }) => problems.push(`error: ${error ?? message}`))
  addEventListener('unhandledrejection', ({ reason }) => problems.push(`rejection: ${reason}`))
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    problems.push(`content security policy: ${violatedDirective} ${blockedURI}`)
  })
  const report = console.error.bind(console)
  console.error = (...parts: unknown[]) => {
    problems.push(`console: ${parts.map(String).join(' ')}`)
    report(...parts)
  }
  reportEarlierViolations()
}

/** Records policy violations from before this script ran, where the engine keeps them. */
function reportEarlierViolations(): void {
  if (!('ReportingObserver' in globalThis)) return
  const options = { types: ['csp-violation'], buffered: true }
  new ReportingObserver((reports) => {
    for (const { body } of reports) {
      problems.push(`content security policy: ${JSON.stringify(body)}`)
    }
  }, options).observe()
}
