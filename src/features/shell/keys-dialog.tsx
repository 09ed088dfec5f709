import { closeShellDialog } from './shell-dialogs'
import { setPreference } from '@/lib/preferences'
import { Checkbox } from '@/ui/checkbox'
import { Dialog } from '@/ui/dialog'
import { Kbd } from '@/ui/kbd'
import { usePreference } from '@/ui/use-preference'

const keys: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['Ctrl / ⌘', 'K'], does: 'Search plants, pages and actions' },
  { keys: ['?'], does: 'Show keyboard shortcuts' },
  { keys: ['Esc'], does: 'Close the open dialog' },
  { keys: ['Tab', 'Shift Tab'], does: 'Go to the next or previous control' },
]

export function KeysDialog() {
  const singleKeys = usePreference('singleKeys')
  return (
    <Dialog isOpen onClose={closeShellDialog} title="Keyboard">
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-6 gap-y-2">
        {keys.map(({ keys: parts, does }) => (
          <div key={does} className="contents">
            <dt className="flex gap-1">
              {parts.map((part) => (
                <Kbd key={part}>{part}</Kbd>
              ))}
            </dt>
            <dd className="text-muted">{does}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-4 border-t border-line pt-3">
        <Checkbox
          label="Enable single-key shortcuts, such as ?"
          checked={singleKeys === 'on'}
          onChange={(event) => setPreference('singleKeys', event.target.checked ? 'on' : 'off')}
        />
      </div>
    </Dialog>
  )
}
