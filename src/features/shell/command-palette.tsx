import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { usePaletteEntries } from './palette-entries'
import type { PaletteEntry } from './palette-entry'
import { PaletteOption } from './palette-option'
import { closeShellDialog } from './shell-dialogs'
import { usePlantSearch } from './use-plant-search'
import { describeReach } from '@/domain/fleet/fleet-reach'
import { formatCount } from '@/lib/format-count'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Dialog } from '@/ui/dialog'
import { UntrustedText } from '@/ui/untrusted-text'

const listId = 'palette-results'
const optionId = ({ key }: PaletteEntry) => `palette-${key}`

/**
 * Combobox after the ARIA pattern. The first result stays selected even when better ones are inserted above it: Enter
 * must never activate an entry that has just moved into first place.
 */
export function CommandPalette() {
  const [text, setText] = useState('')
  const [steps, setSteps] = useState(0)
  const search = usePlantSearch(text)
  const sections = usePaletteEntries(text, search.found, search.recent)
  const entries = sections.flatMap((section) => section.entries)
  const chosen = entries.length > 0 ? entries.at(steps % entries.length) : undefined

  function run({ disabledReason, onAction }: PaletteEntry) {
    if (disabledReason !== undefined) return
    closeShellDialog()
    onAction()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') setSteps((steps + 1) % entries.length)
    else if (event.key === 'ArrowUp') setSteps((steps - 1) % entries.length)
    else if (event.key === 'Enter' && chosen) run(chosen)
    else return
    event.preventDefault()
  }

  return (
    <Dialog isOpen onClose={closeShellDialog} title="Search" size="md" isAtTop>
      <div className="sticky -top-1 z-10 bg-raised py-1">
        <input
          role="combobox"
          aria-label="Search plants, pages and actions"
          aria-expanded={entries.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={chosen && optionId(chosen)}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a user who opens the search wants to type
          autoFocus
          autoComplete="off"
          spellCheck={false}
          placeholder="Name, serial number, ID or fingerprint"
          className="field-control"
          value={text}
          onChange={({ target }) => {
            setText(target.value)
            setSteps(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={listId} role="listbox" aria-label="Results" className="mt-2">
        {sections.map(({ title, entries: listed }) => (
          <div key={title} role="group" aria-label={title}>
            <p aria-hidden className="px-2 pt-2 pb-1 text-xs font-medium text-muted">
              {title}
            </p>
            {listed.map((entry) => (
              <PaletteOption
                key={entry.key}
                id={optionId(entry)}
                entry={entry}
                isChosen={entry === chosen}
                onRun={() => run(entry)}
              />
            ))}
          </div>
        ))}
      </div>
      {entries.length === 0 ? (
        <p className="px-2 py-6 text-center text-muted">
          {search.failure ? (
            'Couldn’t search the plants.'
          ) : (
            <>
              No result for “<UntrustedText isCut>{text}</UntrustedText>”.
            </>
          )}
        </p>
      ) : null}
      <div className="mt-3 flex flex-wrap gap-x-1 border-t border-line pt-2 text-xs text-muted tabular-nums">
        <p role="status">
          {describeReach(search)}
          {search.matches > search.found.length
            ? ` ${formatCount(search.matches)} matches. Add a word to narrow them down.`
            : null}
        </p>
        {search.oldestReadAtMs === undefined ? null : (
          <p>
            As of <AbsoluteTime value={search.oldestReadAtMs} />.
          </p>
        )}
      </div>
    </Dialog>
  )
}
