import { closeShellDialog } from './shell-dialogs'
import { setPreference } from '@/lib/preferences'
import { Checkbox } from '@/ui/checkbox'
import { Dialog } from '@/ui/dialog'
import { Kbd } from '@/ui/kbd'
import { usePreference } from '@/ui/use-preference'

interface Shortcut {
  keys: readonly string[]
  does: string
}

const sections: readonly { title: string; shortcuts: readonly Shortcut[] }[] = [
  {
    title: 'Everywhere',
    shortcuts: [
      { keys: ['Ctrl / ⌘', 'K'], does: 'Search plants, pages and actions' },
      { keys: ['?'], does: 'Show keyboard shortcuts' },
      { keys: ['Esc'], does: 'Close the open dialog' },
      { keys: ['Tab', 'Shift Tab'], does: 'Go to the next or previous control' },
    ],
  },
  {
    title: 'In the list of plants',
    shortcuts: [
      { keys: ['/'], does: 'Go to the search' },
      { keys: ['↑', '↓'], does: 'Go to the previous or next row' },
      { keys: ['Page ↑', 'Page ↓'], does: 'Go one screen up or down' },
      { keys: ['Home', 'End'], does: 'Go to the first or last row' },
      { keys: ['Enter'], does: 'Open the plant; with Ctrl / ⌘ in a new tab' },
      { keys: ['Space'], does: 'Select the row, or deselect it' },
      { keys: ['Shift', '↑ ↓'], does: 'Extend the selection' },
      { keys: ['Esc'], does: 'Clear the selection' },
    ],
  },
  {
    title: 'On a plant’s page',
    shortcuts: [
      { keys: ['J', 'K'], does: 'Go to the next or previous plant of the list' },
      { keys: ['C'], does: 'Open the commands; there, go to the field for the command' },
    ],
  },
]

export function KeysDialog() {
  const singleKeys = usePreference('singleKeys')
  return (
    <Dialog isOpen onClose={closeShellDialog} title="Keyboard">
      {sections.map(({ title, shortcuts }) => (
        <section key={title} aria-label={title} className="mb-4">
          <h3 className="mb-2 text-xs font-medium text-muted">{title}</h3>
          <dl className="grid grid-cols-[8rem_1fr] items-center gap-x-4 gap-y-1.5">
            {shortcuts.map(({ keys, does }) => (
              <div key={does} className="contents">
                <dt className="flex gap-1">
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dt>
                <dd className="text-muted">{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
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
