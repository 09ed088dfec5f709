import { recentCommands } from '@/domain/commands/recent-commands'
import type { CommandContent } from '@/domain/commands/sent-command'
import { indentJson } from '@/lib/json-writing'
import { Button } from '@/ui/button'
import { visibleText } from '@/ui/visible-text'

interface RecentChipsProps {
  /** Commands sent from this browser, latest first. */
  contents: readonly CommandContent[]
  onTake: (content: CommandContent) => void
}

const maxShown = 5
const longestTip = 300

/** Buttons that fill the form in with a command sent before. */
export function RecentChips({ contents, onTake }: RecentChipsProps) {
  const recent = recentCommands(contents, maxShown)
  if (recent.length === 0) return null
  return (
    <div role="group" aria-label="Recent commands" className="flex flex-wrap items-center gap-2">
      <span className="text-xs text-muted">Recent:</span>
      {recent.map(({ content, label }) => (
        <Button
          key={label}
          size="sm"
          className="max-w-full"
          tip={content.payload && visibleText(indentJson(content.payload, longestTip))}
          onClick={() => onTake(content)}
        >
          <span className="truncate">{visibleText(label)}</span>
        </Button>
      ))}
    </div>
  )
}
