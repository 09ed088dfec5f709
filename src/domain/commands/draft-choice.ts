import type { CommandContent } from './sent-command'

/** A stored draft of a plant. */
export interface KeptDraft {
  content: CommandContent
  /** The tab that it was written in; undefined for drafts of earlier versions. */
  tabId: string | undefined
  /** Time of the last change, Unix ms, device's clock. */
  changedAtMs: number
}

/** The draft that a tab starts with. */
export interface ChosenDraft {
  content: CommandContent
  /** False when it was written in another tab, or before this tab was opened. */
  isOwn: boolean
}

/** Returns the tab's own draft, else the latest of the plant, unless that one was emptied. */
export function chooseDraft(
  drafts: readonly KeptDraft[],
  ownTabId: string | undefined,
): ChosenDraft | undefined {
  const own = drafts.find(({ tabId }) => tabId !== undefined && tabId === ownTabId)
  if (own) return { content: own.content, isOwn: true }
  const [latest] = latestFirst(drafts)
  return latest && !isBlank(latest.content) ? { content: latest.content, isOwn: false } : undefined
}

/** Returns the drafts by their last change, latest first. */
export function latestFirst<T extends Pick<KeptDraft, 'changedAtMs'>>(drafts: readonly T[]): T[] {
  return drafts.toSorted((a, b) => b.changedAtMs - a.changedAtMs)
}

/** Returns true when both would fill the form in alike. */
export function isSameContent(one: CommandContent, other: CommandContent): boolean {
  return (
    one.command === other.command &&
    (one.payload ?? '') === (other.payload ?? '') &&
    (one.target ?? '') === (other.target ?? '')
  )
}

function isBlank(content: CommandContent): boolean {
  return isSameContent(content, { command: '' })
}
