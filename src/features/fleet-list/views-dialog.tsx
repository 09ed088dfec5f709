import { Download, Trash2, Upload } from 'lucide-react'
import { type ChangeEvent, useRef, useState } from 'react'
import { UnreadableViews } from './unreadable-views'
import { describeCondition } from '@/domain/fleet/condition-words'
import { parseFilter } from '@/domain/fleet/filter-text'
import { type SavedView, countViews, importViews, printViews } from '@/domain/fleet/saved-views'
import { useSavedViews } from '@/fleet/use-saved-views'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { IconButton } from '@/ui/icon-button'
import { saveFile } from '@/ui/save-file'
import { UntrustedText } from '@/ui/untrusted-text'
import { visibleText } from '@/ui/visible-text'

interface ViewsDialogProps {
  onOpen: (view: SavedView) => void
  onClose: () => void
}

/** A file of views is a few kilobytes. */
const largestBytes = 1_000_000

/** The views saved on this device: open, delete, and take them to another device as a file. */
export function ViewsDialog({ onOpen, onClose }: ViewsDialogProps) {
  const { saved, save } = useSavedViews()
  const { views, unreadable } = saved
  const [findings, setFindings] = useState<readonly string[]>([])
  const fileRef = useRef<HTMLInputElement>(null)

  async function read({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0]
    target.value = ''
    if (!file) return
    if (file.size > largestBytes) {
      setFindings(['The file is too large for views.'])
      return
    }
    const imported = importViews(saved, await file.text())
    if (imported.next !== saved) save(imported.next)
    setFindings(imported.findings)
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Views"
      description="Saved on this device."
      footer={
        <>
          <Button
            icon={<Upload aria-hidden className="size-4" />}
            onClick={() => fileRef.current?.click()}
          >
            Import views
          </Button>
          <Button
            icon={<Download aria-hidden className="size-4" />}
            disabledReason={countViews(saved) > 0 ? null : 'There is no saved view.'}
            onClick={() =>
              saveFile({
                name: 'plantdeck-views.json',
                content: printViews(saved),
                type: 'application/json',
              })
            }
          >
            Export views
          </Button>
        </>
      }
    >
      <input
        ref={fileRef}
        type="file"
        accept=".json,application/json"
        aria-label="File with views"
        className="sr-only"
        tabIndex={-1}
        onChange={read}
      />
      <div role="status" className="mb-2 empty:hidden">
        {findings.map((finding) => (
          <p key={finding}>
            <UntrustedText isMultiline>{finding}</UntrustedText>
          </p>
        ))}
      </div>
      {countViews(saved) === 0 ? (
        <p className="text-muted">
          No views yet. Filter the list, then choose “Save this view” in the menu.
        </p>
      ) : null}
      {views.length > 0 ? (
        <ul aria-label="Saved views">
          {views.map((view) => (
            <li
              key={view.name}
              className="flex items-center gap-2 border-t border-line py-1 first:border-0"
            >
              <button
                type="button"
                onClick={() => onOpen(view)}
                className="min-w-0 flex-1 rounded-sm px-1 py-1 text-start hover:bg-hover max-md:min-h-11"
              >
                <UntrustedText isCut className="block truncate font-medium">
                  {view.name}
                </UntrustedText>
                <UntrustedText isCut className="block truncate text-xs text-muted">
                  {wordsOf(view)}
                </UntrustedText>
              </button>
              <IconButton
                label={`Delete ${visibleText(view.name)}`}
                onClick={() => save({ ...saved, views: views.filter((one) => one !== view) })}
              >
                <Trash2 aria-hidden className="size-4" />
              </IconButton>
            </li>
          ))}
        </ul>
      ) : null}
      <UnreadableViews
        views={unreadable}
        onDelete={(view) =>
          save({ ...saved, unreadable: unreadable.filter((one) => one !== view) })
        }
      />
    </Dialog>
  )
}

function wordsOf({ q }: SavedView): string {
  return parseFilter(q).filter.map(describeCondition).join(', ') || 'All plants'
}
