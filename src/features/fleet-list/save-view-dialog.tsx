import { type SyntheticEvent, useState } from 'react'
import { type SavedView, problemOfNew } from '@/domain/fleet/saved-views'
import { useSavedViews } from '@/fleet/use-saved-views'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextField } from '@/ui/text-field'
import { toast } from '@/ui/toast'
import { visibleText } from '@/ui/visible-text'

interface SaveViewDialogProps {
  /** The filter and the order to save. */
  current: Omit<SavedView, 'name'>
  onClose: () => void
}

const formId = 'save-view'

/** Saves the filter and the order under a name, on this device. */
export function SaveViewDialog({ current, onClose }: SaveViewDialogProps) {
  const { saved, save } = useSavedViews()
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string>()

  function submit(event: SyntheticEvent) {
    event.preventDefault()
    const view = { ...current, name: name.trim() }
    const found = problemOfNew(view, saved)
    setProblem(found)
    if (found !== undefined) return
    onClose()
    const isKept = save({ ...saved, views: [...saved.views, view] })
    toast.show(
      isKept
        ? { tone: 'ok', title: `View “${visibleText(view.name)}” saved` }
        : { tone: 'warn', title: 'This browser keeps the view only until it is closed' },
    )
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Save this view"
      description="The filter and the order, on this device. Columns are not part of it."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary">
            Save
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <TextField
          label="Name"
          isRequired
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog asks for nothing else
          autoFocus
          autoComplete="off"
          value={name}
          onChange={({ target }) => setName(target.value)}
          error={problem === undefined ? undefined : `The view can’t be saved: ${problem}.`}
        />
      </form>
    </Dialog>
  )
}
